/** Bytes of a page in which a declaration of its charset is looked for: the standard's 1,024, and some for long comments before it. */
const DECLARATION_BYTES = 4096

const DECLARED_BY_META = /<meta\s[^<>]*?charset\s{0,9}=\s{0,9}(?:["']\s{0,9})?([\w.:-]+)/iu
const DECLARED_BY_XML = /^<\?xml\s[^<>]*?encoding\s{0,9}=\s{0,9}["']([\w.:-]+)/iu

const isWide = (label: string): boolean => /^(?:utf-?16|ucs-?2|utf-?32)/iu.test(label)

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const charsetOfMark = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
}

/** UTF-16 without a mark: in Latin text every second byte of the first characters is zero. */
const charsetOfZeros = (bytes: Uint8Array): string | null => {
  const units = Math.min(bytes.length >> 1, 128)
  if (units < 2) return null
  let high = 0
  let low = 0
  for (let unit = 0; unit < units; unit++) {
    if (bytes[2 * unit] === 0) high++
    if (bytes[2 * unit + 1] === 0) low++
  }
  if (low > 0.7 * units && high === 0) return 'utf-16le'
  return high > 0.7 * units && low === 0 ? 'utf-16be' : null
}

/** What a page says of itself. It was read as ASCII to get here, so it cannot be wide, whatever it says. */
const charsetDeclared = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES))
  const label = (DECLARED_BY_XML.exec(head) ?? DECLARED_BY_META.exec(head))?.[1] ?? null
  return label !== null && isWide(label) ? 'utf-8' : label
}

/** The text of bytes in the charset with this label; null where nobody knows the label. Malformed sequences become U+FFFD. */
const decodeAs = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  }
}

/** Bytes of the sequence that a lead byte announces; 0 for a byte that leads none. */
const sequenceLength = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

const continues = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return false
  return true
}

/** Whether some character of several bytes is written as UTF-8 writes it: by chance that hardly happens in text of another charset. */
const hasUtf8 = (bytes: Uint8Array): boolean =>
  bytes.some((lead, at) => {
    const length = sequenceLength(lead)
    return length > 0 && continues(bytes, at + 1, at + length)
  })

/** The charset of bytes that nobody vouches for: UTF-8 with slips in it, or the old Western one that covers every byte. */
const charsetGuessed = (bytes: Uint8Array): string => (isUtf8(bytes) || hasUtf8(bytes) ? 'utf-8' : 'windows-1252')

/**
 * The text of `bytes`. A byte order mark decides, then the charset that a server told, then the one that a page declares; without any,
 * or where the label is unknown, UTF-8, and windows-1252 where nothing in the bytes is UTF-8. Never fails: malformed sequences become
 * U+FFFD. Line ends are `\n`.
 */
export const decodeText = (bytes: Uint8Array, told: string | null): string => {
  const labels = [charsetOfMark(bytes), told, charsetOfZeros(bytes), charsetDeclared(bytes)]
  for (const label of labels) {
    const text = label === null ? null : decodeAs(bytes, label)
    if (text !== null) return text.replaceAll(/\r\n?/gu, '\n')
  }
  return (decodeAs(bytes, charsetGuessed(bytes)) ?? '').replaceAll(/\r\n?/gu, '\n')
}
