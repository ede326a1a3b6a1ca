import type { CheckedCase } from '../core/case.ts'
import { caseFileOf, claimFilesOf } from './case-file.ts'
import { colophonOf, type Colophon } from './colophon.ts'
import { explain } from './explain.ts'
import type { ClaimExplanation } from './explanation.ts'
import { figureLines } from './figures.ts'
import { bandSide } from './gauge-chart.ts'
import { markup, trusted, type Markup } from './markup.ts'
import { notes } from './notes.data.ts'
import { claimMarkup, sectionMarkup } from './page-claim.ts'
import { documentsMarkup } from './page-documents.ts'
import { legendMarkup } from './page-legend.ts'
import { PAGE_STYLE } from './page-style.data.ts'
import { anchorsOf } from './passages.ts'
import { BANDS } from './phrases.data.ts'

/** The page fetches nothing, runs nothing, and sends nothing anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const contentsRow = (told: ClaimExplanation): Markup => {
  const [, counts] = figureLines(told)
  return markup`<li><a href="#claim-${told.number}"><span class="text">${told.text}</span>
<span class="answer"><strong class="${bandSide(told.band)}">${BANDS[told.band]}</strong> ${counts}</span></a></li>
`
}

const mastheadMarkup = (
  { question, scope, entries }: Colophon,
  claims: readonly ClaimExplanation[],
): Markup => markup`<header class="masthead">
<p class="eyebrow">${notes.masthead}</p>
<h1>${question}</h1>
<p class="scope">${scope}</p>
<nav aria-label="${notes.contents}"><ol class="contents">
${claims.map(contentsRow)}</ol>
<p class="ways">${entries.length === 0 ? null : markup`<a href="#documents">${notes.documents}</a>`} <a href="#legend">${notes.legend}</a></p></nav>
</header>
`

const listMarkup = (title: string, items: readonly string[]): Markup | null =>
  items.length === 0
    ? null
    : markup`<section><h2>${title}</h2><ul>${items.map((item) => markup`<li>${item}</li>`)}</ul></section>
`

/**
 * A checked case as one self-contained page: no script, no request, prints on A4, light and dark. Every sentence of the reasoning
 * leads to the passages it rests on, marked in the documents below, and each passage leads back. Nothing of a document is read as
 * markup. Throws where the case names what it does not hold.
 */
export const htmlPage = (checked: CheckedCase): string => {
  const file = caseFileOf(checked)
  const claimFiles = claimFilesOf(file)
  const told = explain(checked)
  const anchors = anchorsOf(checked, told)
  const colophon = colophonOf(checked)
  const claims = claimFiles.flatMap((on, place) => {
    const claim = told.claims[place]
    return claim === undefined ? [] : [claimMarkup(on, claim, anchors)]
  })
  return markup`${trusted('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${colophon.question}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#reasoning">${notes.skip}</a>
${mastheadMarkup(colophon, told.claims)}<main id="reasoning" tabindex="-1">
${told.claims.length === 0 ? markup`<p>${notes.noClaims}</p>` : claims}${told.closing.length === 0 ? null : markup`<div class="closing">${told.closing.map((section) => sectionMarkup(section, anchors))}</div>`}
${documentsMarkup(file, anchors)}
</main>
<footer>
${listMarkup(notes.refused, colophon.refusals)}${listMarkup(notes.stale, colophon.stale)}${listMarkup(notes.assumptions, colophon.overrides)}${legendMarkup(colophon)}${listMarkup(notes.made, colophon.method)}</footer>
</body>
</html>
`.markup
}
