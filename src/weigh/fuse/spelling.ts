import { encoded, type Lexicon, lexicon } from './lexicon.ts'

/** For each value of a table the number of its form: values of one form are one value, spelled differently. */
export interface Spelling {
  readonly forms: number
  readonly form: Int32Array
}

const [TAB, SPACE, PLUS, COMMA, MINUS, DOT, COLON] = [9, 32, 43, 44, 45, 46, 58]
const [ZERO, NINE, UPPER_A, UPPER_Z, ASCII_END] = [48, 57, 65, 90, 128]
const CASE = 32

const TIME = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?\s?(?:([ap])\.?m\.?)?$/u
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u
const MARKS = /\p{M}+/gu
const SPACES = /\s+/gu
const WORDS = /[\p{L}\p{N}]+/gu

const clockForm = (text: string): string | null => {
  const [, hour, minute, half] = TIME.exec(text) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23) return null
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minute}`
}

const withoutClosing = (text: string, sign: string): string => {
  let end = text.length
  while (end > 0 && text[end - 1] === sign) end--
  return text.slice(0, end)
}

/** A whole number keeps the zeros before it, which may be part of a code. */
const numberForm = (text: string): string | null => {
  if (!NUMBER.test(text)) return null
  const [whole = '', fraction = ''] = text.replaceAll(',', '').replace('+', '').split('.')
  const digits = withoutClosing(fraction, '0')
  return digits === '' ? whole : `${whole}.${digits}`
}

/** Without case, accents and doubled white space; times of the day as HH:MM, numbers without separators, plus sign and closing zeros. */
export const formOf = (text: string): string => {
  const plain = text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(SPACES, ' ').trim()
  return clockForm(plain) ?? numberForm(plain) ?? plain
}

/** The words of a list, in the order of the alphabet, once each; single letters (initials) only where there is nothing else. */
export const wordsOf = (text: string): readonly string[] => {
  const words = [...new Set(formOf(text).match(WORDS) ?? [])].toSorted()
  const longer = words.filter((word) => word.length > 1)
  return longer.length > 0 ? longer : words
}

const startsLikeNumber = (byte: number): boolean => (byte >= ZERO && byte <= NINE) || byte === PLUS || byte === MINUS

interface Folded {
  readonly bytes: Uint8Array
  length: number
}

const LONGEST_FOLDED = 256

/** Folds ASCII that is neither number nor time into `to`; false where the text needs more than that. */
const foldAscii = (run: Uint8Array, [start, end]: readonly [number, number], to: Folded): boolean => {
  if (end - start > LONGEST_FOLDED) return false
  const numeric = startsLikeNumber(run[start] ?? 0)
  let length = 0
  for (let at = start; at < end; at++) {
    const byte = run[at] ?? 0
    if (byte >= ASCII_END || (byte < SPACE && byte >= TAB)) return false
    if (numeric && (byte === COMMA || byte === COLON || byte === DOT || byte === PLUS)) return false
    if (byte === SPACE && (length === 0 || at + 1 === end || run[at + 1] === SPACE)) continue
    to.bytes[length++] = byte >= UPPER_A && byte <= UPPER_Z ? byte + CASE : byte
  }
  to.length = length
  return true
}

/** Whether a text is its own form, as far as that can be told byte by byte: lower-case ASCII, no number or time, single spaces. */
const isFolded = (run: Uint8Array, start: number, end: number): boolean => {
  const numeric = startsLikeNumber(run[start] ?? 0)
  let before = SPACE
  for (let at = start; at < end; at++) {
    const byte = run[at] ?? 0
    if (byte >= ASCII_END || byte < SPACE || (byte >= UPPER_A && byte <= UPPER_Z)) return false
    if (byte === SPACE && before === SPACE) return false
    if (numeric && (byte === COMMA || byte === COLON || byte === DOT || byte === PLUS)) return false
    before = byte
  }
  return before !== SPACE
}

const areFolded = (values: Lexicon): boolean => {
  const { bytes, starts } = values.run()
  for (let value = 0; value < values.size(); value++)
    if (!isFolded(bytes, starts[value] ?? 0, starts[value + 1] ?? 0)) return false
  return true
}

/** Every value its own form. */
export const exactSpelling = (values: Lexicon): Spelling => ({
  forms: values.size(),
  form: Int32Array.from({ length: values.size() }, (_, value) => value),
})

/** Forms by the rules of `formOf`. */
export const foldedSpelling = (values: Lexicon): Spelling => {
  if (areFolded(values)) return exactSpelling(values)
  const form = new Int32Array(values.size())
  const forms = lexicon()
  const { bytes: run, starts } = values.run()
  const folded: Folded = { bytes: new Uint8Array(LONGEST_FOLDED), length: 0 }
  for (let value = 0; value < form.length; value++) {
    if (foldAscii(run, [starts[value] ?? 0, starts[value + 1] ?? 0], folded)) {
      form[value] = forms.intern(folded.bytes, 0, folded.length)
    } else {
      const bytes = encoded(formOf(values.text(value)))
      form[value] = forms.intern(bytes, 0, bytes.length)
    }
  }
  return { forms: forms.size(), form }
}

/** Values of the same words are one form. */
export const listSpelling = (values: Lexicon): Spelling => {
  const form = new Int32Array(values.size())
  const known = new Map<string, number>()
  for (let value = 0; value < form.length; value++) {
    const text = values.text(value)
    const words = wordsOf(text).join(' ')
    const key = words === '' ? formOf(text) : words
    const id = known.get(key) ?? known.size
    known.set(key, id)
    form[value] = id
  }
  return { forms: known.size, form }
}
