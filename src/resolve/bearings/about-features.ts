import { amountsCompared } from './amounts.ts'
import { coverageOf, type ClaimView, type Coverage } from './claim-view.ts'
import type { WordedStatement } from './worded-statement.ts'
import type { Wording } from './wording.ts'

/** What one statement shows of whether it is about one claim. Shares are of the claim's weight, 0 to 1; marks are 0 or 1. */
export interface AboutFeatures {
  /** Share of the claim whose very words are in the content. */
  readonly exact: number
  /** Share of the claim's words that are no names, met by the same or a kindred word. */
  readonly plain: number
  /** Weight of the most telling word met, in nats. */
  readonly top: number
  /** What the rest of the sentence adds. */
  readonly sentence: number
  /** How much of the claim the next sentence holds: what is said there need not be said here. */
  readonly nextSentence: number
  /** The best of the four sentences before, fading by 0.7 a sentence. */
  readonly recent: number
  /** The best of the other sentences of the paragraph. */
  readonly paragraph: number
  /** Share of the claim whose very words are anywhere in the document: a claim that it does not treat is not all there. */
  readonly document: number
  /** The content opens with a word that points back. */
  readonly pointing: number
  readonly decline: number
  readonly deny: number
  readonly predict: number
  readonly opinion: number
  /** The outlet says it on its own account, in the text below the headline: a headline says what the whole is about. */
  readonly narrated: number
  /** The content holds another statement, which then may be the one to bear. */
  readonly holdsAnother: number
  /** Both give numbers. */
  readonly amounts: number
  /** The claim is of the future and something is foretold. */
  readonly foretold: number
  /** One is of the future and the other is not. */
  readonly mistimed: number
  /** The speaker is named in the claim. */
  readonly concerned: number
  /** ln of the number of claims: what is about another claim is likelier not about this one. */
  readonly rivals: number
}

const FADING = 0.7
const LOOKING_BACK = 4

const recentShare = (sentences: readonly number[], at: number): number => {
  let best = 0
  for (let back = 1; back <= LOOKING_BACK; back++) best = Math.max(best, (sentences[at - back] ?? 0) * FADING ** back)
  return best
}

/** The best share among the other sentences of the block. */
const shareBeside = (
  { firstSentence, lastSentence }: WordedStatement,
  sentences: readonly number[],
  blocks: readonly number[],
): number => {
  const block = blocks[firstSentence]
  let best = 0
  for (let at = firstSentence - 1; at >= 0 && blocks[at] === block; at--) best = Math.max(best, sentences[at] ?? 0)
  for (let at = lastSentence + 1; at < blocks.length && blocks[at] === block; at++) best = Math.max(best, sentences[at] ?? 0)
  return best
}

const isHeadline = ({ firstSentence }: WordedStatement, { blocks, document }: Wording): boolean =>
  document.blocks[blocks[firstSentence] ?? -1]?.kind === 'headline'

const mark = (holds: boolean): number => (holds ? 1 : 0)

/** The features of `worded` for the claim of `view`; `content` is how much of the claim its content holds. */
export const aboutFeatures = (
  worded: WordedStatement,
  content: Coverage,
  { view, wording }: { view: ClaimView; wording: Wording },
): AboutFeatures => {
  const { claim, sentences } = view
  const { act } = worded.statement
  const foretells = act === 'predict' || worded.future
  return {
    exact: content.exact,
    plain: content.plain,
    top: content.top,
    sentence: Math.max(0, coverageOf([worded.around], view).share - content.share),
    nextSentence: sentences[worded.lastSentence + 1] ?? 0,
    recent: recentShare(sentences, worded.firstSentence),
    paragraph: shareBeside(worded, sentences, wording.blocks),
    document: view.document,
    pointing: mark(worded.pointing),
    decline: mark(act === 'decline'),
    deny: mark(act === 'deny'),
    predict: mark(act === 'predict'),
    opinion: mark(act === 'opinion'),
    narrated: mark(worded.statement.cue.length === 0 && worded.statement.chain.length === 1 && !isHeadline(worded, wording)),
    holdsAnother: mark(worded.holdsAnother),
    amounts: mark(amountsCompared(claim.amounts, worded.amounts) !== null),
    foretold: mark(claim.future && foretells),
    mistimed: mark(claim.future !== foretells),
    concerned: mark(claim.terms.some((term) => term.name && worded.speaker.has(term.stem))),
    rivals: Math.log(claim.rivals),
  }
}
