/**
 * `node bench/ingest.ts [--articles N] [--block N] [--width N]`: what keeping costs. Made articles of 800 words are read and attributed
 * by the tagger that ships, in blocks with a library (capture kept, read, reading kept) and without by turns, so that whatever else the
 * machine does meets both. Articles at the same time: three, as a kept case is checked. The ratio is that of a block's seconds to those
 * of the block beside it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Result } from '../src/core/refusal.ts'
import { hear, read } from '../src/index.ts'
import { bytesOfCapture, keepCapture } from '../src/store/captures.ts'
import { type Library, openLibrary } from '../src/store/library.ts'
import { keepReading } from '../src/store/readings.ts'
import { madeArticle, seeded } from './made-articles.ts'
import { keepTable } from './results.ts'
import { shippedTagger } from './shipped-models.ts'

const WORDS = 800

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    block: { type: 'string', default: '20' },
    width: { type: 'string', default: '3' },
  },
})
const [articles, block, width] = [Number(values.articles), Number(values.block), Number(values.width)]

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const tagger = await shippedTagger()
const readers = { tagger, read }
const folder = await mkdtemp(join(tmpdir(), 'hearsay-ingest-'))
const library: Library = valueOf(await openLibrary(folder, { who: 'the bench' }))

const draftOf = (text: string) =>
  ({
    bytes: Buffer.from(text),
    name: 'article.txt',
    mediaType: null,
    charset: null,
    imprint: {},
    method: 'file',
    takenAt: '2024-03-11T08:00:00.000Z',
    exchange: null,
  }) as const

const without = async (text: string): Promise<void> => {
  await hear({ bytes: Buffer.from(text), name: 'article.txt', mediaType: null, charset: null, imprint: {} }, readers)
}

const withLibrary = async (text: string): Promise<void> => {
  const capture = valueOf(await keepCapture(library, draftOf(text)))
  const reading = await hear(await bytesOfCapture(library, capture), readers)
  valueOf(await keepReading(library, { capture: capture.id, reader: tagger.version, reading }))
}

const secondsOf = async (texts: readonly string[], work: (text: string) => Promise<void>): Promise<number> => {
  const before = performance.now()
  const queue = texts.values()
  const lane = async (): Promise<void> => {
    for (const text of queue) await work(text)
  }
  await Promise.all(Array.from({ length: width }, lane))
  return (performance.now() - before) / 1000
}

const random = seeded(7)
const textsOf = (count: number): readonly string[] => Array.from({ length: count }, () => madeArticle(WORDS, random))

// The first of both are slower: the model is loaded, the code compiled.
await secondsOf(textsOf(width), without)
await secondsOf(textsOf(width), withLibrary)
const pairs: { readonly bare: number; readonly kept: number }[] = []
for (let done = 0; done < articles; done += block) {
  const texts = textsOf(block)
  // Whichever comes first of two meets another machine: by turns.
  const first = pairs.length % 2 === 0
  const early = await secondsOf(texts, first ? without : withLibrary)
  const late = await secondsOf(texts, first ? withLibrary : without)
  pairs.push(first ? { bare: early, kept: late } : { bare: late, kept: early })
}
await library.close()
await rm(folder, { recursive: true })

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
const ratios = pairs.map(({ bare, kept }) => kept / bare).toSorted((a, b) => a - b)
const [bare, kept] = [pairs.reduce((sum, pair) => sum + pair.bare, 0), pairs.reduce((sum, pair) => sum + pair.kept, 0)]
const count = pairs.length * block
keepTable(
  'ingest',
  [
    `${count} made articles of ${WORDS} words, read and attributed (${tagger.version}), ${width} at a time, Node ${process.versions.node}, ${cpus().length} cores`,
    `without a library   ${(count / bare).toFixed(2)} articles a second`,
    `with one            ${(count / kept).toFixed(2)} articles a second`,
    `time with to without, of all: ${(kept / bare).toFixed(3)}; of ${pairs.length} blocks of ${block}: median ${quantile(ratios, 0.5).toFixed(3)}, quarter to quarter ${quantile(ratios, 0.25).toFixed(3)} to ${quantile(ratios, 0.75).toFixed(3)}`,
  ].join('\n'),
)
