/** What a browser wrote into a page when it saved it. */
export interface SavedPage {
  /** Where the page was; null where what stands there is no address. */
  readonly url: string | null
  /** When, ISO 8601 in UTC; null where the browser does not say. */
  readonly savedAt: string | null
}

/** Bytes at the start in which the remark stands. */
const HEAD = 8192

/** The extension SingleFile writes a comment of several lines behind the first tag. */
const SINGLE_FILE = /Page saved with SingleFile\s{1,20}url: (\S{1,2000})\s{1,20}saved date: ([^\n(]{1,80})/u

/** The mark of the web: the length of the address in brackets, then the address. */
const MARK_OF_THE_WEB = /<!--\s{0,9}saved from url=\(\d{4}\)(\S{1,2000})\s{0,9}-->/u

const addressOf = (text: string | undefined): string | null =>
  text !== undefined && /^https?:/iu.test(text) && URL.canParse(text) ? new URL(text).href : null

const timeOf = (text: string | undefined): string | null => {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** What a page says of its having been saved by a browser; null where it says nothing. Whoever saved it could have written that, too. */
export const savedPage = (bytes: Uint8Array): SavedPage | null => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const single = SINGLE_FILE.exec(head)
  if (single !== null) return { url: addressOf(single[1]), savedAt: timeOf(single[2]) }
  const marked = MARK_OF_THE_WEB.exec(head)
  return marked === null ? null : { url: addressOf(marked[1]), savedAt: null }
}
