import type { Deed, Entry } from '../../core/entry.ts'
import type { Judgement } from '../../core/judgement.ts'
import { plain } from '../../core/plain-text.ts'
import { probability } from '../../core/probability.ts'
import type { Grade } from '../../core/source.ts'
import { BANDS } from '../phrases.data.ts'
import { dateWords, figured, listed, percent } from '../wording.ts'

/** An entry of the journal with what its words need beside it. */
export interface ToldEntry {
  readonly entry: Entry
  /** The name of its case; null for what belongs to the library. */
  readonly caseName: string | null
  /** The entry that takes it back; null where it holds. */
  readonly takenBackBy: number | null
  /** What its capture is called: “wire.html”; null where it is about none. */
  readonly subject: string | null
  /** The entry that this one takes back; null where it takes none back. */
  readonly undone: ToldEntry | null
}

/** Admiralty reliability in words. */
export const GRADES: Readonly<Record<Grade, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

const quoted = (text: string): string => `“${plain(text)}”`

const STANCE_WORDS = {
  supports: (statement: string, claim: string) => `${statement} supports ${claim}`,
  contradicts: (statement: string, claim: string) => `${statement} contradicts ${claim}`,
  neutral: (statement: string, claim: string) => `${statement} takes no side on ${claim}`,
  none: (statement: string, claim: string) => `${statement} has nothing to do with ${claim}`,
} as const

/** What a person decided, as a clause after “judged that”, or as a verb of its own where it is no finding. */
export const judgementWords = (judgement: Judgement, nameOf: (statement: string) => string = plain): string => {
  switch (judgement.kind) {
    case 'same-source':
      return `judged ${judgement.names.map(quoted).join(' and ')} to be one source`
    case 'different-source':
      return `judged ${judgement.names.map(quoted).join(' and ')} to be two sources`
    case 'same-origin':
      return `judged that ${judgement.statements.map(nameOf).join(' and ')} go back to one origin`
    case 'different-origin':
      return `judged that ${judgement.statements.map(nameOf).join(' and ')} go back to two origins`
    case 'split-origin':
      return `judged that ${nameOf(judgement.statement)} is an origin of its own`
    case 'bearing':
      return `judged that ${STANCE_WORDS[judgement.stance](nameOf(judgement.statement), plain(judgement.claim))}`
    case 'grade':
      return `graded ${quoted(judgement.source)} ${judgement.grade}, ${GRADES[judgement.grade]}`
    case 'override':
      return `set ${plain(judgement.assumption)} to ${judgement.value}`
    case 'note':
      return judgement.about === null
        ? `noted: ${quoted(judgement.text)}`
        : `noted on ${plain(judgement.about)}: ${quoted(judgement.text)}`
  }
}

const because = (reason: string): string => (plain(reason) === '' ? '' : `: ${plain(reason)}`)

const sizeWords = (bytes: number): string => (bytes < 1000 ? figured(bytes, 'byte') : `${Math.ceil(bytes / 1000)}\u00A0kB`)

const verdictWords = ({ asOf, claims }: Extract<Deed, { readonly kind: 'verdict' }>): string => {
  const told = claims.map(({ claim, probability: p, band }) => `${plain(claim)} ${BANDS[band]} (${percent(probability(p))})`)
  const day = asOf === null ? '' : `, as of ${dateWords(asOf)}`
  return told.length === 0 ? `found no claim to tell of${day}` : `was told ${listed(told)}${day}`
}

const deedWords = (deed: Deed, { subject, undone }: ToldEntry, nameOf: (statement: string) => string): string => {
  const name = subject === null ? 'a capture' : quoted(subject)
  switch (deed.kind) {
    case 'library':
      return 'began the library'
    case 'capture':
      return `kept ${name} (${deed.capture.method}, ${sizeWords(deed.capture.size)})`
    case 'tombstone':
      return `deleted the bytes of ${name}${because(deed.reason)}`
    case 'reading':
      return `had ${name} read by ${plain(deed.reader)}`
    case 'case':
      return `began the case${because(deed.question ?? '')}`
    case 'case-closed':
      return `closed the case${because(deed.reason)}`
    case 'exhibit':
      return `added ${plain(deed.label)}, ${name}`
    case 'exhibit-removed':
      return `took ${plain(deed.label)} out${because(deed.reason)}`
    case 'claim':
      return `added claim ${plain(deed.claim)}: ${quoted(deed.text)}`
    case 'claim-removed':
      return `took claim ${plain(deed.claim)} out${because(deed.reason)}`
    case 'judgement':
      return `${judgementWords(deed.judgement, nameOf)}${because(deed.reason)}`
    case 'undo':
      return `took back ${deed.entry}${undone === null ? '' : ` (${entryWords(undone, nameOf)})`}`
    case 'verdict':
      return verdictWords(deed)
    case 'publication':
      return `published it as ${plain(deed.form)}`
  }
}

/** What an entry says was done, as a clause whose subject is who did it: “took d3 out: the same wire again”. */
export const entryWords = (told: ToldEntry, nameOf: (statement: string) => string = plain): string =>
  deedWords(told.entry.deed, told, nameOf)
