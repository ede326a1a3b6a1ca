import type { Source, SourceId } from '../core/source.ts'
import { isFirstHand } from './access.ts'
import { clearlyDiffer } from './knower.ts'
import type { Kinship } from './kinship.ts'
import { type Shelf, shelved } from './shelves.ts'
import type { Telling } from './telling.ts'
import { near } from './nearness.ts'
import { calledBy, SHOWN_FROM, type Tie } from './tie.ts'

const LATER = 0.1

interface Match {
  readonly to: Telling
  readonly common: number
  readonly sameKnower: boolean
  /** Published after what cites it: an update may, seldom does. */
  readonly later: boolean
}

/** One of the same knower before any other, then by shared words with a small discount for what came later, then the first. */
const betterThan = (a: Match, b: Match): boolean => {
  if (a.sameKnower !== b.sameKnower) return a.sameKnower
  const [one, other] = [a.common - (a.later ? LATER : 0), b.common - (b.later ? LATER : 0)]
  return one === other ? a.to.rank < b.to.rank : one > other
}

/** The telling of `among` that `from` most likely retells. */
const bestMatch = (from: Telling, among: readonly Telling[], { likeness }: Kinship): Match | null => {
  let best: Match | null = null
  for (const to of among) {
    const later = (to.document.published ?? '') > (from.document.published ?? '')
    const match = { to, later, common: likeness(from, to).common, sameKnower: to.knower.id === from.knower.id }
    if (best === null || betterThan(match, best)) best = match
  }
  return best
}

/**
 * How sure a citation is led to the right telling: `words` grows with the share of words in common. An outlet that tells it of one knower
 * only leaves little choice; where it tells it of several, the words must decide.
 */
const SAME_KNOWER = 0.95
const SOLE = { least: 0.7, words: 0.25 }
const SEVERAL = { least: 0.5, words: 0.45 }
const BEHIND_SEVERAL = { least: 0.35, words: 0.6 }
const GO_BETWEEN = { least: 0.55, words: 0.35 }

const sureOf = ({ least, words }: typeof SOLE, { common }: Match): number => least + words * common

/** Lists of one side of one claim under whoever stands in a place of the chain. */
interface Places {
  readonly kinship: Kinship
  /** Under the outlet in whose documents they stand. */
  readonly told: ReadonlyMap<SourceId, Shelf>
  /** Under each source that has it from another one: the middle links. */
  readonly passed: ReadonlyMap<SourceId, Shelf>
}

/** A chain passes through an outlet whose own article tells it: the retelling goes back to the article. */
const toOwnArticle = (from: Telling, cited: Source, { kinship, told }: Places): Tie | null => {
  const own = told.get(cited.id)
  if (own === undefined) return null
  const isCited = from.speaker.id === cited.id
  const similar = kinship.alikeBy(from, cited.id)
  const fitting = (similar.length > 0 ? similar : near(own.tellings, from.rank)).filter(
    (to) => to.document !== from.document && (isCited || !clearlyDiffer(from.knower, to.knower)),
  )
  const match = bestMatch(from, fitting, kinship)
  if (match === null) return null
  const sameKnower = match.sameKnower && !isCited
  const isBody = isCited && cited.kind !== 'outlet'
  return {
    from,
    to: match.to,
    kind: 'cites',
    force: sameKnower || isBody ? 'identity' : 'likeness',
    rule: 'cites-article',
    sure: sameKnower ? SAME_KNOWER : sureOf(own.sole ? SOLE : isCited ? SEVERAL : BEHIND_SEVERAL, match),
    reason: `${calledBy(from.document)} cites ${cited.name}, whose own report this is`,
  }
}

/** Who speaks here has it, as another telling shows, from somebody else. */
const toPassedOn = (from: Telling, { kinship, passed }: Places): Tie | null => {
  const onward = passed.get(from.speaker.id)
  if (onward === undefined || isFirstHand(from.statement, from.document)) return null
  const others = near(onward.tellings, from.rank).filter((to) => to !== from)
  const match = bestMatch(from, others, kinship)
  if (match === null) return null
  return {
    from,
    to: match.to,
    kind: 'cites',
    force: onward.sole ? 'identity' : 'likeness',
    rule: 'cites-source',
    sure: sureOf(onward.sole ? SOLE : BEHIND_SEVERAL, match),
    reason: `${from.speaker.name} has it from ${match.to.speaker.name}, as ${calledBy(match.to.document)} tells`,
  }
}

/** Two unnamed voices reach us through one go-between who has not published here: most likely one report. */
const toSameGoBetween = (from: Telling, between: Source, { kinship, passed }: Places): Tie | null => {
  const earlier = near(passed.get(between.id)?.tellings ?? [], from.rank).filter(
    (to) => to.rank < from.rank && to.speaker.kind === 'unnamed' && to.document !== from.document,
  )
  const match = bestMatch(from, earlier, kinship)
  if (match === null) return null
  return {
    from,
    to: match.to,
    kind: 'cites',
    force: 'likeness',
    rule: 'cites-go-between',
    sure: sureOf(GO_BETWEEN, match),
    reason: `both have it from an unnamed source by way of ${between.name}`,
  }
}

const citationsOf = (from: Telling, places: Places): readonly Tie[] => {
  const ties = from.sources.slice(1).flatMap((cited, at) => {
    const article = cited.id === from.outlet.id ? null : toOwnArticle(from, cited, places)
    if (article !== null) return [article]
    const isLast = at === from.sources.length - 2
    if (isLast || from.speaker.kind !== 'unnamed') return []
    return toSameGoBetween(from, cited, places) ?? []
  })
  if (ties.some(({ to }) => from.speaker.id === to.outlet.id)) return ties
  const source = from.speaker.id !== from.outlet.id || from.speaker.kind !== 'outlet' ? toPassedOn(from, places) : null
  return source === null ? ties : [...ties, source]
}

/**
 * `cites` ties among the tellings of one side of one claim: for every link of every chain at most one, to the telling that the link most
 * likely stands for. A bounded number of tellings is looked at for each link.
 */
export const citationTies = (kinship: Kinship): readonly Tie[] => {
  const { tellings } = kinship
  const places: Places = {
    kinship,
    told: shelved(tellings, ({ outlet }) => [outlet.id]),
    passed: shelved(tellings, ({ sources }) => sources.slice(1, -1).map(({ id }) => id)),
  }
  return tellings.flatMap((from) => citationsOf(from, places)).filter(({ sure }) => sure >= SHOWN_FROM)
}

/** Whether a tie says that the telling only points to another outlet's article, and names nobody who knows. */
export const isEcho = ({ from, to, rule }: Tie): boolean => rule === 'cites-article' && from.speaker.id === to.outlet.id
