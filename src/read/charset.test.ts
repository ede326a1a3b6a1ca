import { describe, expect, it } from 'vitest'
import { decodeText } from './charset.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
/** ASCII as UTF-16. */
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(Array.from(latin(text)).flatMap((byte) => (isBig ? [0, byte] : [byte, 0])))

describe('decodeText', () => {
  it.each([
    ['a mark of UTF-8, whatever a server says', latin('\u00EF\u00BB\u00BFcaf\u00C3\u00A9'), 'windows-1252', 'café'],
    ['a mark of UTF-16', Uint8Array.of(0xff, 0xfe, ...utf16('mill', false)), 'utf-8', 'mill'],
    ['UTF-16 without a mark', utf16('The mill', true), null, 'The mill'],
    ['what the server says', latin('\u00C4'), 'iso-8859-5', 'Ф'],
    ['what the page says', latin('<meta charset=iso-8859-5>\u00C4'), null, '<meta charset=iso-8859-5>Ф'],
    [
      'what the page says in full',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\u00C6'),
      null,
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">ф',
    ],
    [
      'the page where it claims to be wide and cannot be',
      latin('<meta charset="utf-16">caf\u00C3\u00A9'),
      null,
      '<meta charset="utf-16">café',
    ],
    ['UTF-8 where a label is unknown', latin('caf\u00C3\u00A9'), 'klingon', 'café'],
    ['UTF-8 where nobody says', latin('caf\u00C3\u00A9'), null, 'café'],
    ['windows-1252 where nothing is UTF-8', latin('\u0093caf\u00E9\u0094'), null, '“café”'],
    ['slips in UTF-8 as replacements', latin('caf\u00C3\u00A9 \u00FF bar'), null, 'café \uFFFD bar'],
  ] as const)('believes %s', (...[, bytes, told, text]) => {
    expect(decodeText(bytes, told)).toBe(text)
  })

  it('makes every line end one', () => {
    expect(decodeText(latin('a\r\nb\rc\n'), null)).toBe('a\nb\nc\n')
  })
})
