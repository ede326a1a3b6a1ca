/**
 * What pages say around their articles. Every entry is written as `plainWords` writes it: lower case, without marks. The tables hold
 * the wording of the trade at large; a site's own wording belongs to nobody's table.
 */
const phrases = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim())

const phraseSet = (text: string): ReadonlySet<string> => new Set(phrases(text))

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** Openings of corrections and notes on later changes: they are part of what a document says and always stay. */
export const NOTE_OPENINGS: readonly string[] = phrases(`
  correction | corrections | correction and clarification | corrections and clarifications | clarification | corrected |
  erratum | retraction | amendment | update | updated | editors note | editorial note | note to readers |
  this article was amended | this article was corrected | this article was updated | this article has been |
  this story was amended | this story was corrected | this story was updated | this story has been | this post was updated |
  this post has been | this report has been | this page was amended | an earlier version of this | earlier versions of this |
  a previous version of this | in an earlier version
`)

/** Headings of lists of other articles, as whole lines: the titles that follow go with them. */
export const SHELVES: ReadonlySet<string> = phraseSet(`
  also in the news | also on this site | also read | around the web | archives | categories | continue reading |
  discover more | dont miss | dont miss this | editors choice | editors picks | elsewhere | elsewhere on the web |
  explore more | featured | featured stories | from around the web | from our partners | from the archive | from the web |
  further reading | hot topics | in case you missed it | in other news | in this section | keep reading | latest |
  latest articles | latest headlines | latest news | latest posts | latest stories | latest updates | latest videos | more |
  more articles | more articles like this | more coverage | more from this section | more from this author | more from us |
  more headlines | more like this | more news | more on this | more on this story | more on this topic | more posts |
  more reading | more stories | more stories like this | more to explore | more to read | most commented | most popular |
  most read | most recent | most shared | most viewed | most watched | must read | must reads | must watch | next article |
  next post | on this page | other articles | other news | other stories | our picks | paid content | popular |
  popular articles | popular news | popular now | popular posts | popular stories | previous article | previous post |
  promoted | promoted content | promoted stories | read also | read more | read more stories | read next | read this next |
  recent articles | recent news | recent posts | recent stories | recommended | recommended articles | recommended for you |
  recommended reading | recommended stories | related | related articles | related content | related coverage | related links |
  related news | related posts | related reading | related stories | related topics | related videos | see also |
  similar articles | sponsored | sponsored content | sponsored links | sponsored stories | table of contents | tags |
  todays top stories | top news | top stories | trending | trending now | trending stories | trending topics | up next |
  what to read next | you may also enjoy | you may also like | you may be interested in | you may have missed | you may like |
  you might also like | you might be interested in | you might have missed | you might like
`)

/** Openings of such headings where the rest names an outlet, a section or an author ("More from …"). */
export const SHELF_OPENINGS: readonly string[] = phrases(`
  also by | also from | articles by | latest from | latest in | latest on | more about | more articles | more by | more from |
  more in | more news | more on | more stories | most read in | other stories by | posts by | popular in | read more about |
  read more from | read more on | recommended for | related to | stories by | top stories in | you may also | you might also
`)

/** Labels that make a line a pointer to something else where a colon follows: "Read next: …". */
export const POINTERS: ReadonlySet<string> = phraseSet(`
  also read | categories | category | dont miss | filed under | follow | gallery | in pictures | keywords | labels | listen |
  more | most read | must read | must watch | next | next week | photo gallery | podcast | posted in | previous | read also |
  read here | read more | read next | read the full story | recommended | recommended reading | related | related articles |
  related stories | related story | related topics | see also | see more | share | tagged | tags | topics | up next | video |
  watch | watch now
`)

/** Buttons and marks of a page, as whole lines. */
export const CHROME: ReadonlySet<string> = phraseSet(`
  accept | accept all | accept all cookies | accept and continue | accept cookies | ad | ad feedback | advertisement |
  advertisements | advertising | article continues after advertisement | article continues below |
  article continues below advertisement | back to top | bookmark | click here | click to enlarge | close |
  continue reading below | continues below | contact us | cookie policy | cookie preferences | cookie settings | copy link |
  ends | for immediate release | full transcript | give feedback | hide caption | home | like this | link copied | listen to article |
  listen to this article | load more | loading | log in | login | manage cookies | menu | no thanks | play audio | play video |
  privacy policy | read full article | read full story | read the full article | read the full story | register | reject all |
  report a correction | report an error | save article | save for later | save this article | save this story | scroll down |
  scroll to continue | scroll to top | search | send tip | share | show caption | show less | show more | sign in | sign up |
  skip advertisement | skip navigation | skip to content | skip to main content | story continues below |
  story continues below advertisement | subscribe | subscribe now | suggest a correction | terms | terms and conditions |
  terms of service | terms of use | toggle caption | toggle navigation | transcript | unedited transcript | view all | view image in fullscreen | view more |
  watch now
`)

/** Words of which a line of sharing buttons is made. */
export const SHARE_WORDS: ReadonlySet<string> = wordSet(
  `a article bluesky by click comment comments copy email e facebook flipboard follow google icon instagram like link linkedin mail
   mastodon messenger more news newsletter now on our page pinterest pocket post print reddit save send share story telegram the this
   threads tiktok to tumblr tweet twitter us via viber whatsapp x xing youtube`,
)

