const ESCAPE = 0x1b
const CONTROL_SEQUENCE = 0x9b
const STRING_INTRODUCERS = new Set(['P', 'X', ']', '^', '_'])
const STRING_INTRODUCER_CODES = new Set([0x90, 0x98, 0x9d, 0x9e, 0x9f])
const STRING_TERMINATOR = 0x9c
const BELL = 0x07

/** A terminal drops a string such as a window title that goes on for longer; past this the words are shown rather than hidden. */
const LONGEST_STRING = 256

/**
 * Marks that move or hide other marks: bidirectional embeddings, overrides and isolates, zero-width blanks, soft hyphens, tags,
 * annotation marks. Joiners stay: Persian and emoji need them.
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** White space at which a line may end; the two blanks that forbid it stay. */
const BLANKS = /[^\S\u00A0\u202F]+/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0)
const isBlank = (code: number): boolean => code >= 0x09 && code <= 0x0d

/** Where a control sequence whose parameters start at `from` ends: after its final byte, or before the first mark that cannot belong to it. */
const afterParameters = (text: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) >= 0x20 && text.charCodeAt(at) < 0x40) at++
  const final = text.charCodeAt(at)
  return final >= 0x40 && final < 0x7f ? at + 1 : at
}

/** Where a short escape sequence (a character set, a reset) whose marks start at `from` ends. */
const afterIntermediates = (text: string, from: number): number => {
  let at = from
  while (text.charCodeAt(at) >= 0x20 && text.charCodeAt(at) < 0x30) at++
  const final = text.charCodeAt(at)
  return final >= 0x30 && final < 0x7f ? at + 1 : at
}

/** Where a control string (a window title, a link) ends: after its terminator, or at `from` where none is near. */
const afterString = (text: string, from: number): number => {
  for (let at = from; at < Math.min(text.length, from + LONGEST_STRING); at++) {
    const code = text.charCodeAt(at)
    if (code === BELL || code === STRING_TERMINATOR) return at + 1
    if (code === ESCAPE) return text[at + 1] === '\\' ? at + 2 : at
  }
  return from
}

/** The length of the control at `at`, 0 where the mark there is no control. */
const controlLength = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (!isControl(code) || isBlank(code)) return 0
  const next = text[at + 1] ?? ''
  if (code === CONTROL_SEQUENCE) return afterParameters(text, at + 1) - at
  if (STRING_INTRODUCER_CODES.has(code)) return afterString(text, at + 1) - at
  if (code !== ESCAPE) return 1
  if (next === '[') return afterParameters(text, at + 2) - at
  if (STRING_INTRODUCERS.has(next)) return afterString(text, at + 2) - at
  return afterIntermediates(text, at + 1) - at
}

const withoutControls = (text: string): string => {
  let kept = ''
  let from = 0
  for (let at = 0; at < text.length;) {
    const length = controlLength(text, at)
    if (length === 0) at++
    else {
      kept += text.slice(from, at)
      at += length
      from = at
    }
  }
  return kept + text.slice(from)
}

/**
 * What a document says, without what it might do to a screen: control characters, escape sequences and marks that reorder or hide
 * others are gone, half characters are replaced, line ends stay. The page shows this; offsets are taken before.
 */
export const harmless = (text: string): string => withoutControls(text).replace(INVISIBLE, '').replace(LONE_SURROGATE, '\uFFFD')

/** The same on one line: every run of white space is one blank. */
export const plain = (text: string): string => harmless(text).replace(BLANKS, ' ').trim()
