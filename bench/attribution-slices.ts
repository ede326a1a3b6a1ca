import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attribution } from '../src/attribute/tagger.ts'
import { hull, overlaps, textAt, type Span } from '../src/core/span.ts'
import { documentFromText } from '../src/read/plain.ts'
import { SHARED } from './results.ts'

/** An article with its attributions as annotated, in UTF-16 code units. */
export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Pick<Attribution, 'source' | 'cue' | 'content'>[]
}

const PRONOUNS = new Set('he she they it i we you who him her them himself herself one some others this that'.split(' '))
const MARKS = /["“”]|''/u

const joined = (text: string, spans: readonly Span[]): string => spans.map((at) => textAt(text, at)).join(' ')

/** Lemmas of the cue's words, and whether one of them is a verb. */
const cueWords = (article: GoldArticle, cue: readonly Span[]): { readonly lemmas: readonly string[]; readonly verb: boolean } => {
  const extent = hull(cue)
  const tokens = documentFromText(textAt(article.text, extent)).tokens
  return { lemmas: tokens.map(({ lemma }) => lemma), verb: tokens.some(({ tag }) => tag === 'VERB' || tag === 'AUX') }
}

/** Lemmas that are cues in the training part; null where that is not at hand. */
export const trainedCues = (): ReadonlySet<string> | null => {
  const path = join(SHARED, 'data/polnear/train.jsonl')
  if (!existsSync(path)) return null
  const lemmas = new Set<string>()
  const known = new Map<string, readonly string[]>()
  for (const line of readFileSync(path, 'utf8')
    .split('\n')
    .filter((one) => one !== '')) {
    const { text, attributions } = JSON.parse(line) as { text: string; attributions: { cue: [number, number][] }[] }
    const points = Array.from(text)
    for (const { cue } of attributions)
      for (const [start, end] of cue) {
        const words = points.slice(start, end).join('')
        const own = known.get(words) ?? documentFromText(words).tokens.map(({ lemma }) => lemma)
        known.set(words, own)
        for (const lemma of own) lemmas.add(lemma)
      }
  }
  return lemmas
}

const sentencesOf = (article: GoldArticle): readonly Span[] => documentFromText(article.text).sentences

/** Names of the slices that an attribution belongs to. */
export const slicesOf = (article: GoldArticle, trained: ReadonlySet<string> | null): readonly (readonly string[])[] => {
  const sentences = sentencesOf(article)
  return article.attributions.map(({ source, cue, content }) => {
    const words = joined(article.text, content)
    const marked = MARKS.test(words)
    const whole = marked && /^["“'‘]/u.test(words) && /["”'’][,.?!]?$/u.test(words)
    const { lemmas, verb } = cueWords(article, cue)
    const crosses =
      sentences.filter((sentence) => [...source, ...cue, ...content].some((part) => overlaps(part, sentence))).length > 1
    return [
      'all',
      whole ? 'direct' : marked ? 'mixed' : 'indirect',
      ...(source.length === 0 ? ['no source'] : []),
      ...(PRONOUNS.has(joined(article.text, source).toLowerCase()) ? ['pronoun source'] : []),
      ...(verb ? [] : ['cue without verb']),
      ...(trained !== null && !lemmas.some((lemma) => trained.has(lemma)) ? ['cue unseen in training'] : []),
      ...(crosses ? ['several sentences'] : []),
      ...(content.length > 1 ? ['content in pieces'] : []),
    ]
  })
}

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((part, at) => part.start === b[at]?.start && part.end === b[at].end)
const meets = (a: readonly Span[], b: readonly Span[]): boolean =>
  (a.length === 0 && b.length === 0) || a.some((part) => b.some((other) => overlaps(part, other)))

interface Tally {
  overlapping: number
  exact: number
  of: number
}

/** For each slice how many annotated attributions are found: all three spans overlapping, all three equal. */
export const recallBySlice = (
  articles: readonly GoldArticle[],
  found: readonly (readonly Attribution[])[],
  trained: ReadonlySet<string> | null,
): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>()
  articles.forEach((article, at) => {
    const slices = slicesOf(article, trained)
    article.attributions.forEach((gold, index) => {
      const mine = (found[at] ?? []).filter(({ cue }) => cue.length > 0 && meets(cue, gold.cue))
      const overlapping = mine.some(({ source, content }) => meets(source, gold.source) && meets(content, gold.content))
      const exact = mine.some(
        ({ source, cue, content }) => same(source, gold.source) && same(cue, gold.cue) && same(content, gold.content),
      )
      for (const slice of slices[index] ?? []) {
        const tally = tallies.get(slice) ?? { overlapping: 0, exact: 0, of: 0 }
        tallies.set(slice, tally)
        tally.of++
        tally.overlapping += Number(overlapping)
        tally.exact += Number(exact)
      }
    })
  })
  return tallies
}
