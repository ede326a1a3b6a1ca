import { ok, type Result } from '../core/refusal.ts'
import { dayIn } from './day.ts'
import { channelOf, type FeedChannel, type FeedItem } from './feed-items.ts'
import { DEEPEST, MOST_FEED, MOST_XML_ELEMENTS } from './limits.ts'
import { readFragment } from './page.ts'
import { NOTHING_FOUND, passage, tidy, type Draft, type Passage } from './passage.ts'
import { malformed, tooDeep, tooLarge } from './refusals.ts'
import { passagesOfText } from './text.ts'
import { xmlShape } from './xml-shape.ts'

/** A declared entity (XML 1.0 § 4.2) may stand for a billion others. Feeds need none: HTML's are known without. */
const ENTITY = /<!ENTITY\s/u

/** Everything that the library throws is about the source, of which it was given nothing else. */
const parse = async (source: string, name: string): Promise<Result<FeedChannel>> => {
  const { parseFeed } = await import('feedsmith')
  try {
    return ok(channelOf(parseFeed(source)))
  } catch (fault) {
    if (fault instanceof Error) return malformed(name, 'feed')
    throw fault
  }
}

/** Markup or text without any, as one line. */
const lineOf = async (text: string, name: string): Promise<string> => {
  const read = /[<&]/u.test(text) ? await readFragment(text, name) : null
  return tidy(read?.ok === true ? read.value.map((held) => held.text).join(' ') : text)
}

const contentOf = async ({ content, isPlain }: FeedItem, name: string): Promise<Result<readonly Passage[]>> => {
  if (content === null) return ok([])
  return isPlain ? ok(passagesOfText(content)) : readFragment(content, name)
}

const isAddress = (url: string | null): url is string => url !== null && /^https?:\/\//iu.test(url)

const draftOf = async (item: FeedItem, channel: FeedChannel, name: string): Promise<Result<Draft>> => {
  const content = await contentOf(item, name)
  if (!content.ok) return content
  const title = item.title === null ? '' : await lineOf(item.title, name)
  const headline = title === '' ? [] : [passage(title, { kind: 'headline' })]
  const found = {
    url: isAddress(item.url) ? item.url : null,
    publisher: channel.title === null ? null : await lineOf(channel.title, name),
    author: item.author,
    title: title === '' ? null : title,
    published: dayIn(item.published ?? ''),
  }
  return ok({ found, stamped: NOTHING_FOUND, passages: [...headline, ...content.value] })
}

/**
 * The items of a feed (RSS, Atom, RDF, JSON Feed) in its order, each as a text of its own under its title. One item that is refused
 * refuses the feed: nothing of it is left out unsaid.
 */
export const readFeed = async (source: string, name: string): Promise<Result<readonly Draft[]>> => {
  if (source.length > MOST_FEED) return tooLarge(name, `more than ${MOST_FEED / 1e6} million characters`)
  if (ENTITY.test(source)) return tooLarge(name, 'abbreviations of its own, which may stand for any amount of text')
  const shape = xmlShape(source)
  if (shape.depth > DEEPEST) return tooDeep(name, DEEPEST)
  if (shape.elements > MOST_XML_ELEMENTS)
    return tooLarge(name, `more than ${MOST_XML_ELEMENTS.toLocaleString('en')} elements of markup`)
  const channel = await parse(source, name)
  if (!channel.ok) return channel
  const drafts: Draft[] = []
  for (const item of channel.value.items) {
    const draft = await draftOf(item, channel.value, name)
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  return ok(drafts)
}
