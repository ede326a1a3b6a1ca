import { takesPart } from '../core/claim.ts'
import type { Merge } from '../core/resolution.ts'
import type { SourceId } from '../core/source.ts'
import type { CaseFile } from './case-file.ts'
import { citeSpan, said } from './citation.ts'
import { point, type Section } from './explanation.ts'
import { labelled } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { plain } from '../core/plain-text.ts'
import { asSentence } from './wording.ts'

/** Above this a join of two names needs no second look. */
const SURE_ENOUGH = 0.9

/** Sources that speak on a claim, or stand behind those who do: joins of others change nothing. */
const telling = (file: CaseFile): ReadonlySet<SourceId> => {
  const { resolution, provenance } = file.checked
  const bearing = new Set(resolution.bearings.filter(takesPart).map(({ statement }) => statement))
  return new Set([
    ...resolution.speakers.filter(({ statement }) => bearing.has(statement)).flatMap(({ sources }) => sources),
    ...provenance.origins.flatMap(({ root }) => (root === null ? [] : [root])),
  ])
}

const mergePoint = (file: CaseFile, { source, names, reason }: Merge) => {
  const [one, other] = names
  const mentions = file.checked.resolution.mentions.filter((mention) => mention.source === source)
  const named = names.flatMap((name) => {
    const mention = mentions.find(
      ({ document, span }) => file.exhibits.get(document)?.document.text.slice(span.start, span.end) === name,
    )
    return mention === undefined ? [] : [citeSpan(file, mention.document, mention.span)]
  })
  const behind = named.length > 0 ? named : mentions.slice(0, 2).map((mention) => citeSpan(file, mention.document, mention.span))
  return point(said(phrases.merged(plain(one), plain(other), asSentence(labelled(file, reason))), behind), {
    kind: file.sources.get(source)?.kind ?? null,
  })
}

/** Joins of names that an origin may hang on and that the rule behind them was not sure of: for a person to confirm. */
export const namesSection = (file: CaseFile): Section => {
  const speak = telling(file)
  const unsure = file.checked.resolution.merges.filter(({ source, by }) => speak.has(source) && by.sure < SURE_ENOUGH)
  const points = unsure.map((merge) => mergePoint(file, merge)).filter(({ sentences }) => sentences.length > 0)
  return { kind: 'names', heading: HEADINGS.names, points }
}
