import type { Imprint } from '../core/document.ts'
import { tidy } from './passage.ts'

/** Several sayings about one document as one: of each field what the first says that says anything of it. */
export const firstSaid = (...sayings: readonly Partial<Imprint>[]): Imprint => {
  const of = (field: keyof Imprint): string | null =>
    sayings.map((saying) => tidy(saying[field] ?? '')).find((value) => value !== '') ?? null
  return { url: of('url'), publisher: of('publisher'), author: of('author'), title: of('title'), published: of('published') }
}
