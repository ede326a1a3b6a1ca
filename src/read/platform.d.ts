/**
 * The parts of the encoding and URL standards that this room needs and that every platform of the library has. They are pure: the same
 * bytes give the same text anywhere.
 */
interface TextDecoder {
  decode(bytes: Uint8Array): string
}

/** Throws a RangeError where no encoding has the label. With `fatal`, `decode` throws a TypeError on a malformed sequence. */
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => TextDecoder

interface TextEncoder {
  encode(text: string): Uint8Array
}

/** UTF-8. */
declare const TextEncoder: new () => TextEncoder

interface URL {
  readonly href: string
  readonly protocol: string
}

/** Throws a TypeError where `url` is none. */
declare const URL: new (url: string, base?: string) => URL
