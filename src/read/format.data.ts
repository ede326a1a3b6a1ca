import type { Format } from '../core/document.ts'

/** Formats by media type. What is not here and says "xml" or "json" may be a feed; any other text is text. */
export const MEDIA_TYPES: Readonly<Record<string, Format>> = {
  'application/atom+xml': 'feed',
  'application/feed+json': 'feed',
  'application/pdf': 'pdf',
  'application/rdf+xml': 'feed',
  'application/rss+xml': 'feed',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/x-pdf': 'pdf',
  'application/xhtml+xml': 'html',
  'text/html': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
}

/** Formats by the ending of a file's name. */
export const ENDINGS: Readonly<Record<string, Format>> = {
  asp: 'html',
  aspx: 'html',
  atom: 'feed',
  docx: 'docx',
  htm: 'html',
  html: 'html',
  markdown: 'markdown',
  md: 'markdown',
  mdown: 'markdown',
  pdf: 'pdf',
  php: 'html',
  rss: 'feed',
  shtml: 'html',
  text: 'text',
  txt: 'text',
  xhtml: 'html',
}

/** First bytes of files that hold no text, with what they are. */
export const SIGNATURES: readonly { readonly start: string; readonly what: string }[] = [
  { start: '\u0089PNG', what: 'a picture' },
  { start: '\u00FF\u00D8\u00FF', what: 'a picture' },
  { start: 'GIF8', what: 'a picture' },
  { start: 'II*\0', what: 'a picture' },
  { start: 'MM\0*', what: 'a picture' },
  { start: '\u001F\u008B', what: 'a packed file' },
  { start: 'BZh', what: 'a packed file' },
  { start: '7z\u00BC\u00AF', what: 'a packed file' },
  { start: 'Rar!', what: 'a packed file' },
  { start: '\u00FD7zXZ', what: 'a packed file' },
  { start: '(\u00B5/\u00FD', what: 'a packed file' },
  { start: 'ID3', what: 'a sound' },
  { start: 'OggS', what: 'a sound or a film' },
  { start: 'RIFF', what: 'a picture, a sound or a film' },
  { start: '\0\0\0\u0018ftyp', what: 'a film' },
  { start: '\0\0\0\u001Cftyp', what: 'a film or a picture' },
  { start: '\0\0\0 ftyp', what: 'a film' },
  { start: '\u001A\u0045\u00DF\u00A3', what: 'a film' },
  { start: '\u007FELF', what: 'a program' },
  { start: 'MZ\u0090', what: 'a program' },
  { start: 'SQLite format 3', what: 'a database' },
  { start: '{\\rtf', what: 'a rich text (RTF) file' },
  { start: '%!PS', what: 'a PostScript file' },
]

/** Parts of zip files that show what the file is. */
export const ZIP_CONTENTS: readonly { readonly part: string; readonly what: string }[] = [
  { part: 'xl/workbook.xml', what: 'a spreadsheet' },
  { part: 'ppt/presentation.xml', what: 'a presentation' },
  { part: 'META-INF/container.xml', what: 'an e-book (EPUB)' },
  { part: 'content.xml', what: 'an OpenDocument file' },
]
