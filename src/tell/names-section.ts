import { takesPart } from '../core/claim.ts'
import { judgementsOf, PERSON } from '../core/judgement.ts'
import type { Merge } from '../core/resolution.ts'
import type { SourceId } from '../core/source.ts'
import { textAt } from '../core/span.ts'
import { held, type CaseFile } from './case-file.ts'
import { citeSpan, said } from './citation.ts'
import { point, type Point, type Section } from './explanation.ts'
import { labelled } from './naming.ts'
import { HEADINGS, NAMES_APART, phrases } from './phrases.data.ts'
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

const mergePoint = (file: CaseFile, { source, names, reason, by }: Merge) => {
  const [one, other] = names
  const mentions = file.checked.resolution.mentions.filter((mention) => mention.source === source)
  const named = names.flatMap((name) => {
    const mention = mentions.find(
      ({ document, span }) => file.exhibits.get(document)?.document.text.slice(span.start, span.end) === name,
    )
    return mention === undefined ? [] : [citeSpan(file, mention.document, mention.span)]
  })
  const behind = named.length > 0 ? named : mentions.slice(0, 2).map((mention) => citeSpan(file, mention.document, mention.span))
  const text =
    by.maker === PERSON
      ? phrases.judgedOne(plain(one), plain(other))
      : phrases.merged(plain(one), plain(other), asSentence(labelled(file, reason)))
  return point(said(text, behind), {
    kind: file.sources.get(source)?.kind ?? null,
  })
}

const lastWord = (name: string): string => (name.toLowerCase().split(/\s+/u).at(-1) ?? '').replace(/[’']s$/u, '')

/** Names that a person keeps apart, where that moved any of their places to a source of its own. */
const apartPoints = (file: CaseFile, speak: ReadonlySet<SourceId>): readonly Point[] => {
  const moved = file.checked.resolution.mentions.filter(({ source, by }) => by.maker === PERSON && speak.has(source))
  return judgementsOf(file.checked.judgements ?? [], 'different-source').flatMap(({ judgement: { names } }) => {
    const words = names.map(lastWord)
    const [first] = moved.filter(({ document, span }) =>
      words.includes(lastWord(textAt(held(file.exhibits, document).document.text, span))),
    )
    if (first === undefined) return []
    const [one, other] = names
    const behind = [citeSpan(file, first.document, first.span)]
    const kind = file.sources.get(first.source)?.kind ?? null
    return [point(said(phrases.judgedTwo(plain(one), plain(other)), behind), { kind })]
  })
}

/**
 * Joins of names that an origin may hang on: those that persons made, and those of which the rule behind them was not sure, for a person
 * to confirm. After them the names that persons keep apart.
 */
export const namesSection = (file: CaseFile): Section => {
  const speak = telling(file)
  const merges = file.checked.resolution.merges.filter(({ source }) => speak.has(source))
  const judged = merges.filter(({ by }) => by.maker === PERSON)
  const unsure = merges.filter(({ by }) => by.sure < SURE_ENOUGH)
  const apart = apartPoints(file, speak)
  const points = [...judged, ...unsure].map((merge) => mergePoint(file, merge))
  return {
    kind: 'names',
    heading: apart.length > 0 ? NAMES_APART : HEADINGS.names,
    points: [...points, ...apart].filter(({ sentences }) => sentences.length > 0),
  }
}
