import type { CaptureId } from '../core/capture.ts'
import { textAt } from '../core/span.ts'
import type { FoundPassage } from '../index.ts'
import type { Ground } from '../store/ground.ts'
import { placesOf } from '../store/holdings.ts'
import { readingOf } from '../store/readings.ts'
import { type Hit, search, type SearchOptions } from '../store/search.ts'

/** The pieces of an excerpt; what is matched stands between `⟦` and `⟧`. */
const piecesOf = (excerpt: string): FoundPassage['excerpt'] =>
  excerpt
    .split('⟦')
    .flatMap((piece, at) => {
      if (at === 0) return [{ text: piece, matched: false }]
      const [matched = '', ...rest] = piece.split('⟧')
      return [
        { text: matched, matched: true },
        { text: rest.join(''), matched: false },
      ]
    })
    .filter(({ text }) => text !== '')

const passageOf = async (ground: Ground, hit: Hit, places: FoundPassage['places']): Promise<FoundPassage> => {
  const { capture, reader, document: id, statement: said, title, excerpt } = hit
  const reading = await readingOf(ground, capture as CaptureId, reader)
  const document = reading?.documents.find((one) => one.id === id)
  const statement = reading?.statements.find((one) => one.id === said)
  const chain =
    statement === undefined || document === undefined
      ? null
      : statement.chain.map(({ mention }, place) =>
          mention === null
            ? place === 0
              ? (document.publisher ?? 'this document')
              : 'somebody unnamed'
            : textAt(document.text, mention),
        )
  return {
    capture,
    document: id,
    statement: said,
    places,
    title: title === '' ? null : title,
    publisher: document?.publisher ?? null,
    published: document?.published ?? null,
    url: document?.url ?? null,
    chain,
    excerpt: piecesOf(excerpt),
  }
}

/** What the library holds that has all of the words, best first, with where in its cases it stands. */
export const foundPassages = async (ground: Ground, words: string, options: SearchOptions): Promise<readonly FoundPassage[]> => {
  const hits = await search(ground, words, options)
  const places = hits.length === 0 ? new Map<CaptureId, FoundPassage['places']>() : await placesOf(ground)
  return Promise.all(hits.map((hit) => passageOf(ground, hit, places.get(hit.capture as CaptureId) ?? [])))
}
