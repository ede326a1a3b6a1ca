/**
 * `npm run bench:attribution`: how well and how fast the taggers find attributions in the development part of PolNeAR, by the scorer
 * that lies beside the data. Both lie outside the project; without them this says so and stops.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outermost, rulesTagger } from '../src/attribute/rules-tagger.ts'
import type { Tagger } from '../src/attribute/tagger.ts'
import { documentFromText } from '../src/read/plain.ts'
import { keepTable, SHARED } from './results.ts'

interface Article {
  readonly id: string
  readonly text: string
}

const GOLD = join(SHARED, 'data/polnear/dev.jsonl')
const SCORER = join(SHARED, 'attribution/score.mjs')
const TAGGERS: readonly Tagger[] = [rulesTagger]

const pairs = (spans: readonly { readonly start: number; readonly end: number }[]): readonly (readonly number[])[] =>
  spans.map(({ start, end }) => [start, end])

const measure = async (
  tagger: Tagger,
  articles: readonly Article[],
  file: string,
): Promise<{ readonly seconds: number; readonly words: number }> => {
  const documents = articles.map(({ text }) => documentFromText(text))
  const before = performance.now()
  const tagged = await tagger.tag(documents)
  const seconds = (performance.now() - before) / 1000
  const lines = articles.map(({ id }, at) =>
    JSON.stringify({
      id,
      attributions: outermost(tagged[at] ?? []).map(({ source, cue, content }) => ({
        source: pairs(source),
        cue: pairs(cue),
        content: pairs(content),
      })),
    }),
  )
  writeFileSync(file, `${lines.join('\n')}\n`)
  return { seconds, words: documents.reduce((sum, { tokens }) => sum + tokens.length, 0) }
}

if (!existsSync(GOLD) || !existsSync(SCORER)) {
  console.log(`bench:attribution is skipped: it needs ${GOLD} and ${SCORER}.`)
} else {
  const articles = readFileSync(GOLD, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  const sections: string[] = []
  for (const tagger of TAGGERS) {
    const file = join(folder, 'predicted.jsonl')
    const { seconds, words } = await measure(tagger, articles, file)
    const scored = spawnSync(process.execPath, [SCORER, GOLD, file, '--utf16'], { encoding: 'utf8' })
    sections.push(
      `${tagger.version}: ${(articles.length / seconds).toFixed(0)} articles, ${(words / seconds / 1000).toFixed(0)} thousand tokens a second\n${scored.stdout}${scored.stderr}`,
    )
  }
  keepTable('attribution', sections.join('\n'))
}
