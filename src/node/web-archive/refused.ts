import { refuse, type RefusalCode, type Result } from '../../core/refusal.ts'

/** A refusal on its way out of streams and parsers; the doors of this folder turn it into a `Result`, and it goes no further. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, sentence: string) {
    super(sentence)
    this.name = 'Refused'
    this.code = code
  }
}

/** The longest piece of somebody else's text that a sentence repeats, in UTF-16 code units. */
const SHOWN = 200

const UNSAFE = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu

/** Text out of an archive as a sentence may show it: without control marks, and cut. */
export const quoted = (text: string): string => {
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return `“${short.replaceAll(UNSAFE, '�')}”`
}

/** `because` continues the sentence that begins with the archive's name. */
export const malformed = (name: string, because: string): Refused =>
  new Refused('malformed', `${quoted(name)} was not read: ${because}.`)

export const tooLarge = (name: string, because: string): Refused =>
  new Refused('too-large', `${quoted(name)} was not read: ${because}.`)

/** What `work` gives, or the refusal that it threw; faults are thrown on. */
export const attempted = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, error.message)
    throw error
  }
}
