import type { Block, Document } from '../core/document.ts'
import { byPosition, hull, overlaps, type Span } from '../core/span.ts'
import { firstSubject } from './clause.ts'
import { toAttribution, type Finding } from './finding.ts'
import { citations, introduced, nominal, passives, prepositional, withholdings } from './other-cues.ts'
import { spanOf } from './phrases.ts'
import { reportedSpeech } from './reported-speech.ts'
import { skeletonsOf, type Item, type Skeleton } from './skeleton.ts'
import type { Attribution, Tagger } from './tagger.ts'
import { turnAttribution, turnIn } from './turns.ts'

const FINDERS: readonly ((items: readonly Item[]) => readonly Finding[])[] = [
  withholdings,
  prepositional,
  citations,
  reportedSpeech,
  passives,
  nominal,
  introduced,
]

/** All attributions of one narrated sentence; of two with one cue the finder named first wins. */
const attributionsIn = ({ items }: Skeleton): readonly Attribution[] => {
  const kept: Attribution[] = []
  for (const finder of FINDERS) {
    for (const finding of finder(items)) {
      const attribution = toAttribution(items, finding)
      const taken = kept.some((other) => other.cue.some((cue) => attribution.cue.some((mine) => overlaps(cue, mine))))
      if (!taken && attribution.content.length > 0) kept.push(attribution)
    }
  }
  return kept
}

/** Quotations of the sentence that no attribution of it covers. */
const loneSpeech = ({ items }: Skeleton, found: readonly Attribution[]): readonly Span[] =>
  items.flatMap((item) =>
    item.kind === 'speech' && !found.some(({ content }) => content.some((part) => overlaps(part, item))) ? [item] : [],
  )

interface Reading {
  readonly attributions: Attribution[]
  /** Who was last heard or acted: the speaker of a quotation without a cue. */
  speaker: readonly Span[]
  /** The quotation that a lone one in the same block goes on from. */
  open: number | null
}

const withLoneSpeech = (reading: Reading, skeleton: Skeleton, found: readonly Attribution[]): void => {
  for (const quotation of loneSpeech(skeleton, found)) {
    const open = reading.open === null ? undefined : reading.attributions[reading.open]
    if (open !== undefined && reading.open !== null) {
      reading.attributions[reading.open] = { ...open, content: [...open.content, { start: quotation.start, end: quotation.end }] }
    } else if (reading.speaker.length > 0) {
      reading.open = reading.attributions.length
      reading.attributions.push({
        source: reading.speaker,
        cue: [],
        content: [{ start: quotation.start, end: quotation.end }],
        score: 0.6,
        maker: 'rule:lone-quotation',
        tone: null,
        cites: false,
      })
    }
  }
}

const readSentence = (reading: Reading, skeleton: Skeleton): void => {
  const found = attributionsIn(skeleton)
  withLoneSpeech(reading, skeleton, found)
  for (const attribution of found) {
    const quoted = skeleton.items.some(
      (item) => item.kind === 'speech' && attribution.content.some((part) => overlaps(part, item)),
    )
    if (quoted) reading.open = reading.attributions.length
    if (attribution.source.length > 0 && attribution.score > 0.6) reading.speaker = attribution.source
    reading.attributions.push(attribution)
  }
  const subject = found.length > 0 ? null : firstSubject(skeleton.items)
  const span = subject && spanOf(skeleton.items, subject)
  if (span !== null) reading.speaker = [span]
}

/** Quotations and turns are read again for what is attributed inside them. */
const insideQuotations = (document: Document, skeleton: Skeleton): readonly Attribution[] =>
  skeleton.items.flatMap((item) =>
    item.kind === 'speech' ? skeletonsOf(document, skeleton.block, item.inner).flatMap((inner) => attributionsIn(inner)) : [],
  )

const readBlock = (reading: Reading, document: Document, block: Block): void => {
  const turn = turnIn(document.text, block)
  if (turn !== null) {
    reading.attributions.push(turnAttribution(turn))
    for (const skeleton of skeletonsOf(document, block, turn.words)) reading.attributions.push(...attributionsIn(skeleton))
    return
  }
  reading.open = null
  for (const skeleton of skeletonsOf(document, block)) {
    readSentence(reading, skeleton)
    reading.attributions.push(...insideQuotations(document, skeleton))
  }
}

const tagDocument = (document: Document): readonly Attribution[] => {
  const reading: Reading = { attributions: [], speaker: [], open: null }
  for (const block of document.blocks) readBlock(reading, document, block)
  return reading.attributions.toSorted((a, b) => byPosition(hull(a.content), hull(b.content)))
}

/** A tagger of hand-written rules: the baseline that a learned one is measured against, and what works without a model. */
export const rulesTagger: Tagger = {
  version: 'rules@1',
  tag: (documents) => Promise.resolve(documents.map(tagDocument)),
}
