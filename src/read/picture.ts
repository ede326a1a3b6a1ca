/** The kinds of inlined picture that are shown, by media type, with the characters that their bytes begin with in base 64. */
const KINDS: Readonly<Record<string, string>> = { png: 'iVBORw0KGgo', gif: 'R0lGOD', jpeg: '/9j/' }

const INLINED = /^\s*data:image\/(png|gif|jpe?g)\s*;\s*base64\s*,/iu

/** Characters of one inlined picture: 1.5 MB of picture. */
export const LONGEST_PICTURE = 2_000_000

/** Pixels of a picture: a browser takes four bytes for each. */
const MOST_PIXELS = 25_000_000

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]))

/** The byte at `at` of what `encoded` says in base 64; 0 past its end. */
const byteAt = (encoded: string, at: number): number => {
  const letter = Math.floor(at / 3) * 4 + (at % 3)
  const high = VALUES.get(encoded.charAt(letter)) ?? 0
  const low = VALUES.get(encoded.charAt(letter + 1)) ?? 0
  const shift = 2 * ((at % 3) + 1)
  return ((high << shift) | (low >> (6 - shift))) & 0xff
}

const bigEndian = (encoded: string, at: number, bytes: number): number =>
  Array.from({ length: bytes }, (_, more) => byteAt(encoded, at + more)).reduce((sum, byte) => sum * 256 + byte, 0)

/** Segments of a JPEG that are looked at before the one that tells its size. */
const MOST_SEGMENTS = 200

/** Whether a marker of a JPEG opens a frame, whose header tells the size: C0 to CF but for three that do not. */
const opensFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Pixels of a JPEG (ITU T.81, B.2.2); infinite where no header tells them. */
const pixelsOfJpeg = (encoded: string): number => {
  let at = 2
  for (let left = MOST_SEGMENTS; left > 0 && byteAt(encoded, at) === 0xff; left--) {
    const marker = byteAt(encoded, at + 1)
    if (opensFrame(marker)) return bigEndian(encoded, at + 5, 2) * bigEndian(encoded, at + 7, 2)
    at += 2 + bigEndian(encoded, at + 2, 2)
  }
  return Infinity
}

const littleEndian = (encoded: string, at: number): number => byteAt(encoded, at) + 256 * byteAt(encoded, at + 1)

const pixelsOf = (kind: string, encoded: string): number => {
  if (kind === 'png') return bigEndian(encoded, 16, 4) * bigEndian(encoded, 20, 4)
  return kind === 'gif' ? littleEndian(encoded, 6) * littleEndian(encoded, 8) : pixelsOfJpeg(encoded)
}

export const isInlined = (address: string): boolean => INLINED.test(address)

/**
 * The address of an inlined picture, written anew, where it may be shown: PNG, GIF or JPEG in base 64 whose first bytes say that it is
 * one, of at most 1.5 MB and 25 million pixels. Null otherwise.
 */
export const shownPicture = (address: string): string | null => {
  const [start, written] = INLINED.exec(address) ?? []
  if (start === undefined || written === undefined || address.length > LONGEST_PICTURE) return null
  const kind = written.toLowerCase().replace('jpg', 'jpeg')
  const encoded = address.slice(start.length).replaceAll(/\s+/gu, '')
  const pixels = pixelsOf(kind, encoded)
  const isKind = encoded.startsWith(KINDS[kind] ?? '\0') && !/[^\w+/=]|_/u.test(encoded)
  return isKind && pixels > 0 && pixels <= MOST_PIXELS ? `data:image/${kind};base64,${encoded}` : null
}
