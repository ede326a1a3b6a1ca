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
