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
export { markdownText } from './markdown.ts'
export { htmlPage } from './page.ts'
export { reportOf } from './report.ts'
export { terminalText, type TerminalOptions } from './terminal.ts'
