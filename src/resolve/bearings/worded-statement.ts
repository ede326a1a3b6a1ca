import { hull } from '../../core/span.ts'
import type { Statement } from '../../core/statement.ts'
import type { Amount } from './amounts.ts'
import { POINTING_WORDS } from './empty-words.data.ts'
import { phraseBook, phrasesIn } from './phrases.ts'
import { firstEndingAfter } from '../place.ts'
import { CONTRASTING_PHRASES, OPEN_PHRASES, REJECTING_PHRASES } from './stance-cues.data.ts'
import { runIn, type Run, type Wording } from './wording.ts'
import { speaksOfFuture, wordSet } from './words.ts'

/** A statement with its place and what its words show, whatever the claim. */
export interface WordedStatement {
  readonly statement: Statement
  readonly content: readonly Run[]
  /** The stems of the words that name the innermost speaker. */
  readonly speaker: ReadonlySet<string>
  /** The sentences in which the content begins and ends. */
  readonly firstSentence: number
  readonly lastSentence: number
  /** All words from the first of these sentences to the last. */
  readonly around: Run
  /** Its content holds another statement. */
  readonly holdsAnother: boolean
  readonly amounts: readonly Amount[]
  readonly future: boolean
  /** It opens with a word that points back. */
  readonly pointing: boolean
  /** Some clause is negated. */
  readonly negation: boolean
  /** Number of phrases that turn something down, that leave it open, and whether the sentence sets itself against the one before. */
  readonly rejecting: number
  readonly open: number
  readonly contrast: boolean
}

const POINTING = wordSet(POINTING_WORDS)
const REJECTING = phraseBook(REJECTING_PHRASES)
const OPEN = phraseBook(OPEN_PHRASES)
const CONTRASTING = phraseBook(CONTRASTING_PHRASES)

/** The statements of one document, which are in reading order, with their words. */
export const wordedStatements = (
  statements: readonly Statement[],
  { words, document, sentences, amounts }: Wording,
): readonly WordedStatement[] => {
  const outer = new Set(statements.map((statement) => statement.within))
  const sentenceAt = (offset: number): number =>
    Math.max(0, Math.min(firstEndingAfter(document.sentences, offset), document.sentences.length - 1))
  return statements.map((statement) => {
    const content = statement.content.map((part) => runIn(words, part))
    const said = content.flatMap((run) => words.slice(...run))
    const mention = statement.chain.at(-1)?.mention ?? null
    const whole = hull(statement.content)
    const firstSentence = sentenceAt(whole.start)
    const lastSentence = sentenceAt(whole.end - 1)
    const around: Run = [sentences[firstSentence]?.[0] ?? 0, sentences[lastSentence]?.[1] ?? 0]
    return {
      statement,
      content,
      speaker: new Set(mention === null ? [] : words.slice(...runIn(words, mention)).map((word) => word.stem)),
      firstSentence,
      lastSentence,
      around,
      holdsAnother: outer.has(statement.id),
      amounts: statement.content.flatMap((part) => amounts.slice(...runIn(amounts, part))),
      future: speaksOfFuture(said),
      pointing: POINTING.has(said[0]?.lower ?? ''),
      negation: said.some((word) => word.negates),
      rejecting: phrasesIn(said, REJECTING),
      open: phrasesIn(said, OPEN),
      contrast: phrasesIn(words.slice(...(sentences[firstSentence] ?? [0, 0])), CONTRASTING) > 0,
    }
  })
}
