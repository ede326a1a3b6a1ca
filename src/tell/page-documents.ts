import { takesPart } from '../core/claim.ts'
import type { Exhibit } from '../core/case.ts'
import type { Certainty } from '../core/statement.ts'
import type { CaseFile } from './case-file.ts'
import { entryOf } from './colophon.ts'
import { markup, type Markup } from './markup.ts'
import { markedText, type MarkedPassage } from './marked-text.ts'
import { notes } from './notes.data.ts'
import type { Anchors, Passage } from './passages.ts'
import { CERTAINTIES, STANCES } from './phrases.data.ts'

const FIRMEST: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']

/** How a passage is marked: by the sides it takes, and by the firmest that it takes one. */
const marked = (file: CaseFile, passage: Passage): MarkedPassage => {
  const { statement } = passage.citation
  const { claims, bearings } = file.checked.resolution
  const own = bearings.filter((bearing) => statement !== null && bearing.statement === statement && takesPart(bearing))
  const taken = own.filter(({ stance }) => stance !== 'neutral')
  const sides = new Set(taken.map(({ stance }) => stance))
  const certainty =
    FIRMEST.find((level) => (taken.length > 0 ? taken : own).some((bearing) => bearing.certainty === level)) ?? 'unknown'
  const [side = 'neutral'] = sides
  const classes = statement === null ? 'shown' : `${sides.size > 1 ? 'both' : side} ${certainty}`
  const note = own.map((bearing) => {
    const number = claims.findIndex(({ id }) => id === bearing.claim) + 1
    return notes.bears(number, STANCES[bearing.stance], CERTAINTIES[bearing.certainty])
  })
  return { ...passage, classes, note: note.join('; ') || notes.shown }
}

const documentMarkup = (
  file: CaseFile,
  exhibit: Exhibit,
  { passages, number }: { readonly passages: readonly Passage[]; readonly number: number },
): Markup => {
  const { label, title, imprint, url, sha256 } = entryOf(exhibit)
  const { language, format } = exhibit.document
  const own = passages.filter(({ citation }) => citation.document === exhibit.document.id).map((passage) => marked(file, passage))
  const name = title ?? label
  return markup`<article class="document" id="d${number}" aria-labelledby="d${number}-title">
<header>
<p class="label">${label}</p>
<h3 id="d${number}-title">${name}</h3>
<p class="imprint">${imprint}</p>
${url === null ? null : markup`<p class="address"><a href="${url}" rel="noopener noreferrer nofollow external">${url}</a></p>`}
</header>
<div class="text" dir="auto"${language === null ? null : markup` lang="${language}"`}>
${markedText(exhibit.document, own)}</div>
<p class="digest">${notes.digest(format)} <code>${sha256}</code></p>
</article>
`
}

/** Every document in full, with the passages that the reasoning leads to marked and leading back. */
export const documentsMarkup = (file: CaseFile, { passages }: Anchors): Markup | null =>
  file.checked.exhibits.length === 0
    ? null
    : markup`<section class="documents" id="documents" aria-labelledby="documents-title">
<h2 id="documents-title">${notes.documents}</h2>
${file.checked.exhibits.map((exhibit, place) => documentMarkup(file, exhibit, { passages, number: place + 1 }))}</section>`
