import type { Command } from 'commander'
import { ok } from '../core/refusal.ts'
import type { Attributed } from '../index.ts'
import { fileStream } from '../node/file-bytes.ts'
import { gather } from '../node/gather.ts'
import type { Offsets } from './attribute-lines.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { withReading } from './reading.ts'
import { complain, hasColour, print, refused, widthOf } from './screen.ts'
import { chosenTagger, TAGGER_OPTION, taggerName, type TaggerName } from './readers.ts'
import { UsageError } from './usage.ts'

interface Choices {
  readonly json?: true
  readonly jsonl?: true
  readonly offsets?: Offsets
  readonly outermost?: boolean
  readonly tagger?: TaggerName
}

const EXAMPLES = `
Examples:
  hearsay attribute article.html
  hearsay attribute article.txt --json
  hearsay attribute --jsonl < articles.jsonl > attributions.jsonl

With --jsonl each line of input is {"id", "text"}, and each line of output
{"id", "attributions": [{"source", "cue", "content"}]}: lists of [start, end)
spans of the text as it was given. With --outermost they are marked as
PolNeAR's annotators mark them, for measuring against that corpus.`

const offsetsName = (name: string): Offsets => {
  if (name !== 'utf16' && name !== 'codepoint') throw new UsageError(`--offsets takes utf16 or codepoint, not "${name}".`)
  return name
}

const ensureSense = (file: string | undefined, { json, jsonl, offsets, outermost }: Choices): void => {
  if (json === true && jsonl === true) throw new UsageError('--json and --jsonl exclude each other: choose one.')
  if (jsonl !== true && offsets !== undefined)
    throw new UsageError('--offsets goes with --jsonl: add it, or leave --offsets out.')
  if (jsonl !== true && outermost === true)
    throw new UsageError('--outermost goes with --jsonl: add it, or leave --outermost out.')
  if (file === undefined && process.stdin.isTTY)
    throw new UsageError('There is nothing to read: name a file or a URL, or pipe a text in.')
}

const attributeDocument = async (file: string, choices: Choices): Promise<ExitCode> => {
  const tagger = await chosenTagger(choices.tagger)
  if (!tagger.ok) return refused(tagger.refusal)
  const { attribute, statementsJson, statementsText } = await import('../index.ts')
  return withReading(async ({ read, damaged, foreign }) => {
    const { submissions, refusals } = await gather([file])
    const results = await Promise.all(submissions.map(({ capture }) => read(capture)))
    const sentences = [...refusals, ...results.flatMap((result) => (result.ok ? [] : [result.refusal]))].map(
      (refusal) => refusal.sentence,
    )
    for (const sentence of [...sentences, ...damaged, ...foreign]) complain(sentence)
    const attributed: Attributed[] = []
    for (const document of results.flatMap((result) => (result.ok ? result.value : [])))
      attributed.push({ document, statements: await attribute({ documents: [document], tagger: tagger.value }) })
    const screen = { width: widthOf(process.stdout), colour: hasColour(process.stdout, process.env) }
    if (attributed.length > 0)
      await print(choices.json === true ? statementsJson(attributed) : statementsText(attributed, screen))
    return sentences.length + damaged.length === 0 ? EXIT.done : EXIT.refused
  })
}

const attributeStream = async (
  file: string,
  { offsets = 'codepoint', outermost = false, tagger: name }: Choices,
): Promise<ExitCode> => {
  const stream = file === '-' ? ok(process.stdin) : await fileStream(file)
  if (!stream.ok) return refused(stream.refusal)
  const tagger = await chosenTagger(name, outermost ? 'polnear' : 'passages')
  if (!tagger.ok) return refused(tagger.refusal)
  const { attributeLines } = await import('./attribute-lines.ts')
  return attributeLines(stream.value, { offsets, outermost, tagger: tagger.value })
}

/** Adds `attribute` to the program; `done` is told its exit code. */
export const addAttribute = (program: Command, done: (code: ExitCode) => void): void => {
  program
    .command('attribute')
    .description('Shows who says what, on whose authority, in one document.')
    .argument('[file]', 'a text, page, PDF, Word file, feed or URL; - or none is standard input')
    .option('--json', 'print the statements as JSON, with the words at each span')
    .option('--jsonl', 'read and print a JSON object a line')
    .option('--offsets <unit>', 'what spans of --jsonl count: codepoint or utf16 (default: codepoint)', offsetsName)
    .option('--outermost', 'leave out of --jsonl what is attributed inside another attribution')
    .option(...TAGGER_OPTION, taggerName)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, choices: Choices) => {
      ensureSense(file, choices)
      done(await (choices.jsonl === true ? attributeStream : attributeDocument)(file ?? '-', choices))
    })
}
