import type { Capture, Format } from '../core/document.ts'
import { ok, type Result } from '../core/refusal.ts'
import { ENDINGS, MEDIA_TYPES, SIGNATURES, ZIP_CONTENTS } from './format.data.ts'
import { locked, malformed, unknownFormat } from './refusals.ts'
import { zipParts } from './zip.ts'

/** Bytes at the start of a file that show what it is. */
const HEAD_BYTES = 2048

/** Bytes as characters of one byte each. */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

const OLE = '\u00D0\u00CF\u0011\u00E0'
/** The name of the stream that a locked Office file is in, in UTF-16. */
const LOCKED_STREAM = Array.from('EncryptedPackage').join('\0')
const OLE_BYTES = 100_000

const formatOfZip = ({ bytes, name }: Capture): Result<Format> => {
  const parts = zipParts(bytes)
  if (parts === null) return malformed(name, /\.docx$/iu.test(name) ? 'docx' : 'zip')
  const has = (part: string): boolean => parts.some((held) => held.name === part)
  if (has('word/document.xml')) return ok('docx')
  return unknownFormat(name, ZIP_CONTENTS.find(({ part }) => has(part))?.what ?? 'a zip file')
}

const formatOfOle = ({ bytes, name }: Capture): Result<Format> =>
  latin(bytes.subarray(0, OLE_BYTES)).includes(LOCKED_STREAM)
    ? locked(name, 'docx')
    : unknownFormat(name, 'an old Word or Office file')

/** The format that the first bytes show whatever anybody says; null where they could be any text. */
export const formatOfBytes = (capture: Capture): Result<Format> | null => {
  const head = latin(capture.bytes.subarray(0, HEAD_BYTES))
  if (head.slice(0, 1024).includes('%PDF-')) return ok('pdf')
  if (head.startsWith('PK\u0003\u0004')) return formatOfZip(capture)
  if (head.startsWith(OLE)) return formatOfOle(capture)
  const known = SIGNATURES.find(({ start }) => head.startsWith(start))
  return known === undefined ? null : unknownFormat(capture.name, known.what)
}

const MARKUP = /^(?:<!doctype html|<html|<head|<body|<title|<meta|<!--)/iu
const FEED = /<(?:rss|feed|rdf:rdf)[\s>]/iu
const TAGS = /<\/(?:article|body|div|h1|p|span|table|ul)>/giu
/** Closing tags in the head of a text that is markup, at least. */
const MARKUP_TAGS = 3

/** The first ending in a name, before its query, within it or after it: `/story.html?from=feed.xml` ends in html. */
const endingOf = (name: string): string =>
  name
    .split(/[?#]/u)
    .map((part) => /\.([a-z\d]{2,8})$/iu.exec(part)?.[1])
    .find((ending) => ending !== undefined)
    ?.toLowerCase() ?? ''

/** The format that a text shows itself; null where it could be several. */
const formatOfText = (text: string): Format | null => {
  const head = text.slice(0, HEAD_BYTES).trimStart()
  if (/^(?:<\?xml|<rss|<feed|<rdf:rdf)/iu.test(head) && FEED.test(head)) return 'feed'
  if (head.startsWith('{') && head.includes('jsonfeed.org/version')) return 'feed'
  return MARKUP.test(head) || (head.startsWith('<?xml') && /<html[\s>]/iu.test(head)) ? 'html' : null
}

const saysMore = (format: Format | undefined): format is Format => format !== undefined && format !== 'text'

/** The format of a text that a name or a server calls by one: a text called HTML that has no tag is text. */
const formatTold = ({ name, mediaType }: Capture, text: string): Format => {
  const told = [MEDIA_TYPES[mediaType?.toLowerCase() ?? ''], ENDINGS[endingOf(name)]].filter((format) => format !== undefined)
  const format = told.find(saysMore) ?? told[0]
  if (format === 'html') return /<[a-z!]/iu.test(text) ? 'html' : 'text'
  if (format === 'text' || format === 'markdown') return format
  const tags = text.slice(0, 20 * HEAD_BYTES).match(TAGS)?.length ?? 0
  return tags >= MARKUP_TAGS ? 'html' : 'text'
}

/** Share of a text's characters that are control characters, above which it is no text. */
const CONTROL_SHARE = 0.01

const isBinary = (text: string): boolean => {
  const head = text.slice(0, 10 * HEAD_BYTES)
  const controls = head.match(/[^\P{Cc}\s]/gu)?.length ?? 0
  return controls > CONTROL_SHARE * head.length
}

/**
 * The format of a capture whose bytes say `text`: what the text shows of itself, then what a server or the file's name says of it.
 * JSON and XML that are no feed, and what is no text at all, are refused.
 */
export const formatOf = (capture: Capture, text: string): Result<Format> => {
  const { name, mediaType } = capture
  if (isBinary(text)) return unknownFormat(name, 'no text')
  const shown = formatOfText(text)
  if (shown !== null) return ok(shown)
  const told = MEDIA_TYPES[mediaType?.toLowerCase() ?? ''] ?? ENDINGS[endingOf(name)]
  if (told === 'pdf' || told === 'docx') return malformed(name, told === 'pdf' ? 'PDF' : 'docx')
  if (told === 'feed') return malformed(name, 'feed')
  if (/^<\?xml/iu.test(text.trimStart())) return unknownFormat(name, 'XML that is no feed')
  if (/^\s*[[{]/u.test(text) && (endingOf(name) === 'json' || mediaType === 'application/json')) {
    return unknownFormat(name, 'JSON that is no feed')
  }
  return ok(formatTold(capture, text))
}