/** Those of them that say what the buttons are for. */
export const SHARE_CORES: ReadonlySet<string> = wordSet(
  `bluesky facebook flipboard linkedin mastodon pinterest reddit share tweet twitter whatsapp`,
)

/** Headings of the readers' part of a page, as whole lines. */
export const COMMENT_LABELS: ReadonlySet<string> = phraseSet(`
  add a comment | add comment | add your comment | add your voice | be the first to comment | comments |
  comments section | have your say | join the conversation | join the debate | join the discussion |
  leave a comment | leave a reply | leave a response | leave comment | leave reply | leave your comment | make a comment |
  no comments | no comments yet | post a comment | post comment | post your comment | readers comments | reader comments |
  show comments | submit a comment | view comments | write a comment
`)

/** Words that make such a heading together with a number. */
export const COMMENT_NOUNS: ReadonlySet<string> = wordSet('comment comments replies reply response responses')

/** What stands in and around a form for comments. */
export const COMMENT_PHRASES: readonly string[] = phrases(`
  address will not be published | be the first to comment | cancel reply | comments are closed | comments are moderated |
  comments have been closed | comments are off | enter an incorrect email | entered an incorrect email |
  learn how your comment data is processed | log in to comment | log in to leave a comment | log in to post a comment |
  log in to reply | login to comment | must be logged in | notify me of follow up | notify me of new |
  please enter your comment | please enter your email | please enter your name | required fields are marked |
  save my name email | sign in to comment | sign in to join the conversation | spam comments | subscribe to comments |
  view all comments
`)

/** Openings of what a page asks of its reader; they count in a line that does not end as a sentence does, or with one of `WANTED`. */
export const REQUESTS: readonly string[] = phrases(`
  already a subscriber | become a member | become a subscriber | become a supporter | click here | click the link |
  contact our newsroom | contact the newsroom | do you have a story | do you have a tip | do you have information | donate |
  download our | email us | enter your email | for more stories like this | get our newsletter | get the latest | got a news tip |
  got a story | got a tip | have a story | have a tip | have you got a story | if you enjoyed this | if you liked this |
  join our | join thousands | log in to | never miss | please share | please support | register for | register to | share this |
  sign up | stay up to date | subscribe | support independent | support our | tap here | thank you for reading |
  thanks for reading | this article is for subscribers | to continue reading | to read more | tweet this | view this post on |
  you can also follow
`)

/** Openings that others use too: they count only with one of `WANTED`. */
export const INVITATIONS: readonly string[] = phrases(`
  discover more | download | enjoyed | enjoying | follow | for all the latest | for more | for the latest | get | have you | help us |
  if you | join | keep up | let us know | like us | like what you | listen | please | read more | send | stay | support | tell us |
  to receive | unlock | visit | want | watch | write to us | you can
`)

/** What such a request is after. */
export const WANTED: readonly string[] = phrases(`
  alerts | app | breaking news | bulletin | channel | daily briefing | digest | edition | email address | facebook |
  free account | free trial | inbox | instagram | journalism | mailing list | membership | newsdesk | newsletter |
  newsletters | newsroom | notifications | our reporters | our reporting | podcast | push notifications | subscriber |
  subscribers | subscription | telegram | twitter | whatsapp | your email | youtube
`)

/** Notices about the page itself: one phrase of every group must stand in the line. */
export const NOTICES: readonly (readonly (readonly string[])[])[] = [
  [
    ['cookie', 'cookies'],
    [
      ...phrases(`
  accept | by browsing | by clicking | by continuing | by using | cookie policy | cookie settings |
  our partners | our site | our website | this site | this website | we use | uses cookies to | you agree
`),
    ],
  ],
  [['your privacy'], ['we value', 'partners value', 'we care about', 'we respect', 'choices', 'policy']],
  [['do not sell my personal information', 'do not sell or share my personal information']],
  [['all rights reserved', 'no part of this may be reproduced', 'may not be published broadcast rewritten']],
  [['affiliate'], ['we may earn', 'commission']],
  [['javascript'], ['enable', 'disabled', 'turn on', 'your browser']],
  [['your browser'], ['does not support', 'is not supported', 'out of date']],
]

/** What a document says of itself under its last line, in a passage that says nothing else. */
export const COLOPHON_PHRASES: readonly string[] = phrases(`
  are those of the author | are the authors own | do not forward | letters to the editor | opinions expressed | please forward | readers editor | views are my own |
  views are personal | views are the authors | views expressed | write to the editor
`)

/** Words of retelling: a line that has one tells what somebody said, and is no furniture however it begins. */
export const TELLING: readonly string[] = phrases(`
  said | says | told | asked | wrote | according to | reported | announced | claimed | warned | urged
`)

/** Labels of picture credits; before a colon, with a name after it. */
export const CREDIT_LABELS: ReadonlySet<string> = phraseSet(`
  caption | composite | credit | file photo | file picture | film | graphic | graphics | illustration | image | image credit |
  images | main image | photo | photo by | photo credit | photo credits | photograph | photographs | photography | photos |
  picture | picture by | picture credit | pictures | screenshot | still | video
`)
