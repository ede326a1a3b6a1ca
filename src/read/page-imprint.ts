import type { Imprint } from '../core/document.ts'
import { bylineOf } from './byline.ts'
import { dayIn } from './day.ts'
import { nameKey } from './names.ts'
import { tidy } from './passage.ts'
import { elementsIn, textOf, type Element } from './tree.ts'

/** Names of meta elements, the most trustworthy first, for each field. */
const META: Readonly<Record<keyof Imprint, readonly string[]>> = {
  url: ['og:url'],
  publisher: ['og:site_name', 'application-name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher'],
  author: [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
  ],
  title: ['og:title', 'twitter:title', 'parsely-title', 'citation_title', 'dc.title', 'dcterms.title'],
  published: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'publication_date',
    'citation_publication_date',
    'date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.created',
  ],
}

const metaOf = (elements: readonly Element[]): ReadonlyMap<string, string> => {
  const meta = new Map<string, string>()
  for (const { name, attributes } of elements) {
    const key = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop'))?.toLowerCase()
    const content = tidy(attributes.get('content') ?? '')
    if (name === 'meta' && key !== undefined && content !== '' && !meta.has(key)) meta.set(key, content)
  }
  return meta
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text)

const canonical = (elements: readonly Element[]): string | null => {
  const link = elements.find(({ name, attributes }) => name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical')
  const href = link?.attributes.get('href') ?? ''
  return isAddress(href) ? href : null
}

const property = ({ attributes }: Element): string => attributes.get('itemprop') ?? ''

/** Who wrote it, as an element says that is made for it. */
const authorIn = (elements: readonly Element[]): string | null => {
  const marked = elements.find(
    (element) => element.letters > 0 && (property(element) === 'author' || element.attributes.get('rel') === 'author'),
  )
  if (marked === undefined) return null
  const name = elementsIn(marked).find((element) => element !== marked && property(element) === 'name') ?? marked
  const text = tidy(textOf(name))
  return bylineOf(text)?.author ?? (text.replace(/^by:? /iu, '') || null)
}

const ARTICLE: ReadonlySet<string> = new Set(['article', 'header', 'main'])

const isInArticle = ({ parent }: Element): boolean => parent !== null && (ARTICLE.has(parent.name) || isInArticle(parent))

const dayOf = (element: Element): string | null =>
  dayIn(element.attributes.get('datetime') ?? element.attributes.get('content') ?? tidy(textOf(element)))

/** The day that an element gives that is made for it: marked as that of publication, or the first time in the page's article. */
const dayOfElement = (elements: readonly Element[]): string | null => {
  const marked = elements.find((element) => property(element) === 'datePublished' || element.attributes.has('pubdate'))
  const times = elements.filter(({ name, attributes }) => name === 'time' && attributes.has('datetime'))
  const time = marked ?? times.find(isInArticle) ?? (times.length === 1 ? times[0] : undefined)
  return time === undefined ? null : dayOf(time)
}

/** Words of an outlet's name, at most. */
const OUTLET_WORDS = 6
const SEPARATOR = / [|–—·»:-] | :: /u

/** A page's title parted into the article's and the outlet's, as far as it has both. */
const partTitle = (title: string): { readonly title: string | null; readonly outlet: string | null } => {
  const parts = title.split(SEPARATOR).map((part) => part.trim())
  const outlet = parts.at(-1) ?? ''
  if (parts.length < 2 || outlet.split(' ').length > OUTLET_WORDS || /\d/u.test(outlet))
    return { title: title || null, outlet: null }
  return { title: title.slice(0, title.lastIndexOf(outlet)).replace(/[\s|–—·»:-]{1,9}$/u, '') || null, outlet }
}

/** A title for sharing without the outlet's name at its end. */
const withoutOutlet = (title: string, outlet: string | null): string | null => {
  const parted = partTitle(title)
  return outlet !== null && parted.outlet !== null && nameKey(parted.outlet) === nameKey(outlet) ? parted.title : title
}

/** What a page says of itself. */
export interface PageImprint {
  readonly found: Imprint
  /** What stands on the tab of the browser: often the section, or the outlet, and not the article. */
  readonly tab: string | null
}

/** What the head of a page and the elements made for it say of the page; a day in its text is not looked for. */
export const readPageImprint = (page: Element): PageImprint => {
  const elements = elementsIn(page)
  const meta = metaOf(elements)
  const from = (field: keyof Imprint): string | null =>
    META[field].map((name) => meta.get(name)).find((value) => value !== undefined) ?? null
  const names = META.author.flatMap((name) => meta.get(name) ?? []).filter((value) => !isAddress(value))
  const element = elements.find(({ name }) => name === 'title')
  const tab = partTitle(element === undefined ? '' : tidy(textOf(element)))
  const publisher = from('publisher') ?? tab.outlet
  const url = from('url')
  const title = from('title')
  const found = {
    url: canonical(elements) ?? (url !== null && isAddress(url) ? url : null),
    publisher,
    author: names[0]?.replace(/^by /iu, '') ?? authorIn(elements),
    title: title === null ? null : withoutOutlet(title, publisher),
    published: dayIn(from('published') ?? '') ?? dayOfElement(elements),
  }
  return { found, tab: tab.title }
}
