import { Readability } from '@mozilla/readability'
import { DOMParser } from 'linkedom/worker'

/** What Mozilla's Readability, asked as its manual says and nothing after it, has of a page as HTML; null where it finds no article. */
export const readable = (html: string): Promise<string | null> => {
  const document: unknown = new DOMParser().parseFromString(html, 'text/html')
  try {
    const reader = new Readability(document as ConstructorParameters<typeof Readability>[0], { charThreshold: 0 })
    return Promise.resolve(reader.parse()?.content ?? null)
  } catch {
    return Promise.resolve(null)
  }
}
