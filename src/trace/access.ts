import type { Claim } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Access } from '../core/origin.ts'
import type { Source } from '../core/source.ts'
import { textAt, textOfAll } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import {
  BEFORE_ACT,
  FIRST_PERSON,
  HEARSAY,
  NO_OWN_ACT,
  PERCEPTION,
  PERCEPTION_REACH,
  PLACE_WORDS,
  RECORD_WORDS,
  THIRD_PERSON,
} from './perception.data.ts'
import { phraseTest, plainWords, standsAt } from './phrases.ts'

const contentWords = (statement: Statement, document: Document): readonly string[] =>
  plainWords(textOfAll(document.text, statement.content))

/** Who acts stands among the first words of what is said. */
const OWN_ACT_WITHIN = 3

/** Who was told *to* do something has an order, not news. */
const isHeardOf = phraseTest(HEARSAY, 'to')

const perceives = (words: readonly string[], at: number): boolean => {
  const next = words.slice(at + 1, at + 1 + PERCEPTION_REACH)
  if (next.some((word) => word === 'not' || word === 'never' || word.endsWith("n't"))) return false
  return next.some((word) => PERCEPTION.has(word)) || (next[0] === 'was' && PLACE_WORDS.has(next[1] ?? ''))
}

const isQuoted = ({ manner }: Statement): boolean => manner === 'direct' || manner === 'mixed'

/** Whether these words of a statement say that the speaker perceived it himself. */
const isPerceived = (statement: Statement, words: readonly string[]): boolean => {
  if (isQuoted(statement) && words.some((word, at) => FIRST_PERSON.has(word) && perceives(words, at))) return true
  return statement.manner !== 'direct' && THIRD_PERSON.has(words[0] ?? '') && perceives(words, 0)
}

/** Whether a speaker says that he perceived it himself: "I saw", in his own words; "she had watched", at the head of retold ones. */
export const isFirstHand = (statement: Statement, document: Document): boolean => {
  const words = contentWords(statement, document)
  return isPerceived(statement, words) && !isHeardOf(words)
}

/** Whether the words that name a source, or its name, are those of something that measures or keeps a record. */
const isRecord = ({ statement, document, speaker }: RootTelling): boolean => {
  const mention = statement.chain.at(-1)?.mention
  const words = [
    ...plainWords(speaker.name),
    ...(mention === null || mention === undefined ? [] : plainWords(textAt(document.text, mention))),
  ]
  return words.some((word) => RECORD_WORDS.has(word))
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an'])

const withoutArticle = (words: readonly string[]): readonly string[] => (ARTICLES.has(words[0] ?? '') ? words.slice(1) : words)

/** Whether a text begins with one of the names of a source. */
export const beginsWithName = (words: readonly string[], { name, aliases }: Source): boolean =>
  [name, ...aliases].some((called) => standsAt(withoutArticle(words), 0, withoutArticle(plainWords(called))))

/** Whether the words from `at` on say that "I" or "we" did something other than perceive or think. */
const isActOfOurs = (words: readonly string[], at: number): boolean => {
  if (!FIRST_PERSON.has(words[at] ?? '')) return false
  const verb = words.slice(at + 1).find((word) => !BEFORE_ACT.has(word))
  return verb !== undefined && !NO_OWN_ACT.has(verb) && !PERCEPTION.has(verb)
}

/** Whether the source speaks of what it did or decided itself: "we have not decided", or its own name as the one who acts. */
const isOwnAct = ({ statement, knower }: RootTelling, words: readonly string[]): boolean =>
  (isQuoted(statement) && words.slice(0, OWN_ACT_WITHIN).some((_, at) => isActOfOurs(words, at))) || beginsWithName(words, knower)

/** One statement of a root, in the document that tells it. */
export interface RootTelling {
  readonly statement: Statement
  readonly document: Document
  readonly outlet: Source
  readonly footing: 'voice' | 'outlet'
  readonly speaker: Source
  readonly knower: Source
}

const sawForItself = ({ speaker, outlet, footing }: RootTelling): boolean =>
  speaker.kind === 'outlet' && speaker.id === outlet.id && footing === 'voice'

/**
 * How the root came to be able to know, from the tellings closest to it: a document is a record; who says that he has it from others has
 * hearsay, whatever else he says; then own senses, or an outlet's own looking; then measuring and record keeping, then an act of its own
 * (`claim` begins with its name, or it says "we did").
 */
export const accessOf = (tellings: readonly RootTelling[], claim: Claim | undefined): Access => {
  if (tellings.some(({ speaker }) => speaker.kind === 'document')) return 'record'
  const said = tellings.map((telling) => ({ telling, words: contentWords(telling.statement, telling.document) }))
  if (said.some(({ words }) => isHeardOf(words))) return 'hearsay'
  if (said.some(({ telling, words }) => isPerceived(telling.statement, words) || sawForItself(telling))) return 'witness'
  if (tellings.some(isRecord)) return 'record'
  const claimWords = claim === undefined ? [] : plainWords(claim.text)
  if (tellings.some(({ knower }) => beginsWithName(claimWords, knower))) return 'own-decision'
  return said.some(({ telling, words }) => isOwnAct(telling, words)) ? 'own-decision' : 'unknown'
}
