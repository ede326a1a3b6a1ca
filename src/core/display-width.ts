import { WIDE } from './display-width.data.ts'

const PRINTABLE_ASCII = /^[\x20-\x7E]*$/u
const EMOJI = /^\p{Emoji_Presentation}|\uFE0F|\u20E3/u
const ZERO_WIDTH = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const isWide = (code: number): boolean => WIDE.some(([first, last]) => code >= first && code <= last)

const clusterWidth = (cluster: string): number => {
  if (ZERO_WIDTH.test(cluster)) return 0
  if (EMOJI.test(cluster)) return 2
  return isWide(cluster.codePointAt(0) ?? 0) ? 2 : 1
}

/** What a reader sees as one character each, with the columns it fills: 0, 1 or 2. Approximate, as terminals differ. */
export const clusters = (text: string): readonly { readonly text: string; readonly width: number }[] =>
  Array.from(graphemes.segment(text), ({ segment }) => ({ text: segment, width: clusterWidth(segment) }))

/** Columns that `text` fills in a terminal: combining marks none, CJK and emoji two, all else one. */
export const displayWidth = (text: string): number =>
  PRINTABLE_ASCII.test(text) ? text.length : clusters(text).reduce((sum, cluster) => sum + cluster.width, 0)

/** `text` in at most `width` columns, cut between words where that loses little, and then ended by an ellipsis. */
export const clipped = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let columns = 0
  for (const cluster of clusters(text)) {
    if (columns + cluster.width > width - 1) break
    kept += cluster.text
    columns += cluster.width
  }
  const blank = kept.lastIndexOf(' ')
  return `${(blank > kept.length * 0.6 ? kept.slice(0, blank) : kept).replace(/[\s,;:.]$/u, '')}…`
}
