import type { ClaimFile } from './case-file.ts'
import { echoChart } from './echo-chart.ts'
import {
  isListed,
  type ClaimExplanation,
  type Citation,
  type Point,
  type Quote,
  type Section,
  type Sentence,
} from './explanation.ts'
import { figureLines } from './figures.ts'
import { bandSide, gaugeChart } from './gauge-chart.ts'
import { glyphOf } from './glyphs.ts'
import { weightBar } from './weight-chart.ts'
import { markup, type Markup } from './markup.ts'
import { notes } from './notes.data.ts'
import type { Anchors } from './passages.ts'
import { BANDS, CERTAINTIES } from './phrases.data.ts'
import { weightWords } from './wording.ts'

const citeMarkup = (citation: Citation, { passage }: Anchors): Markup =>
  markup`<a class="cite" href="#${passage(citation)}">${citation.label}</a>`

const sentenceMarkup = (sentence: Sentence, anchors: Anchors): Markup => {
  const distinct = sentence.citations.filter(
    (citation, place) => sentence.citations.findIndex((other) => anchors.passage(other) === anchors.passage(citation)) === place,
  )
  const cites = distinct.map((citation, place) => markup`${place > 0 ? ' ' : ''}${citeMarkup(citation, anchors)}`)
  return markup`<span class="sentence" id="${anchors.sentence(sentence)}">${sentence.text}<span class="cites">\u00A0${cites}</span></span> `
}

const sentencesMarkup = (sentences: readonly Sentence[], anchors: Anchors): Markup =>
  markup`${sentences.map((sentence) => sentenceMarkup(sentence, anchors))}`

const quoteMarkup = (quote: Quote, anchors: Anchors): Markup => {
  const chain = quote.chain.map(
    ({ name }, place) => markup`${place > 0 ? markup` <span class="from" aria-label="${notes.from}">←</span> ` : null}${name}`,
  )
  return markup`<li class="quote ${quote.stance} ${quote.certainty}" id="${anchors.quote(quote)}">
<q><a href="#${anchors.passage(quote.citation)}">${quote.words}</a></q>
<p class="chain">${citeMarkup(quote.citation, anchors)} ${chain}${quote.certainty === 'unknown' ? null : markup`, ${CERTAINTIES[quote.certainty]}`}</p>
</li>`
}

const sideOf = (nats: number | null): string => (nats === null || nats === 0 ? 'neutral' : nats > 0 ? 'supports' : 'contradicts')

const quotesMarkup = ({ quotes }: Point, anchors: Anchors): Markup | null =>
  quotes.length === 0 ? null : markup`<ul class="quotes">${quotes.map((quote) => quoteMarkup(quote, anchors))}</ul>`

const titledPoint = (point: Point, anchors: Anchors): Markup => markup`<li class="point ${sideOf(point.nats)}">
<h4><span><span class="glyph" aria-hidden="true">${glyphOf(point)}</span> ${point.title ?? ''}</span>${point.nats === null ? null : markup` <span class="weight">${weightWords(point.nats)}</span>`}</h4>
<p>${sentencesMarkup(point.sentences, anchors)}</p>
${point.joins.length === 0 ? null : markup`<p class="joins">${sentencesMarkup(point.joins, anchors)}</p>`}
${quotesMarkup(point, anchors)}</li>`

const untitledPoint = (point: Point, anchors: Anchors): Markup =>
  markup`<li class="point"><p><span class="glyph" aria-hidden="true">${glyphOf(point)}</span> ${sentencesMarkup(point.sentences, anchors)}</p>${quotesMarkup(point, anchors)}</li>`

/** The reasons as a table with a bar each, to one scale. */
const ledger = (points: readonly Point[], anchors: Anchors): Markup => {
  const titled = points.filter(({ title }) => title !== null)
  const most = Math.max(...titled.map(({ nats }) => Math.abs(nats ?? 0)))
  const rows = titled.map(
    (point) => markup`<tr class="${sideOf(point.nats)}">
<th scope="row"><span class="glyph" aria-hidden="true">${glyphOf(point)}</span> ${point.title ?? ''}</th>
<td class="bar">${weightBar(point.nats ?? 0, most)}</td>
<td class="weight">${weightWords(point.nats ?? 0)}</td>
</tr>
<tr class="because"><td colspan="3">${sentencesMarkup(point.sentences, anchors)}</td></tr>`,
  )
  return markup`<table class="ledger"><caption class="unseen">${notes.ledger}</caption>
<colgroup><col class="what"><col class="drawn"><col class="weighed"></colgroup>
<thead class="unseen"><tr><th scope="col">${notes.ledgerWhat}</th><th scope="col">${notes.ledgerBar}</th><th scope="col">${notes.ledgerWeight}</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

const pointsMarkup = ({ kind, points }: Section, anchors: Anchors): Markup => {
  const listed = points.filter((point) => (point.title !== null && kind !== 'reasons') || isListed(point, kind))
  const paragraphs = points.filter((point) => point.title === null && !isListed(point, kind))
  const items = listed.map((point) => (point.title === null ? untitledPoint(point, anchors) : titledPoint(point, anchors)))
  return markup`${kind === 'reasons' ? ledger(points, anchors) : null}${
    items.length === 0 ? null : markup`<ul class="points">${items}</ul>`
  }${paragraphs.map(({ sentences }) => markup`<p>${sentencesMarkup(sentences, anchors)}</p>`)}`
}

export const sectionMarkup = (section: Section, anchors: Anchors): Markup => markup`<section class="${section.kind}">
<h3>${section.heading}</h3>
${pointsMarkup(section, anchors)}
</section>
`

const echoFigure = (on: ClaimFile, { count }: ClaimExplanation): Markup | null =>
  count.articles === 0
    ? null
    : markup`<figure class="echo">${echoChart(on, count)}<figcaption>${notes.echoCaption}</figcaption></figure>`

/** One claim: its verdict, the drawing of echoes, and the reasoning with a way from every sentence to its passage. */
export const claimMarkup = (on: ClaimFile, told: ClaimExplanation, anchors: Anchors): Markup => {
  const [figures, , start] = figureLines(told)
  const [first, ...rest] = told.sections
  return markup`<article class="claim" id="claim-${told.number}" aria-labelledby="claim-${told.number}-title">
<p class="eyebrow">${notes.claim(told.number)}</p>
<h2 id="claim-${told.number}-title">${told.text}</h2>
<div class="verdict ${bandSide(told.band)}">
<p class="band">${BANDS[told.band]}</p>
<p class="figures">${figures}. ${start}</p>
${gaugeChart(told)}
</div>
${first === undefined ? null : sectionMarkup(first, anchors)}${echoFigure(on, told)}
${rest.map((section) => sectionMarkup(section, anchors))}</article>
`
}
