export * from './telling.ts'
// What a library is told like on a terminal, which a browser has no use for.
export { casesText, caseText, STRENGTH_WORDS } from './kept/case-text.ts'
export { passagesText } from './kept/found-passage.ts'
export { journalText, type JournalTextOptions } from './kept/journal-text.ts'
export { caseDifferenceText } from './kept/case-difference-text.ts'
export { takenInText } from './kept/taken-in.ts'
export { type FoundSound, verificationText } from './kept/verification-text.ts'
