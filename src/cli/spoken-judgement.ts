import type { ClaimId } from '../core/claim.ts'
import type { Judgement } from '../core/judgement.ts'
import { plain } from '../core/plain-text.ts'
import type { Grade } from '../core/source.ts'
import type { StatementId } from '../core/statement.ts'
import { UsageError } from './usage.ts'

/** Each kind as it is typed, what follows it, and what that is in a sentence of help. */
export const JUDGEMENT_USES = {
  same: ['<source> <source>', 'two names stand for one source'],
  different: ['<source> <source>', 'two names stand for two sources'],
  'same-origin': ['<statement> <statement>', 'two go back to one knower'],
  'different-origin': ['<statement> <statement>', 'two do not'],
  split: ['<statement>', "goes back to nobody else's telling"],
  bearing: ['<statement> <claim> supports|contradicts|neutral|none', 'what it is to a claim'],
  grade: ['<source> <A…F>', 'A reliable, E not, F cannot be judged'],
  override: ['<assumption>=<value>', 'another number in the arithmetic'],
  note: ['<text> [--about <what>]', 'words for whoever reads the case'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

type Use = keyof typeof JUDGEMENT_USES

const isUse = (kind: string): kind is Use => Object.hasOwn(JUDGEMENT_USES, kind)

const STANCES = ['supports', 'contradicts', 'neutral', 'none'] as const
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D', 'E', 'F']
const OVERRIDE = /^([^=]+)=([^=]+)$/u

const usage = (use: Use): UsageError =>
  new UsageError(`"judge NAME ${use}" takes ${JUDGEMENT_USES[use][0]}; "hearsay judge --help" has examples.`)

const asStatement = (call: string): StatementId => call as StatementId

const bearing = ([statement, claim, stance]: readonly string[]): Judgement => {
  const known = STANCES.find((one) => one === stance)
  if (statement === undefined || claim === undefined || known === undefined) throw usage('bearing')
  return { kind: 'bearing', statement: asStatement(statement), claim: claim as ClaimId, stance: known }
}

const grade = ([source, letter]: readonly string[]): Judgement => {
  const known = GRADES.find((one) => one === letter?.toUpperCase())
  if (source === undefined || known === undefined) throw usage('grade')
  return { kind: 'grade', source, grade: known }
}

const override = ([text = '']: readonly string[]): Judgement => {
  const [, name = '', value = ''] = OVERRIDE.exec(text) ?? []
  if (name === '' || value.trim() === '' || Number.isNaN(Number(value))) throw usage('override')
  return { kind: 'override', assumption: name, value: Number(value) }
}

const ofUse = (use: Use, words: readonly string[], about: string | null): Judgement => {
  const [first, second] = words
  if (first === undefined) throw usage(use)
  switch (use) {
    case 'same':
    case 'different':
      if (second === undefined) throw usage(use)
      return { kind: use === 'same' ? 'same-source' : 'different-source', names: [first, second] }
    case 'same-origin':
    case 'different-origin':
      if (second === undefined) throw usage(use)
      return { kind: use, statements: [asStatement(first), asStatement(second)] }
    case 'split':
      return { kind: 'split-origin', statement: asStatement(first) }
    case 'bearing':
      return bearing(words)
    case 'grade':
      return grade(words)
    case 'override':
      return override(words)
    case 'note':
      return { kind: 'note', text: first, about }
  }
}

const COUNTS: Readonly<Partial<Record<Use, number>>> = { split: 1, override: 1, note: 1, bearing: 3 }

/** The judgement that words of a command line stand for. Throws where they stand for none. */
export const spokenJudgement = (kind: string, words: readonly string[], about: string | null): Judgement => {
  if (!isUse(kind)) throw new UsageError(`There is no judgement "${kind}"; there are ${Object.keys(JUDGEMENT_USES).join(', ')}.`)
  if (words.some((word) => plain(word) === '') || words.length !== (COUNTS[kind] ?? 2)) throw usage(kind)
  if (about !== null && kind !== 'note') throw new UsageError('--about goes with a note: leave it out.')
  return ofUse(kind, words, about)
}
