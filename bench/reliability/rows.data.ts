/** Every row of the scorecard, run or not: its number and what it tests. */
export const ROWS: readonly (readonly [row: number, name: string])[] = [
  [1, 'SIGKILL at random moments during ingest'],
  [2, 'Loss of power: what is synced before anything is told as kept'],
  [3, 'A full or failing drive, or too many open files, at the Nth file call'],
  [4, 'Four programs writing together'],
  [5, 'Postgres killed in the middle of its work'],
  [6, 'Backup while writing, restored and verified'],
  [7, 'A million mixed operations: memory, open files, log'],
  [8, 'Tampering: one-byte flips, and eight ways of rewriting a library'],
  [9, 'Proofs of inclusion and consistency against public vectors'],
  [10, 'Signatures and time stamps against public vectors'],
  [11, 'The same capture read many times'],
  [12, 'Exports checked by programs of others'],
  [13, 'Addresses that must not be reached, at the socket'],
  [14, 'Hostile HTML, shown to a reader'],
  [15, 'Pages made to take for ever'],
  [16, 'Hostile PDF files'],
  [17, 'Hostile images and archives'],
  [18, 'Bombs: what unpacks to more than a machine has'],
  [19, 'Regular expressions that can be made to take for ever'],
  [20, 'Strings, JSON and URLs that break programs'],
  [21, 'A page that gives orders to a language model'],
  [22, 'Who may do what, on every route'],
  [23, 'Headers and the isolation of evidence'],
  [24, 'OWASP ASVS 5.0, item by item'],
]

/** What no test can show, or no program can promise. */
export const NO_PROMISES: readonly string[] = [
  'That a site really served a page. TLS proves it to whoever fetched it and to nobody else: a capture is as good as the word of whoever made it, and each says how it was made.',
  'That a drive does as it is told. A library asks for everything to be written before it says that it is; a drive, a controller or a virtual machine that answers without having done it can lose what was acknowledged.',
  'That somebody with the library’s signing key is caught. Whoever has the key can write the whole journal anew. That shows only against a checkpoint kept somewhere that they do not reach; without one, an older copy put in its place does not show either.',
  'That a language model which has read a hostile page suggests anything sensible. It can be kept from acting, not from being misled.',
  'That bytes survive the loss of the machine. A library is one folder on one drive until somebody copies it.',
]

/** What the rows leave out, whichever were run. */
export const NOT_TESTED: readonly string[] = [
  'Power was never cut. Row 2 reads the order of the system calls; what a drive does with them is not seen.',
  'Only Linux on ext4, on the machine named with each row. Not macOS, Windows, network drives, or file systems that order writes otherwise.',
  'The files of SQLite itself are not flipped bit by bit in row 8, only what its rows hold and what lies in the archive; SQLite’s own quick_check runs with every verification.',
  'What a search finds is made from the readings and is not verified: somebody who alters the index can hide a document from a search, not from its case.',
  'What was deleted is gone from the rows and the archive; that a drive still holds its blocks, or SQLite its free pages, is not tested.',
]
