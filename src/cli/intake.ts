import type { CaptureMethod } from '../core/capture.ts'
import type { Inquiry } from '../core/case.ts'
import type { TakenIn } from '../index.ts'
import { type Found, gather, type Gathered } from '../node/gather.ts'
import { terminalOf, complain, print } from './screen.ts'
import type { Desk } from './desk.ts'
import { EXIT, type ExitCode, isFailure } from './exit-code.ts'
import { progressOn } from './progress.ts'
import type { Reading } from './reading.ts'
import { UsageError } from './usage.ts'

/** What a command that puts things before a case was told of them. */
export interface IntakeChoices {
  readonly pastedFrom?: string
  readonly allowPrivate?: true
}

/** The address of a page whose words were pasted. */
export const pastedUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/u.test(url.protocol))
    throw new UsageError(`--pasted-from takes the address of a page as https://news.example/dam, not "${text}".`)
  return url.href
}

const pastedOf = ({ label, capture, had }: Found, url: string): Found => {
  const method: CaptureMethod = 'pasted'
  return { label, capture: { ...capture, imprint: { ...capture.imprint, url } }, had: { ...had, method } }
}

/** Gathers inputs as `check` does; what was pasted says where from. */
export const gathered = async (
  inputs: readonly string[],
  { pastedFrom, allowPrivate }: IntakeChoices,
  { unpack }: Reading,
): Promise<Gathered> => {
  if (pastedFrom !== undefined && inputs.length !== 1)
    throw new UsageError('--pasted-from goes with one input: a file with the words, or - for standard input.')
  const found = await gather(inputs, { fetch: { allowPrivate: allowPrivate === true }, unpack })
  if (pastedFrom === undefined) return found
  return { ...found, submissions: found.submissions.map((one) => pastedOf(one, pastedFrom)) }
}

/** What a case file asks for and a kept case is not told: the day is an option of each check. */
export const dayRemark = ({ asOf }: Inquiry, name: string): readonly string[] =>
  asOf === null ? [] : [`The case file asks for what was published by ${asOf}: “hearsay check ${name} --as-of ${asOf}” does so.`]

const uncapitalised = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** Puts what was gathered before a case, tells what became of it, and what could not be had, kept or read. */
export const takeGathered = async (
  name: string,
  { submissions, refusals }: Gathered,
  { library, readers, reading }: Desk,
): Promise<ExitCode> => {
  const { takeIn } = await import('../server/intake.ts')
  const { takenInText } = await import('../tell/tell.ts')
  const progress = progressOn(process.stderr)
  const intake = await takeIn(library, name, { found: submissions, readers, onProgress: progress.show }).finally(progress.clear)
  const told = intake.ok ? intake.value : { taken: [], refusals: [intake.refusal] }
  if (told.taken.length > 0) await print(takenInText(told.taken, terminalOf(process.stdout)))
  const unread = told.taken.flatMap(({ label, refusal }: TakenIn) =>
    refusal === null ? [] : [{ ...refusal, sentence: `${label ?? ''} is kept, but ${uncapitalised(refusal.sentence)}` }],
  )
  const failed = [...refusals, ...told.refusals, ...unread]
  for (const sentence of [...failed.map((refusal) => refusal.sentence), ...reading.damaged, ...reading.foreign])
    complain(sentence)
  return !failed.some(isFailure) && reading.damaged.length === 0 ? EXIT.done : EXIT.refused
}
