/** One capture as a page to look at: a whole HTML document that asks for nothing and does nothing. */
export interface Rendering {
  /** Complete and self-contained, without script, link, form, frame or outside address; to be stored and sent as UTF-8. */
  readonly html: string
  /** One sentence for each way in which it shows less, or something else, than a browser would; they stand in `html` too. */
  readonly warnings: readonly string[]
}

/** SHA-256 of the one stylesheet that a rendering has, in base 64; `read/rendering-style.data.ts` holds it. */
export const RENDERING_STYLE_SHA256 = 'SNtWZGpcXRJdEcfviRaNVrAUc3C2w0smRnBdhNoi/b8='

/** What a rendering says of itself in a `meta` element, where `sandbox` and `frame-ancestors` have no force. */
export const RENDERING_META_POLICY = `default-src 'none'; style-src 'sha256-${RENDERING_STYLE_SHA256}'; img-src data:; base-uri 'none'; form-action 'none'`

/**
 * The Content-Security-Policy header with which a rendering must be served, from an origin of its own: the sandbox without any
 * permission gives it no scripts, no forms, no navigation of others, no popups and an origin that equals none.
 */
export const RENDERING_POLICY = `${RENDERING_META_POLICY}; frame-ancestors 'self'; sandbox`
