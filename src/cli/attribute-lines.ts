import { ok, refuse, type Result } from '../core/refusal.ts'
import type { Span } from '../core/span.ts'
import { type Attribution, languageOf, outermost as outermostOf, readVerbatim, type Tagger } from '../index.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { languageRemark } from './reading.ts'
import { complain, print } from './screen.ts'

/** What a span counts: UTF-16 code units, as JavaScript does, or Unicode code points, as Python does. */
export type Offsets = 'utf16' | 'codepoint'

interface Options {
  readonly offsets: Offsets
  /** Without attributions inside others. */
  readonly outermost: boolean
  readonly tagger: Tagger
}

interface Input {
  readonly id: unknown
  readonly text: string
}

/** The lines of a stream of UTF-8, without their ends. Only a line feed ends one: JSON may hold the other separators. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pieces: string[] = []
  for await (const chunk of stream) {
    const [rest = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n')
    pieces.push(rest)
    for (const next of more) {
      yield pieces.join('')
      pieces = [next]
    }
  }
  const last = pieces.join('') + decoder.decode()
  if (last !== '') yield last
}

/** What counts code units as code points: `counted(at)` is the number of code points before `at`. */
const codePointsBefore = (text: string): ((at: number) => number) => {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (at) => at
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; count++) {
    const units = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    // Half a pair belongs to the code point that it is half of.
    counts.fill(count, at, at + units)
    at += units
  }
  counts[text.length] = count
  return (at) => counts[at] ?? count
}

const inputOf = (line: string): Result<Input> => {
  try {
    const json: unknown = JSON.parse(line)
    if (typeof json === 'object' && json !== null && 'id' in json && 'text' in json && typeof json.text === 'string')
      return ok({ id: json.id, text: json.text })
    return refuse('malformed', 'it is no object with an id and a text')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('malformed', 'it is no JSON')
  }
}

const outputOf = ({ id, text }: Input, attributions: readonly Attribution[], offsets: Offsets): string => {
  const place = offsets === 'utf16' ? (at: number): number => at : codePointsBefore(text)
  const pairs = (spans: readonly Span[]): readonly (readonly number[])[] =>
    spans.map(({ start, end }) => [place(start), place(end)])
  const told = attributions.map(({ source, cue, content }) => ({
    source: pairs(source),
    cue: pairs(cue),
    content: pairs(content),
  }))
  return `${JSON.stringify({ id, attributions: told })}\n`
}

/**
 * Answers each line `{"id", "text"}` with a line `{"id", "attributions"}`, whose spans index the text as given. A line that is none is
 * told on standard error and left out.
 */
export const attributeLines = async (
  stream: AsyncIterable<Uint8Array>,
  { offsets, outermost, tagger }: Options,
): Promise<ExitCode> => {
  let number = 0
  let code: ExitCode = EXIT.done
  for await (const line of linesOf(stream)) {
    number++
    if (line.trim() === '') continue
    const input = inputOf(line)
    if (input.ok) {
      const document = await readVerbatim(input.value.text)
      const remark = languageRemark(`Line ${number}`, { language: await languageOf(input.value.text) })
      if (remark !== null) complain(remark)
      const [attributions = []] = await tagger.tag([document])
      await print(outputOf(input.value, outermost ? outermostOf(attributions) : attributions, offsets))
    } else {
      complain(`Line ${number} was left out: ${input.refusal.sentence}.`)
      code = EXIT.refused
    }
  }
  return code
}
