import type { Schema } from 'hast-util-sanitize'
import { RENDERED_TAGS } from './rendering.data.ts'

/** Cells that one cell may stand for: a browser lays out a table of some millions otherwise. */
const SPAN = /^[1-9]\d?$/u

/** A picture that `picture.ts` has let through: characters of base 64 and nothing else. */
const RASTER = /^data:image\/(?:png|gif|jpeg);base64,[\w+/=]+$/u

/**
 * What the content of a rendering may be, as an allow-list of the sanitiser: anything else is taken off, its words left. No `id`, `name`,
 * `style`, event handler or address of any kind is in it; `class` has two values, both ours.
 */
export const RENDERING_SCHEMA: Schema = {
  tagNames: [...RENDERED_TAGS],
  attributes: {
    '*': ['title', 'lang', ['dir', 'ltr', 'rtl', 'auto'], ['className', 'hidden', 'picture', 'words']],
    img: ['alt', ['src', RASTER]],
    ol: [['start', /^-?\d{1,9}$/u], 'reversed'],
    td: [
      ['colSpan', SPAN],
      ['rowSpan', SPAN],
    ],
    th: [
      ['colSpan', SPAN],
      ['rowSpan', SPAN],
    ],
    time: ['dateTime'],
  },
  protocols: { src: ['data'] },
  ancestors: {},
  clobber: [],
  required: {},
  strip: ['iframe', 'math', 'noembed', 'noframes', 'noscript', 'object', 'script', 'style', 'svg', 'textarea', 'title', 'xmp'],
  allowComments: false,
  allowDoctypes: false,
}
