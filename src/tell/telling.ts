export { type Change, changeWords, differenceOf } from './difference.ts'
export { explain } from './explain.ts'
export type {
  Citation,
  ClaimExplanation,
  Count,
  Explanation,
  Point,
  Quote,
  Section,
  SectionKind,
  Sentence,
  Voice,
} from './explanation.ts'
export { sentencesOf } from './explanation.ts'
export { ledgerJson, ledgerText } from './ledger.ts'
export { markdownText } from './markdown.ts'
export { htmlPage } from './page.ts'
export { reportOf } from './report.ts'
export type { TerminalOptions } from './printed.ts'
export { scoreJson, scoreText } from './score.ts'
export { statementsJson, statementsText, type Attributed } from './statements.ts'
export { terminalText } from './terminal.ts'
export type { CaseLine, CaseView, NamedStatement, ShownDocument, ShownVerdict } from './kept/case-view.ts'
export { entryWords, GRADES, judgementWords, type ToldEntry } from './kept/entry-words.ts'
export type { FoundPassage } from './kept/found-passage.ts'
export { type CaseDifference, isUnchanged, type Recaptured } from './kept/case-difference.ts'
export { type Mover, type Standing, type VerdictMove, verdictMoves } from './kept/verdict-moves.ts'
export type { Earlier, TakenIn } from './kept/taken-in.ts'
