/**
 * `npm run bench:attribution`: how well and how fast the taggers find attributions. Three measures: the development part of PolNeAR by
 * the scorer that lies beside it, with bootstrap intervals over articles, and by slices; the project's own passages that no training
 * has seen, for acts, certainty and nesting; and articles a second of the whole room. What lies outside the project is skipped, saying
 * so, where it is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { attribute } from '../src/attribute/attribute.ts'
import { outermost } from '../src/attribute/outermost.ts'
import { rulesTagger } from '../src/attribute/rules-tagger.ts'
import type { Attribution, Tagger } from '../src/attribute/tagger.ts'
import { readVerbatim } from '../src/index.ts'
import { documentFromText } from '../src/read/plain.ts'
import { type GoldArticle, recallBySlice, trainedCues } from './attribution-slices.ts'
import { madeArticle, seeded } from './made-articles.ts'
import { type Passage, passagesOf } from './passages.ts'
import { keepTable, SHARED } from './results.ts'
import { shippedTagger } from './shipped-models.ts'

const GOLD = join(SHARED, 'data/polnear/dev.jsonl')
const SCORER = join(SHARED, 'attribution/score.mjs')
const PASSAGE_FILES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

const pairs = (spans: Attribution['source']): readonly (readonly number[])[] => spans.map(({ start, end }) => [start, end])

interface RawArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Readonly<Record<'source' | 'cue' | 'content', readonly (readonly [number, number])[]>>[]
}

/** Code points, in which the corpus counts, to UTF-16 code units. */
const goldOf = ({ id, text, attributions }: RawArticle): GoldArticle => {
  const units = [0]
  for (const character of text) units.push((units.at(-1) ?? 0) + character.length)
  const moved = (spans: readonly (readonly [number, number])[]): Attribution['source'] =>
    spans.map(([start, end]) => ({ start: units[start] ?? 0, end: units[end] ?? 0 }))
  return {
    id,
    text,
    attributions: attributions
      .map(({ source, cue, content }) => ({ source: moved(source), cue: moved(cue), content: moved(content) }))
      .filter(({ cue, content }) => cue.length > 0 && content.length > 0),
  }
}

const onPolnear = async (tagger: Tagger): Promise<string> => {
  const articles = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => goldOf(JSON.parse(line) as RawArticle))
  const documents = await Promise.all(articles.map(({ text }) => readVerbatim(text)))
  const before = performance.now()
  const found = (await tagger.tag(documents)).map(outermost)
  const seconds = (performance.now() - before) / 1000
  const file = join(mkdtempSync(join(tmpdir(), 'hearsay-')), 'predicted.jsonl')
  const lines = articles.map(({ id }, at) =>
    JSON.stringify({
      id,
      attributions: (found[at] ?? []).map(({ source, cue, content }) => ({
        source: pairs(source),
        cue: pairs(cue),
        content: pairs(content),
      })),
    }),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
  const scored = spawnSync(process.execPath, [SCORER, GOLD, file, '--utf16'], { encoding: 'utf8' })
  const slices = [...recallBySlice(articles, found, trainedCues())].map(
    ([name, { overlapping, exact, of }]) =>
      `  ${name.padEnd(24)}${((100 * overlapping) / of).toFixed(1).padStart(8)}${((100 * exact) / of).toFixed(1).padStart(8)}${String(of).padStart(8)}`,
  )
  const words = documents.reduce((sum, { tokens }) => sum + tokens.length, 0)
  return [
    `${tagger.version} on PolNeAR dev, outermost attributions; ${(words / seconds / 1000).toFixed(1)} thousand tokens a second`,
    (scored.stdout + scored.stderr).trimEnd(),
    `  recall by slice          overlap   exact       n`,
    ...slices,
  ].join('\n')
}

/** The passages that training leaves out: every fifth of each file, as `held_out` in `training/corpora.py` says. */
const isHeldOut = ({ id }: { readonly id: string }): boolean => Number(id.split('-')[1]) % 5 === 0

/** The middle 95 % of what resampling passages gives, in per cent. */
const bootstrapped = (rows: readonly (readonly boolean[])[]): string => {
  const random = seeded(1)
  const shares = Array.from({ length: 500 }, () => {
    const drawn = rows.flatMap(() => rows[Math.floor(random() * rows.length)] ?? [])
    return drawn.filter(Boolean).length / Math.max(1, drawn.length)
  }).sort((a, b) => a - b)
  return `[${shares[12]?.toFixed(3) ?? ''}, ${shares[487]?.toFixed(3) ?? ''}]`
}

const onPassages = async (tagger: Tagger): Promise<string> => {
  const passages: readonly Passage[] | undefined = (await passagesOf(PASSAGE_FILES, tagger))?.filter(isHeldOut)
  if (passages === undefined) return `no passages beside the project: skipped`
  const row = (name: string, of: (pair: Passage['pairs'][number]) => boolean | null): string => {
    const rows = passages.map((passage) => passage.pairs.flatMap((pair) => of(pair) ?? []))
    const all = rows.flat()
    return `  ${name.padEnd(44)}${(all.filter(Boolean).length / all.length).toFixed(3)}  ${bootstrapped(rows)}  n ${all.length}`
  }
  const isNested = ({ within, chain }: { readonly within: unknown; readonly chain: readonly unknown[] }): boolean =>
    within !== null || chain.length > 2
  return [
    `${tagger.version} on ${passages.length} held-out passages`,
    row('statements found (content overlap)', ({ read }) => read !== null),
    row('act of the found', ({ annotated, read }) => (read === null ? null : read.act === annotated.act)),
    row('certainty of the found', ({ annotated, read }) => (read === null ? null : read.certainty === annotated.certainty)),
    row('length of chain of the found', ({ annotated, read }) =>
      read === null ? null : read.chain.length === annotated.chain.length,
    ),
    row('nested statements found', ({ annotated, read }) => (annotated.within === null ? null : read !== null)),
    row('nested statements found, nested', ({ annotated, read }) =>
      annotated.within === null ? null : read !== null && isNested(read),
    ),
  ].join('\n')
}

const SPEED_ARTICLES = 60

/** Articles of 800 words a second through the whole room, the best of three runs; of the process's memory the most so far. */
const speedOf = async (tagger: Tagger): Promise<string> => {
  const random = seeded(3)
  const documents = Array.from({ length: SPEED_ARTICLES }, () => documentFromText(madeArticle(800, random)))
  const seconds: number[] = []
  for (let run = 0; run < 3; run++) {
    const before = performance.now()
    for (const document of documents) await attribute({ documents: [document], tagger })
    seconds.push((performance.now() - before) / 1000)
  }
  const megabytes = (process.resourceUsage().maxRSS / 1024).toFixed(0)
  return `${tagger.version}: ${(SPEED_ARTICLES / Math.min(...seconds)).toFixed(1)} articles of 800 words a second on ${cpus().length} cores, ${megabytes} MB at most so far`
}

const sections: string[] = []
const taggers = [
  { tagger: rulesTagger, byPolnear: rulesTagger },
  { tagger: await shippedTagger(), byPolnear: await shippedTagger('polnear') },
]
for (const { tagger, byPolnear } of taggers) {
  sections.push(await speedOf(tagger), await onPassages(tagger))
  sections.push(
    existsSync(GOLD) && existsSync(SCORER) ? await onPolnear(byPolnear) : `PolNeAR is skipped: it needs ${GOLD} and ${SCORER}.`,
  )
}
keepTable('attribution', sections.join('\n\n'))
