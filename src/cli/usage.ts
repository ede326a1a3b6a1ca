import { CommanderError } from 'commander'

/** What was typed cannot be meant: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** How commander words a complaint: one or two sentences, then perhaps what is spelled alike. */
const COMPLAINT = /^error: ([^\n]*)(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?$/u

/** Where nothing is spelled alike: most who name no command name what they want checked. */
const adviceOn = (error: CommanderError, problem: string, command: string): string => {
  const [, word] = error.code === 'commander.unknownCommand' ? (/'([^']*)'/u.exec(problem) ?? []) : []
  return word === undefined ? `"${command} --help" tells what there is.` : `did you mean hearsay check ${word}?`
}

/** Whether a path was typed where a command stands: `./case` is spelled like one, and is none. */
const isPath = (error: CommanderError, problem: string): boolean =>
  error.code === 'commander.unknownCommand' && /[./\\]/u.test(/'([^']*)'/u.exec(problem)?.[1] ?? '')

/** The complaint as one sentence; `command` is the one whose help tells more. */
export const usageSentence = (error: CommanderError | UsageError, command: string): string => {
  if (error instanceof UsageError) return error.message
  const [, problem = error.message, alike] = COMPLAINT.exec(error.message) ?? []
  const clause = problem.replace(/\.$/u, '').replaceAll('. ', ': ').replaceAll("'", '"')
  const advice = alike === undefined || isPath(error, problem) ? adviceOn(error, problem, command) : `did you mean ${alike}?`
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}; ${advice}`
}
