import type { Probability } from '../core/probability.ts'
import type { Gap, Reason, Sensitivity } from '../core/verdict.ts'
import type { ClaimFile } from './case-file.ts'
import { citeAbout, citeLeads, said } from './citation.ts'
import { point, type Citation, type Point, type Section, type Sentence } from './explanation.ts'
import { labelled, rootOf, titleOf } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'
import { asSentence, capitalised, multiplier, oddsWords, percent, SMALLEST_WEIGHT, strengthWords, times } from './wording.ts'

/** Assumptions named in the section on what would change the verdict. */
const MOST_CROSSINGS = 3

const support = ({ nats }: Reason): string =>
  Math.abs(nats) < SMALLEST_WEIGHT ? phrases.noSupport : phrases.support(nats, multiplier(nats), strengthWords(nats))

const reasonPoint = (on: ClaimFile, reason: Reason): Point => {
  const behind = citeAbout(on, reason.about)
  const origin = on.origins.find(({ id }) => id === reason.about.id)
  const clauses = [...new Set(reason.factors.map(({ says }) => labelled(on.file, says)))]
  const { probability, band } = reason.without
  return point(
    [
      ...said(phrases.reason(support(reason), clauses), behind),
      ...said(phrases.without(percent(probability), band, band !== on.verdict.band), behind),
    ],
    {
      about: reason.about,
      title: capitalised(titleOf(on, reason.about)),
      kind: origin === undefined ? null : (rootOf(on.file, origin)?.kind ?? 'unnamed'),
      nats: reason.nats,
    },
  )
}

/** "4.9 to 1 (83 %)". */
export const oddsAndPercent = (p: Probability): string => `${oddsWords(p)} (${percent(p)})`

/** What each origin and thing adds, and the odds they make together. */
export const reasonSection = (on: ClaimFile): Section => {
  const { reasons, prior, probability } = on.verdict
  const sum = said(phrases.sum(oddsAndPercent(prior), oddsAndPercent(probability)), citeLeads(on))
  const points = reasons.map((reason) => reasonPoint(on, reason))
  return { kind: 'reasons', heading: HEADINGS.reasons, points: points.length > 0 ? [...points, point(sum)] : [] }
}

/** An assumption with what it stands for here, and the first telling of each origin that it is at work in; all leads where in none. */
const atWork = (on: ClaimFile, assumption: string): { readonly name: string; readonly behind: readonly Citation[] } => {
  const uses = on.verdict.reasons.flatMap(({ about, factors }) =>
    factors.filter((factor) => factor.assumption === assumption).map(({ says }) => ({ says, cited: citeAbout(on, about) })),
  )
  const [first] = uses
  const name = plain(assumption)
  return first === undefined
    ? { name: phrases.assumed(name), behind: citeLeads(on) }
    : { name: phrases.assumption(name, labelled(on.file, first.says)), behind: uses.flatMap(({ cited }) => cited) }
}

const crossing = (on: ClaimFile, { assumption, low, high }: Sensitivity): readonly Sentence[] => {
  const [least, most] = low < high ? [low, high] : [high, low]
  const { name, behind } = atWork(on, assumption)
  return said(phrases.crosses(name, percent(least), percent(most)), behind)
}

const flips = (on: ClaimFile): readonly Sentence[] => {
  const { flipSet, flipBand, band, reasons } = on.verdict
  if (reasons.length === 0) return []
  if (flipSet.length === 0 || flipBand === null) return said(phrases.noFlip(band), citeLeads(on))
  const titles = flipSet.map((about) => titleOf(on, about))
  return said(
    phrases.flip(titles, flipBand),
    flipSet.flatMap((about) => citeAbout(on, about)),
  )
}

/** The smallest set of reasons, and the assumptions, that another verdict hangs on. */
export const flipSection = (on: ClaimFile): Section => {
  const crossings = on.verdict.tornado.filter(({ crosses }) => crosses)
  const assumed =
    crossings.length > 0
      ? crossings.slice(0, MOST_CROSSINGS).flatMap((one) => crossing(on, one))
      : on.verdict.tornado.length > 0
        ? said(phrases.noCrossing, citeLeads(on))
        : []
  return { kind: 'flips', heading: HEADINGS.flips, points: [...flips(on), ...assumed].map((sentence) => point([sentence])) }
}

const gapPoint = (on: ClaimFile, { about, asks, expectedNats }: Gap): Point => {
  const behind = about === null ? citeLeads(on) : citeAbout(on, about)
  const moves = Math.abs(expectedNats) < SMALLEST_WEIGHT ? [] : said(phrases.gapMoves(times(expectedNats)), behind)
  return point([...said(asSentence(labelled(on.file, asks)), behind), ...moves], { about })
}

/** What could still be learned, the most telling first. */
export const gapSection = (on: ClaimFile): Section => ({
  kind: 'gaps',
  heading: HEADINGS.gaps,
  points: on.verdict.gaps.map((gap) => gapPoint(on, gap)),
})
