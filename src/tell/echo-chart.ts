import { echoFlowsOf } from './echo-flows.ts'
import { echoLayout, GLYPH_ROOM, type Box, type EchoFormat, type Strand } from './echo-layout.ts'
import type { ClaimFile } from './case-file.ts'
import type { SourceKind } from '../core/source.ts'
import type { Count } from './explanation.ts'
import { markup, type Markup } from './markup.ts'
import { notes } from './notes.data.ts'
import { figured } from './wording.ts'

const WIDE: EchoFormat = { name: 'wide', width: 736, columns: [196, 176, 204], fontSize: 13, brief: false }
const NARROW: EchoFormat = { name: 'narrow', width: 358, columns: [42, 126, 134], fontSize: 11.5, brief: true }

const HEAD = 30
const LEADING = 1.25

/** A shape for each kind of source, centred on a point. */
const shapeAt = (kind: SourceKind, x: number, y: number): Markup => {
  switch (kind) {
    case 'person':
      return markup`<circle class="shape" cx="${x}" cy="${y}" r="4.5"/>`
    case 'unnamed':
      return markup`<circle class="shape hollow" cx="${x}" cy="${y}" r="4"/>`
    case 'organization':
      return markup`<rect class="shape" x="${x - 4}" y="${y - 4}" width="8" height="8"/>`
    case 'outlet':
      return markup`<path class="shape" d="M${x} ${y - 5} l5 9 h-10 z"/>`
    case 'document':
      return markup`<path class="shape" d="M${x} ${y - 5.5} l5 5.5 l-5 5.5 l-5 -5.5 z"/>`
  }
}

const strandPath = ({ from, to, thickness, stance }: Strand): Markup => {
  const middle = (from.x + to.x) / 2
  const curve = `M${from.x} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
  return markup`<path class="strand ${stance}" d="${curve}" stroke-width="${thickness}"/>`
}

const boxMarkup = ({ node, x, y, width, height, lines }: Box, fontSize: number): Markup => {
  const middle = y + height / 2
  const first = middle - ((lines.length - 1) * fontSize * LEADING) / 2 + fontSize * 0.35
  const inset = x + (node.kind === null ? 7 : GLYPH_ROOM + 4)
  return markup`<g class="box ${node.stance}"><title>${node.label}</title>
    <rect class="panel" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/>
    ${node.kind === null ? null : shapeAt(node.kind, x + 11, middle)}
    ${lines.map((line, place) => markup`<text x="${inset}" y="${first + place * fontSize * LEADING}" font-size="${fontSize}">${line}</text>`)}
  </g>`
}

const headOf = (format: EchoFormat, count: Count): Markup => {
  const [article, , target] = format.columns
  const gap = (format.width - format.columns.reduce((sum, width) => sum + width, 0)) / 2
  const heads: readonly (readonly [number, string])[] = [
    [0, figured(count.articles, 'article')],
    [article + gap, figured(count.voices, 'voice')],
    [format.width - target, figured(count.origins, 'origin')],
  ]
  return markup`${heads.map(([x, text]) => markup`<text class="column" x="${x}" y="12" font-size="${format.fontSize}">${text}</text>`)}`
}

const drawing = (on: ClaimFile, count: Count, format: EchoFormat): Markup => {
  const { height, columns, strands } = echoLayout(echoFlowsOf(on), format)
  return markup`<svg class="echoes ${format.name}" viewBox="-1 ${-HEAD} ${format.width + 2} ${height + HEAD + 1}" role="img" aria-label="${notes.echoes(figured(count.articles, 'article'), figured(count.voices, 'voice'), figured(count.origins, 'origin'))}">
  <g transform="translate(0 ${-HEAD})">${headOf(format, count)}</g>
  ${strands.map(strandPath)}
  ${columns.flatMap((boxes) => boxes.map((box) => boxMarkup(box, format.fontSize)))}
</svg>`
}

/**
 * Which articles print what which voices say, and how few origins that makes: articles at the left, voices in the middle, knowers at
 * the right, a strand for each passage. Drawn twice, for a page and for a telephone; the style shows one.
 */
export const echoChart = (on: ClaimFile, count: Count): Markup => markup`${drawing(on, count, WIDE)}${drawing(on, count, NARROW)}`
