import type { Evidence } from '../core/evidence.ts'
import { chainOf, held, reasonFor, type CaseFile, type ClaimFile } from './case-file.ts'
import { citeSpan, citeStatement, said } from './citation.ts'
import { clipped } from '../core/display-width.ts'
import { point, type Point, type Section, type Sentence } from './explanation.ts'
import { inProse, wordsAt } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'
import { SMALLEST_WEIGHT, times } from './wording.ts'

/** Columns of a thing's name in its heading. */
const LONGEST_TITLE = 72

const scored = (file: CaseFile, { document, score }: Evidence): readonly Sentence[] => {
  if (score === null) return []
  const shown = phrases.score(wordsAt(file, document, [score.span]), plain(score.scale))
  return said(phrases.scored(shown), [citeSpan(file, document, score.span)])
}

const challenged = (file: CaseFile, { challengedBy }: Evidence): readonly Sentence[] => {
  if (challengedBy.length === 0) return []
  const speakers = challengedBy.map((id) => chainOf(file, id).at(-1)).filter((source) => source !== undefined)
  const names = [...new Set(speakers.map((source) => inProse(file, source)))]
  return said(
    phrases.challenged(names),
    challengedBy.flatMap((id) => citeStatement(file, held(file.statements, id))),
  )
}

const thingPoint = (file: CaseFile, item: Evidence, nats: number | null): Point => {
  const mention = citeSpan(file, item.document, item.mention)
  const weighs = nats !== null && Math.abs(nats) >= SMALLEST_WEIGHT
  const weight = weighs ? phrases.thingWeighs(nats, times(nats)) : phrases.thingWeighsNothing
  return point(
    [
      ...said(phrases.offered(item.kind, item.stance, item.provenance), [mention]),
      ...scored(file, item),
      ...challenged(file, item),
      ...(item.claim === null ? [] : said(weight, [mention])),
    ],
    {
      about: { kind: 'evidence', id: item.id },
      title: `${clipped(wordsAt(file, item.document, [item.mention]), LONGEST_TITLE)} (${mention.label})`,
      nats: item.claim === null ? null : (nats ?? 0),
    },
  )
}

/** The things, not words, that are offered on a claim. */
export const evidenceSection = ({ file, evidence, verdict }: ClaimFile): Section => ({
  kind: 'evidence',
  heading: HEADINGS.evidence,
  points: evidence.map((item) => thingPoint(file, item, reasonFor(verdict, item.id)?.nats ?? null)),
})

/** Things that a document mentions and offers for no claim. */
export const thingsSection = (file: CaseFile): Section => ({
  kind: 'things',
  heading: HEADINGS.things,
  points: file.checked.resolution.evidence.filter(({ claim }) => claim === null).map((item) => thingPoint(file, item, null)),
})
