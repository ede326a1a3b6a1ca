const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Elements that have no content and no end tag. */
export const VOID = words(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr',
)

/** Elements whose content is not markup: it ends at the end tag alone. */
export const RAW = words('script style xmp iframe noembed noframes noscript plaintext textarea title')

/** Elements that hold no words of an article; they go with all that is in them where their end tag is found. */
export const DISCARDED = words('svg math canvas object applet audio video map select datalist template')

/** Void elements that carry neither words nor the shape of the text. */
export const EMPTY_AND_UNREAD = words('area base basefont bgsound col command embed frame img input keygen param source track')

/** Elements that a parser opens anew where a block, a row or a cell has closed them before their own end tag does. */
export const FORMATS = words('a b big code em font i nobr s small strike strong tt u')

/** Attributes that say what an element is for or what a page is; all others are left out before there is a tree. */
export const READ_ATTRIBUTES = words(
  `aria-hidden charset class content datetime hidden href id itemprop itemtype lang name property pubdate rel role shadowrootmode style type`,
)

/** Elements that start a block of their own: they end an open paragraph, and an end tag of a formatting element stops at them. */
export const BLOCKS = words(
  `address article aside blockquote body center details dialog dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul`,
)

/** Elements that a start tag of the key ends where they stand open, up to the nearest element of `within`. */
export const IMPLIED_ENDS: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  a: { ends: ['a'], within: [] },
  body: { ends: ['head'], within: [] },
  li: { ends: ['li'], within: ['ul', 'ol', 'menu', 'dir'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
  tr: { ends: ['tr'], within: ['table', 'tbody', 'thead', 'tfoot'] },
  tbody: { ends: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  tfoot: { ends: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  thead: { ends: ['tbody', 'thead', 'tfoot'], within: ['table'] },
}
