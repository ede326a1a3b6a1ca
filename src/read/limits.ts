/**
 * What is read, at most. Nothing that people publish comes near; what does is broken or hostile. Seconds are those of one core of a
 * laptop for the worst page found at the limit (`bounds.test.ts` has the generators).
 */

/** Bytes of a capture. Most of a page saved whole is pictures, which are dropped in one pass: 50 MB take under 2 s. */
export const MOST_BYTES = 50 * 1024 * 1024

/** Elements open inside each other. The tree is walked by recursion; the deepest of thirty real pages that were looked at has 26. */
export const DEEPEST = 512

/** Elements, character references and stray `<` of a page once cleaned: each becomes a node of the tree. Real pages have some thousands. 2 s. */
export const MOST_NODES = 100_000

/** Formatting elements that a parser may have to open anew, all told: as many nodes more. Real pages have none to some hundred. 2 s. */
export const MOST_REOPENED = 500_000

/** Characters of a page once cleaned. 1 s of plain text; a book of 200,000 words has 1.3 million. */
export const MOST_MARKUP = 8_000_000

/** Characters of Markdown source: tables of tiny cells take 5 s. */
export const MOST_MARKDOWN = 1_600_000

/** Characters of running text of a document: its words become tokens, at 3 µs and 200 bytes each. 3 s. */
export const MOST_TEXT = 4_000_000

/** Paragraphs of a document: 10 µs each, whatever is in them. 3 s. */
export const MOST_PASSAGES = 300_000

/** Pages of a PDF: each takes about 5 ms. */
export const MOST_PAGES = 1000

/** Bytes to which the streams of a PDF unpack, together, pictures aside: text of 1,000 pages has 30 MB. 0.3 s of blanks, 10 s of words. */
export const MOST_PDF_UNPACKED = 40_000_000

/** Times that a stream of a PDF may be packed over: programs pack once. */
export const MOST_PDF_LAYERS = 2

/** Bytes to which the parts of a docx file unpack, together. A book of 200,000 words has 15 MB of XML. */
export const MOST_UNPACKED = 40 * 1024 * 1024

/** Elements in the parts of a docx file, and in a feed: 10 to 15 µs each. A book of 200,000 words has 300,000. 6 s. */
export const MOST_XML_ELEMENTS = 500_000

/** Characters of a feed: a hundred articles in full have one million. */
export const MOST_FEED = 4_000_000
