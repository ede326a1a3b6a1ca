import type { parseFeed } from 'feedsmith'

/** One item of a feed, whatever the feed's format; null where it says nothing. */
export interface FeedItem {
  readonly title: string | null
  readonly url: string | null
  /** Names joined by commas. */
  readonly author: string | null
  /** As written. */
  readonly published: string | null
  /** The fullest that the feed has of the item's text. */
  readonly content: string | null
  /** Whether the content is plain text; else it is markup. */
  readonly isPlain: boolean
}

/** A feed with its title. */
export interface FeedChannel {
  readonly title: string | null
  readonly items: readonly FeedItem[]
}

type Parsed = ReturnType<typeof parseFeed<string>>
type Of<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed']

type Text = string | undefined

const fullest = (...texts: readonly Text[]): string | null =>
  texts.reduce<string | null>((best, text) => (text !== undefined && text.length > (best?.length ?? 0) ? text : best), null)

const firstOf = (...texts: readonly Text[]): string | null => texts.find((text) => text !== undefined && text !== '') ?? null

/** Names without addresses: a feed often has nothing else of its author. */
const joined = (names: readonly Text[]): string | null =>
  [...new Set(names.filter((name) => name !== undefined && name !== '' && !name.includes('@')))].join(', ') || null

const hasMarkup = (text: string): boolean => /<\/?[a-z]|&(?:#|[a-z])/iu.test(text)

const itemOf = (item: Omit<FeedItem, 'isPlain'>): FeedItem => ({ ...item, isPlain: !hasMarkup(item.content ?? '') })

const ofRss = ({ title, items = [] }: Of<'rss'>): FeedChannel => ({
  title: title ?? null,
  items: items.map((item) =>
    itemOf({
      title: firstOf(item.title),
      url: firstOf(item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      author: joined([...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)]),
      published: firstOf(item.pubDate, item.dc?.dates?.[0]),
      content: fullest(item.content?.encoded, item.description),
    }),
  ),
})

const ofRdf = ({ title, items = [] }: Of<'rdf'>): FeedChannel => ({
  title: title ?? null,
  items: items.map((item) =>
    itemOf({
      title: firstOf(item.title),
      url: firstOf(item.link),
      author: joined(item.dc?.creators ?? []),
      published: firstOf(item.dc?.dates?.[0]),
      content: fullest(item.content?.encoded, item.description),
    }),
  ),
})

const ofAtom = ({ title, entries = [] }: Of<'atom'>): FeedChannel => ({
  title: title?.value ?? null,
  items: entries.map((entry) => {
    const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')
    return itemOf({
      title: firstOf(entry.title?.value),
      url: firstOf(link?.href),
      author: joined((entry.authors ?? []).map(({ name }) => name)),
      published: firstOf(entry.published, entry.updated),
      content: fullest(entry.content?.value, entry.summary?.value),
    })
  }),
})

const ofJson = ({ title, items = [] }: Of<'json'>): FeedChannel => ({
  title: title ?? null,
  items: items.map((item) => ({
    title: firstOf(item.title),
    url: firstOf(item.url, item.external_url),
    author: joined((item.authors ?? []).map(({ name }) => name)),
    published: firstOf(item.date_published),
    content: firstOf(item.content_html, item.content_text, item.summary),
    isPlain: item.content_html === undefined,
  })),
})

/** The items of a feed, in the feed's order. */
export const channelOf = (parsed: Parsed): FeedChannel => {
  switch (parsed.format) {
    case 'rss':
      return ofRss(parsed.feed)
    case 'rdf':
      return ofRdf(parsed.feed)
    case 'atom':
      return ofAtom(parsed.feed)
    case 'json':
      return ofJson(parsed.feed)
  }
}
