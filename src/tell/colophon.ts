import type { CheckedCase, Exhibit } from '../core/case.ts'
import type { Refusal } from '../core/refusal.ts'
import { LEGEND, notes } from './notes.data.ts'
import { plain } from '../core/plain-text.ts'
import { dateWords, figured } from './wording.ts'

/** A document as a list of documents names it; what is not known is null. */
export interface Entry {
  readonly label: string
  readonly title: string | null
  /** Publisher, author and day, those that are known. */
  readonly imprint: string
  /** Only what a browser can open: `http` or `https`, no white space. */
  readonly url: string | null
  /** SHA-256 of the bytes as captured. */
  readonly sha256: string
}

/** What a report says of itself rather than of the claims. */
export interface Colophon {
  readonly question: string
  readonly scope: string
  readonly entries: readonly Entry[]
  /** What could not be read. */
  readonly refusals: readonly string[]
  /** Judgements that found nothing to act on. */
  readonly stale: readonly string[]
  /** Which assumptions the user moved, and from where. */
  readonly overrides: readonly string[]
  /** Who and what made the inferences. */
  readonly method: readonly string[]
  readonly legend: readonly (readonly [word: string, meaning: string])[]
}

const WEB_ADDRESS = /^https?:\/\/[\x21-\x7E]+$/iu

/** A web address that may stand behind a link; null for any other scheme and for what holds white space or controls. */
const webAddress = (url: string | null): string | null => (url !== null && WEB_ADDRESS.test(url) ? url : null)

const known = (value: string | null): string | null => (value === null ? null : plain(value) || null)

export const entryOf = ({ label, document }: Exhibit): Entry => ({
  label: plain(label),
  title: known(document.title),
  imprint: [
    known(document.publisher),
    known(document.author),
    document.published === null ? null : dateWords(plain(document.published)),
  ]
    .filter((part) => part !== null)
    .join(', '),
  url: webAddress(document.url),
  sha256: document.sha256,
})

const makersOf = (makers: readonly string[]): string => [...new Set(makers.map(plain))].sort().join(', ')

const methodOf = ({ statements, resolution, provenance, overrides }: CheckedCase): readonly string[] => {
  const steps: readonly (readonly [(makers: string) => string, readonly { readonly by: { readonly maker: string } }[]])[] = [
    [notes.statementsBy, statements],
    [notes.bearingsBy, resolution.bearings],
    [notes.joinsBy, provenance.edges],
  ]
  const made = steps.filter(([, things]) => things.length > 0)
  const moved = overrides.length === 0 ? [notes.noOverrides] : []
  return [...made.map(([note, things]) => note(makersOf(things.map(({ by }) => by.maker)))), notes.weighed, ...moved]
}

const scopeOf = ({ asOf, exhibits, resolution }: CheckedCase): string => {
  const counts = `${figured(exhibits.length, 'document')}, ${figured(resolution.claims.length, 'claim')}`
  return asOf === null ? notes.scope(counts) : notes.scopeAsOf(counts, dateWords(plain(asOf)))
}

const isStale = ({ code }: Refusal): boolean => code === 'stale-judgement'

export const colophonOf = (checked: CheckedCase): Colophon => ({
  question: checked.question === null || plain(checked.question) === '' ? notes.noQuestion : plain(checked.question),
  scope: scopeOf(checked),
  entries: checked.exhibits.map(entryOf),
  refusals: checked.refusals.filter((refusal) => !isStale(refusal)).map(({ sentence }) => plain(sentence)),
  stale: checked.refusals.filter(isStale).map(({ sentence }) => plain(sentence)),
  overrides: checked.overrides.map(({ assumption, value, standard }) => notes.override(plain(assumption), value, standard)),
  method: methodOf(checked),
  legend: LEGEND,
})
