import type { DocumentId } from '../core/document.ts'
import type { SourceId } from '../core/source.ts'
import { hull } from '../core/span.ts'
import type { Kinship } from './kinship.ts'
import { listed, type Shelf, shelved } from './shelves.ts'
import type { Telling } from './telling.ts'
import { near } from './nearness.ts'
import { calledBy, JOINS_FROM, type Tie } from './tie.ts'

/** So many voices of one document are compared with each of its own lines; nobody attributes one claim to more in earnest. */
const MOST_VOICES = 32

/** So many of the outlets that a document cites are looked at. */
const MOST_CITED = 8

/** From here a line shares enough words with what a voice says to sum it up. */
const SUMS_UP = 0.3
const SUMMARY = { least: 0.6, words: 0.35 }

/** An unsourced line of an article that names a source for the claim most likely rests on it; an opinion or a forecast is the writer's own. */
const RESTS_ON_VOICE = 0.6
const OWN_OPINION = 0.4

/** Two articles say the same where they share at least so much weight: about a rare word or a number besides the words of the claim. */
const SAYS_THE_SAME = 0.7
const WHERE_CITED = { least: 0.55, words: 0.3 }
const SAME_DOCUMENT = 0.8
const SAME_OUTLET = 0.6

interface Scored {
  readonly to: Telling
  readonly common: number
  readonly weight: number
}

const closest = (from: Telling, among: readonly Telling[], { likeness }: Kinship): Scored | null => {
  let best: Scored | null = null
  for (const to of among) {
    const { common, weight } = likeness(from, to)
    if (best === null || common > best.common) best = { to, common, weight }
  }
  return best
}

const isOpinion = ({ bearing }: Telling): boolean => bearing.act === 'opinion' || bearing.act === 'predict'

const placeOf = ({ statement }: Telling): number => hull(statement.content).start

/** The voice that speaks nearest to a line in the text. */
const nearestInText = (from: Telling, voices: readonly Telling[]): Telling | undefined =>
  voices.toSorted((a, b) => Math.abs(placeOf(a) - placeOf(from)) - Math.abs(placeOf(b) - placeOf(from)))[0]

const ontoVoice = (from: Telling, voices: readonly Telling[], kinship: Kinship): Tie | null => {
  const heard = voices.slice(0, MOST_VOICES)
  const match = closest(from, heard, kinship)
  if (match === null) return null
  const { common } = match
  const sums = common >= SUMS_UP
  const to = sums ? match.to : (nearestInText(from, heard) ?? match.to)
  return {
    from,
    to,
    kind: 'cites',
    force: 'likeness',
    rule: sums ? 'sums-up' : 'rests-on-voice',
    sure: sums ? SUMMARY.least + SUMMARY.words * common : isOpinion(from) ? OWN_OPINION : RESTS_ON_VOICE,
    reason: sums
      ? `${calledBy(from.document)} sums up in its own words what it has from ${to.speaker.name}`
      : `${calledBy(from.document)} names no other source for it than ${to.speaker.name}`,
  }
}

/** The document cites an outlet for something else, and that outlet's own article says this too. */
const ontoCited = (from: Telling, told: readonly Telling[], kinship: Kinship): Tie | null => {
  const match = closest(from, told, kinship)
  if (match === null || match.common < SUMS_UP || match.weight < SAYS_THE_SAME) return null
  return {
    from,
    to: match.to,
    kind: 'cites',
    force: 'likeness',
    rule: 'cites-elsewhere',
    sure: WHERE_CITED.least + WHERE_CITED.words * match.common,
    reason: `${calledBy(from.document)} cites ${match.to.outlet.name}, which says the same`,
  }
}

const ontoOwn = (from: Telling, first: Telling): Tie => {
  const together = first.document === from.document
  return {
    from,
    to: first,
    kind: 'same-speaker',
    force: 'likeness',
    rule: 'same-outlet',
    sure: together ? SAME_DOCUMENT : SAME_OUTLET,
    reason: `${from.outlet.name} says both in its own name and gives no source`,
  }
}

/** What the own words of an outlet may be led back to, on one side of one claim. */
interface Ground {
  readonly voices: ReadonlyMap<DocumentId, readonly Telling[]>
  /** Under the outlet in whose documents they stand. */
  readonly told: ReadonlyMap<SourceId, Shelf>
  /** What outlets say in their own name, looked for themselves or not. */
  readonly own: ReadonlyMap<SourceId, readonly Telling[]>
  readonly cited: ReadonlyMap<DocumentId, ReadonlySet<SourceId>>
}

/** What the outlets that the document cites had told before: what shares words with a line, or where nothing does, what is nearest in time. */
const reportsFor = (from: Telling, { told, cited }: Pick<Ground, 'told' | 'cited'>, kinship: Kinship): readonly Telling[] =>
  [...(cited.get(from.document.id) ?? [])].slice(0, MOST_CITED).flatMap((outlet) => {
    const alike = kinship.alikeBy(from, outlet)
    const reports = alike.length > 0 ? alike : near(told.get(outlet)?.tellings ?? [], from.rank)
    return reports.filter((to) => to.rank < from.rank && to.document !== from.document)
  })

const tiesOf = (from: Telling, { voices, told, own, cited }: Ground, kinship: Kinship): readonly Tie[] => {
  const voice = ontoVoice(from, voices.get(from.document.id) ?? [], kinship)
  if (voice !== null && voice.sure >= JOINS_FROM) return [voice]
  const elsewhere = voice === null ? ontoCited(from, reportsFor(from, { told, cited }, kinship), kinship) : null
  if (elsewhere !== null) return [elsewhere]
  const lines = own.get(from.outlet.id) ?? []
  const here = near(lines, from.rank).find(
    (line) => line.document === from.document && line.rank < from.rank && (voice === null || isOpinion(line)),
  )
  const first = here ?? (voice === null && told.get(from.outlet.id)?.sole === true ? lines[0] : undefined)
  const same = first === undefined || first === from ? null : ontoOwn(from, first)
  return [voice, same].filter((tie) => tie !== null)
}

/**
 * What an outlet says in its own words, without a source and without saying that it looked for itself, is led back: to the voice of its
 * own document that it sums up or rests on; to the article of an outlet that the document cites; else to the outlet's own words before,
 * in an earlier document only where the outlet never names a source for it.
 * `cited` gives the outlets that a document cites for anything.
 */
export const ownWordsTies = (kinship: Kinship, cited: Ground['cited']): readonly Tie[] => {
  const { tellings } = kinship
  const ground: Ground = {
    voices: listed(
      tellings.filter(({ footing }) => footing === 'voice'),
      ({ document }) => document.id,
    ),
    told: shelved(tellings, ({ outlet }) => [outlet.id]),
    own: listed(
      tellings.filter(({ outlet, speaker }) => outlet.id === speaker.id),
      ({ outlet }) => outlet.id,
    ),
    cited,
  }
  return tellings.filter(({ footing }) => footing === 'outlet').flatMap((from) => tiesOf(from, ground, kinship))
}
