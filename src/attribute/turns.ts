import type { Block, Document } from '../core/document.ts'
import { grouped } from '../core/grouped.ts'
import { textOfAll, within, type Span } from '../core/span.ts'
import type { Attribution } from './tagger.ts'

/** One turn of a transcript: "HOLM: Good evening." */
export interface Turn {
  readonly speaker: Span
  readonly mark: Span
  readonly words: Span
}

/** The longest speaker's label, in UTF-16 code units. */
const LABEL_LENGTH = 40

const WORDS_OF_NAME = /^\p{Lu}[\p{L}\p{N}.'’()-]*(?: (?:of|the|and|de|van|von|[\p{Lu}(][\p{L}\p{N}.'’()-]*)){0,4}$/u
const CAPITALS = /^\P{Ll}+$/u

/** The turn that a block is, or null: a label in capitals before a colon, or a name before a colon in a block that was read as a turn. */
export const turnIn = (text: string, block: Block): Turn | null => {
  const colon = text.indexOf(':', block.span.start)
  if (colon === -1 || colon > Math.min(block.span.end - 2, block.span.start + LABEL_LENGTH)) return null
  const label = text.slice(block.span.start, colon)
  if (text.charAt(colon + 1) !== ' ' || !WORDS_OF_NAME.test(label) || !(CAPITALS.test(label) || block.kind === 'turn'))
    return null
  let start = colon + 1
  while (start < block.span.end && text.charAt(start) === ' ') start++
  return start === block.span.end
    ? null
    : {
        speaker: { start: block.span.start, end: colon },
        mark: { start: colon, end: colon + 1 },
        words: { start, end: block.span.end },
      }
}

export const turnAttribution = ({ speaker, mark, words }: Turn): Attribution => ({
  source: [speaker],
  cue: [mark],
  content: [words],
  score: 0.9,
  maker: 'rule:turn',
  tone: null,
  cites: false,
})

/** The turns of a document, each as an attribution to its label. */
export const turnAttributions = ({ text, blocks }: Document): readonly Attribution[] =>
  blocks.flatMap((block) => {
    const turn = turnIn(text, block)
    return turn === null ? [] : [turnAttribution(turn)]
  })

/** Without those that take a turn's label for words of saying: the turn itself says it already. */
export const withoutTurnLabels = ({ text, blocks }: Document, attributions: readonly Attribution[]): readonly Attribution[] => {
  const labels = blocks.flatMap((block) => {
    const turn = turnIn(text, block)
    return turn === null ? [] : [{ start: turn.speaker.start, end: turn.mark.end }]
  })
  return labels.length === 0
    ? attributions
    : attributions.filter(({ cue }) => cue.every((part) => within(labels, part).length === 0))
}

const isTurn = ({ maker }: Attribution): boolean => maker === 'rule:turn'

/** Labels whose turns mostly end in a question: interviewers and counsel, who prompt and do not state. */
const askersOf = (text: string, turns: readonly Attribution[]): ReadonlySet<string> => {
  const byLabel = grouped(turns, ({ source }) => textOfAll(text, source))
  const asks = (turn: Attribution): boolean => textOfAll(text, turn.content).trimEnd().endsWith('?')
  return new Set(
    [...byLabel].filter(([, own]) => own.length > 1 && own.filter(asks).length * 2 > own.length).map(([label]) => label),
  )
}

/** The attributions of a transcript with its prompts told apart. */
export interface Prompted {
  readonly attributions: readonly Attribution[]
  /** Turns that are no statements; what is attributed inside them still is. */
  readonly prompts: ReadonlySet<Attribution>
}

/**
 * Tells prompts from statements. An asker who has the first turn presents the programme and speaks for the outlet: what is attributed
 * inside such a turn is told by the outlet, with no link for the presenter.
 */
export const withoutPrompts = (text: string, tagged: readonly Attribution[]): Prompted => {
  const turns = tagged.filter(isTurn)
  const askers = askersOf(text, turns)
  const labelOf = ({ source }: Attribution): string => textOfAll(text, source)
  const presenter = turns[0] === undefined ? null : labelOf(turns[0])
  const prompts = new Set<Attribution>()
  const attributions = tagged.map((attribution) => {
    const label = labelOf(attribution)
    if (!isTurn(attribution) || !askers.has(label)) return attribution
    const prompt = label === presenter ? { ...attribution, source: [] } : attribution
    prompts.add(prompt)
    return prompt
  })
  return { attributions, prompts }
}
