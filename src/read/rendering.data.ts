import { EMPTY_AND_UNREAD } from './markup.data.ts'

const words = (text: string): readonly string[] => text.split(/\s+/u)

/** Attributes of a page's source that are looked at; few of them come through. */
export const RENDERED_ATTRIBUTES: ReadonlySet<string> = new Set(
  words('alt colspan data-src datetime dir hidden href lang reversed rowspan shadowrootmode src start style title'),
)

/** Elements that would make a parser leave the body, or begin it again, and those that hold neither text nor a picture. */
export const RENDERED_UNREAD: ReadonlySet<string> = new Set([
  ...[...EMPTY_AND_UNREAD].filter((name) => name !== 'img'),
  ...words('body frameset head html link meta'),
])

/** All elements of which the content of a rendering is made: structure and emphasis of text. Nothing here loads, asks, runs or moves. */
export const RENDERED_TAGS: readonly string[] = words(
  `a abbr article b bdi blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li
   mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr`,
)

/** Elements that become a `div`, because words on either side of them would else run together. */
export const RENDERED_AS_DIV: ReadonlySet<string> = new Set(
  words(
    `address aside button center details dialog dir fieldset footer form header hgroup label legend listing main menu nav optgroup option
     search summary template`,
  ),
)
