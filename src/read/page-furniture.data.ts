const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** Words and phrases that may stand in a class or an id, under the first word of each. */
export type Hints = ReadonlyMap<string, readonly string[]>

const phrases = (text: string): Hints => {
  const table = new Map<string, string[]>()
  for (const phrase of text.split('|').map((part) => part.trim())) {
    const [first = ''] = phrase.split(' ')
    table.set(first, [...(table.get(first) ?? []), phrase])
  }
  return table
}

/** Elements that hold no text of an article, whatever is in them. */
export const NEVER_TEXT = words('button dialog head label legend link menu meta nav output progress rp rt search summary title')

/** Elements around an article rather than in it, unless most of the page's words stand there. */
export const AROUND_TEXT = words('aside footer form')

/** Roles that say the same of any element. */
export const AROUND_ROLES = words(
  `alert alertdialog banner complementary contentinfo dialog form menu menubar navigation search status tablist toolbar tooltip`,
)

/** Words and phrases in a class or an id that say that an element is around an article. */
export const AROUND_HINTS: Hints = phrases(`
  ad | adbox | ads | adslot | advert | advertisement | advertising | adverts | also read | author about | author bio | author box |
  author card | author description | about author | about the author | breadcrumb | breadcrumbs | byline bio | cc window | cmp |
  colophon | comment form | comment list | comment respond | commentlist | comments | comments area | consent | cookie | cookiebar |
  cookies | disqus | disqus thread | footer | gdpr | inline ad | latest news | mega menu | more articles | more from | more like this |
  more news | more stories | most popular | most read | must read | nav | navbar | navigation | newsletter | newsletters | next article |
  no print | noprint | onetrust | outbrain | pagination | popup | post navigation | prev next | promoted | read also | read more |
  read next | recirc | recirculation | recommendation | recommendations | recommended | related | related articles | related links |
  related posts | related stories | respond | see also | sharedaddy | sidebar | sign up | signup | site footer | site header | skip |
  skip link | skip links | sponsor | sponsored | subscribe | subscription | taboola | toolbar | trending | up next | you may also like
`)

/** Those of them that are taken at their word though most of the page's words stand there: notices and comments outgrow short articles. */
export const CERTAIN_HINTS: Hints = phrases(`
  comment list | commentlist | comments | comments area | consent | cookie | cookiebar | cookies | disqus | disqus thread | gdpr |
  onetrust | respond
`)

/** Words in a class that say so only of an element that holds little but links and buttons. */
export const BUTTON_HINTS: Hints = phrases(`
  addthis | bookmark | category | categories | controls | counter | follow | keywords | likes | listen | meta tags | promo | rating |
  reactions | share | share bar | share buttons | sharebar | sharethis | sharing | social | social links | tag | tag list | taglist |
  tags | teaser | teasers | tools | topics | widget
`)

/** Captions and credits of pictures, and sentences of the text set large beside it a second time. */
export const CAPTION_HINTS: Hints = phrases(`
  caption | captions | credit | credits | image credit | image caption | media caption | photo caption | photo credit | photocredit |
  picture credit | pull quote | pullquote | wp caption text
`)

/** Text that no reader sees, or only one who hears the page. */
export const UNSEEN_HINTS: Hints = phrases(`
  assistive text | hidden visually | screen reader text | sr only | visually hidden | visuallyhidden
`)

/** Who wrote an article and when, where an element says no more. */
export const BYLINE_HINTS: Hints = phrases(`
  article date | article meta | author | author name | authors | by | by line | byline | bylines | contributor | contributors | date |
  dateline | datetime | dtpublished | entry date | entry meta | meta | posted on | post date | post meta | pub date | pubdate |
  publication date | publish date | published | published date | publishdate | time | timestamp | updated | vcard | writer
`)

/** The sentence or two between a headline and its text. */
export const STANDFIRST_HINTS: Hints = phrases(`
  article lead | article summary | chapo | deck | dek | entry summary | excerpt | intro | lead | lead text | lede | leadin |
  post excerpt | stand first | standfirst | strapline | sub head | sub headline | sub title | subhead | subheading | subheadline |
  subline | subtitle | summary | teaser text
`)

/** Corrections and notes on later changes. */
export const NOTE_HINTS: Hints = phrases(`
  amendment | clarification | correction | corrections | editor note | editors note | editorial note | update note | updates note
`)
