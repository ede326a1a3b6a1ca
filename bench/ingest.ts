/**
 * `node bench/ingest.ts [--articles N] [--block N] [--width N]`: what keeping costs. Made articles of 800 words are read and attributed
 * by the tagger that ships, in blocks with a library (capture kept, read, reading kept) and without by turns, so that whatever else the
 * machine does meets both. Articles at the same time: three, as a kept case is checked. The ratio is that of a block's seconds to those
 * of the block beside it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
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

/** Seconds that passed, and that processors were at work for this program: the second does not see who else wants them. */
interface Spent {
  readonly wall: number
  readonly cpu: number
}

const spent = async (texts: readonly string[], work: (text: string) => Promise<void>): Promise<Spent> => {
  const [before, used] = [performance.now(), process.cpuUsage()]
  const queue = texts.values()
  const lane = async (): Promise<void> => {
    for (const text of queue) await work(text)
  }
  await Promise.all(Array.from({ length: width }, lane))
  const { user, system } = process.cpuUsage(used)
  return { wall: (performance.now() - before) / 1000, cpu: (user + system) / 1e6 }
}

const random = seeded(7)
const textsOf = (count: number): readonly string[] => Array.from({ length: count }, () => madeArticle(WORDS, random))

// The first of both are slower: the model is loaded, the code compiled.
await spent(textsOf(width), without)
await spent(textsOf(width), withLibrary)
const pairs: { readonly bare: Spent; readonly kept: Spent }[] = []
for (let done = 0; done < articles; done += block) {
  const texts = textsOf(block)
  // Whichever comes first of two meets another machine: by turns.
  const first = pairs.length % 2 === 0
  const early = await spent(texts, first ? without : withLibrary)
  const late = await spent(texts, first ? withLibrary : without)
  pairs.push(first ? { bare: early, kept: late } : { bare: late, kept: early })
}
await library.close()
await rm(folder, { recursive: true })

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
const ratios = pairs.map(({ bare, kept }) => kept.wall / bare.wall).toSorted((a, b) => a - b)
const total = (of: 'bare' | 'kept', what: keyof Spent): number => pairs.reduce((sum, pair) => sum + pair[of][what], 0)
const count = pairs.length * block
const speed = (of: 'bare' | 'kept'): string => (count / total(of, 'wall')).toFixed(2)
const ratio = (what: keyof Spent): string => (total('kept', what) / total('bare', what)).toFixed(3)
keepTable(
  'ingest',
  [
    `${count} made articles of ${WORDS} words, read and attributed (${tagger.version}), ${width} at a time, Node ${process.versions.node}, ${cpus().length} cores, load ${(loadavg()[2] ?? Number.NaN).toFixed(1)}`,
    `without a library   ${speed('bare')} articles a second`,
    `with one            ${speed('kept')} articles a second`,
    `time with to without, of all: ${ratio('wall')}; of ${pairs.length} blocks of ${block}: median ${quantile(ratios, 0.5).toFixed(3)}, quarter to quarter ${quantile(ratios, 0.25).toFixed(3)} to ${quantile(ratios, 0.75).toFixed(3)}`,
    `time of processors with to without, of all: ${ratio('cpu')}`,
  ].join('\n'),
)
