import type { Side } from '../core/claim.ts'
import { onePerDocument, originsOn, tellingsOf, type ClaimFile, type Telling } from './case-file.ts'
import { citeAbout, citeHeadlines, citeLeads, citeTellings, said } from './citation.ts'
import { point, type Citation, type Section, type Sentence } from './explanation.ts'
import { intervalWords } from './figures.ts'
import { knowerOf, onlyKnowerOf, rootOf, titleOf } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { likelihoodWords, percent, SMALLEST_WEIGHT, times } from './wording.ts'

/** Denials of something other than the claim. */
export const elsewhere = ({ tellings }: ClaimFile): readonly Telling[] =>
  tellings.filter(({ bearing }) => bearing.stance === 'neutral' && bearing.act === 'deny')

/** Replies that give no answer. */
export const unanswered = ({ tellings }: ClaimFile): readonly Telling[] =>
  tellings.filter(({ bearing }) => bearing.stance === 'neutral' && bearing.act === 'decline')

/** At and past these a probability decides, if two independent reasons carry it. */
const DECIDES = 0.95

const likelihood = (on: ClaimFile): readonly Sentence[] => {
  const { probability, interval, band, prior } = on.verdict
  const figure = percent(probability)
  const within = intervalWords(interval)
  const words =
    band === 'unverifiable'
      ? phrases.unverifiable(figure, within, percent(prior))
      : phrases.likelihood(likelihoodWords(probability), figure, within)
  return said(words, citeLeads(on))
}

/** Why the verdict's word is not the one that the probability alone would have. */
const qualified = (on: ClaimFile): readonly Sentence[] => {
  const { probability, band } = on.verdict
  const isTwoSided = originsOn(on, 'supports').length > 0 && originsOn(on, 'contradicts').length > 0
  if (band === 'contested' && isTwoSided) return said(phrases.contested, citeLeads(on))
  if (band === 'likely' && probability >= DECIDES) return said(phrases.notDecided('established', band), citeLeads(on))
  if (band === 'unlikely' && probability <= 1 - DECIDES) return said(phrases.notDecided('refuted', band), citeLeads(on))
  return []
}

/** What was looked through for a side that nobody takes: the passages that take none, or those on the other side. */
const lookedThrough = (on: ClaimFile): readonly Citation[] => {
  const neutral = on.tellings.filter(({ bearing }) => bearing.stance === 'neutral')
  return neutral.length > 0 ? citeTellings(on.file, onePerDocument(neutral)) : citeLeads(on)
}

const sideTaken = (on: ClaimFile, side: Side): readonly Sentence[] => {
  const origins = originsOn(on, side)
  const articles = onePerDocument(origins.flatMap((origin) => tellingsOf(on, origin)))
  const [first] = articles
  if (first === undefined) return said(phrases.noSide(side), lookedThrough(on))
  const [origin] = origins
  const alone = articles.length === 1 && origins.length === 1 && first.chain.length === 1
  const own = alone && origin !== undefined && rootOf(on.file, origin)?.id === first.chain[0]?.id
  const roots = origins.map((one) => (origins.length === 1 ? onlyKnowerOf(on.file, one) : knowerOf(on.file, one)))
  const words = own ? phrases.ownAuthority(side) : phrases.side(side, articles.length, roots)
  return said(words, citeTellings(on.file, articles))
}

const sides = (on: ClaimFile): readonly Sentence[] =>
  on.origins.length === 0
    ? said(phrases.neitherSide, lookedThrough(on))
    : [...sideTaken(on, 'supports'), ...sideTaken(on, 'contradicts')]

const counts = (on: ClaimFile): readonly Sentence[] => {
  const denials = elsewhere(on)
  const silences = unanswered(on)
  return [
    ...(denials.length > 0 ? said(phrases.elsewhereCount(denials.length), citeTellings(on.file, denials)) : []),
    ...(silences.length > 0 ? said(phrases.unansweredCount(silences.length), citeTellings(on.file, silences)) : []),
  ]
}

const heaviest = (on: ClaimFile): readonly Sentence[] => {
  const [first, second] = on.verdict.reasons
  if (first === undefined || second === undefined || Math.abs(first.nats) < SMALLEST_WEIGHT) return []
  return said(phrases.heaviest(titleOf(on, first.about), first.nats, times(first.nats)), citeAbout(on, first.about))
}

/** A verdict that leans one way on a single reason says so. */
const standsAlone = (on: ClaimFile): readonly Sentence[] => {
  const { reasons, band, probability } = on.verdict
  if (band === 'contested' || band === 'unverifiable') return []
  const bearing = reasons.filter(({ nats }) => Math.abs(nats) >= SMALLEST_WEIGHT && nats > 0 === probability > 0.5)
  const [only] = bearing
  return bearing.length === 1 && only !== undefined
    ? said(phrases.oneOrigin(titleOf(on, only.about)), citeAbout(on, only.about))
    : []
}

const FIRST_HAND = new Set(['witness', 'own-decision', 'record'])

const firstHand = (on: ClaimFile): readonly Sentence[] =>
  on.origins.length > 0 && !on.origins.some(({ access }) => FIRST_HAND.has(access))
    ? said(phrases.nobodyFirstHand, citeLeads(on))
    : []

/** The paragraph that stands under the verdict: how likely, how many and who, what is not counted, what carries it. */
export const verdictSection = (on: ClaimFile): Section => {
  const silent = on.tellings.length === 0
  const found = silent
    ? said(phrases.nothingBears(on.file.checked.exhibits.length), citeHeadlines(on.file))
    : [...sides(on), ...counts(on), ...heaviest(on), ...standsAlone(on), ...firstHand(on)]
  return { kind: 'verdict', heading: HEADINGS.verdict, points: [point([...likelihood(on), ...qualified(on), ...found])] }
}
