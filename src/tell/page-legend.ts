import type { Stance } from '../core/claim.ts'
import type { SourceKind } from '../core/source.ts'
import type { Certainty } from '../core/statement.ts'
import type { Colophon } from './colophon.ts'
import { GLYPHS, THING_GLYPH } from './glyphs.ts'
import { markup, type Markup } from './markup.ts'
import { notes } from './notes.data.ts'
import { CERTAINTIES, SOURCE_KINDS, STANCES } from './phrases.data.ts'

const SIDES: readonly Stance[] = ['supports', 'contradicts', 'neutral']
const FIRMNESS: readonly Certainty[] = ['certain', 'probable', 'possible', 'unknown']
const KINDS: readonly SourceKind[] = ['person', 'organization', 'outlet', 'unnamed', 'document']

const colours: Markup = markup`<ul class="swatches">${SIDES.map((side) => markup`<li><mark class="${side} certain">${STANCES[side]}</mark></li>`)}</ul>
<ul class="swatches">${FIRMNESS.map((level) => markup`<li><mark class="supports ${level}">${CERTAINTIES[level]}</mark></li>`)}</ul>`

const shapes: Markup = markup`<ul class="swatches">${KINDS.map((kind) => markup`<li><span class="glyph" aria-hidden="true">${GLYPHS[kind]}</span> ${SOURCE_KINDS[kind]}</li>`)}
<li><span class="glyph" aria-hidden="true">${THING_GLYPH}</span> ${notes.thing}</li></ul>`

/** How to read the page: colours, lightness and shapes shown, then the words. */
export const legendMarkup = ({
  legend,
}: Colophon): Markup => markup`<section class="legend" id="legend" aria-labelledby="legend-title">
<h2 id="legend-title">${notes.legend}</h2>
${colours}
${shapes}
<dl>${legend.map(([word, meaning]) => markup`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
</section>
`
