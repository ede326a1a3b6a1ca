import { markup, trusted, type Markup } from '../../src/tell/markup.ts'
import type { Bin } from './scores.ts'

/** One square of the diagram: the same claims as Hearsay and as a count of votes saw them. */
export interface Panel {
  readonly title: string
  /** Under the title, a line each: the scores in a few words. */
  readonly notes: readonly string[]
  readonly hearsay: readonly Bin[]
  readonly votes: readonly Bin[]
}

/** Units of the drawing. */
const SIDE = 240
const GAP = 74
const LEFT = 62
const RIGHT = 72
const TOP = 132
const ABOVE = 68
const LINE = 18
const BELOW = 58
const COLUMNS = 3
const BARS = 34
const MARK = 4.5
const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** Light where nothing is asked for and on paper, dark where it is. No variables: not every viewer of SVG knows them. */
const STYLE = `
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",Arial,sans-serif;font-size:13px;fill:#1b1a17}
.paper{fill:#fdfcf9}.title{font-size:20px;font-weight:600}.name{font-size:14.5px;font-weight:600}.soft{fill:#5b574e}
.frame{fill:none;stroke:#8a857a}.grid{stroke:#dcd7cb}.even{stroke:#5b574e;stroke-dasharray:4 4}.count{fill:#dcd7cb}
.hearsay{fill:#1a4f8f;stroke:#1a4f8f}.votes{fill:#fdfcf9;stroke:#9a3d00}.reach.votes{fill:none}.hearsay,.votes{stroke-width:1.6}
.path{fill:none;opacity:.55}
@media screen and (prefers-color-scheme:dark){
text{fill:#e9e6df}.paper{fill:#151619}.soft{fill:#aca79c}.frame{stroke:#6f6c66}.grid{stroke:#2c2e33}.even{stroke:#aca79c}.count{fill:#393b41}
.hearsay{fill:#8dbcf7;stroke:#8dbcf7}.votes{fill:#151619;stroke:#f4a76b}.path{fill:none}}
`

const short = (value: number): string => String(Math.round(value * 10) / 10)
const across = (value: number): string => short(value * SIDE)
const up = (value: number): string => short((1 - value) * SIDE)

interface Point {
  readonly given: number
  readonly share: number
  readonly interval: readonly [number, number]
}

const pointsOf = (bins: readonly Bin[]): readonly Point[] =>
  bins.flatMap(({ given, share, interval }) => (given === null || share === null ? [] : [{ given, share, interval }]))

type Who = 'hearsay' | 'votes'

const mark = ({ given, share }: Point, who: Who): Markup =>
  who === 'hearsay'
    ? markup`<circle class="hearsay" cx="${across(given)}" cy="${up(share)}" r="${MARK}"/>`
    : markup`<rect class="votes" x="${short(given * SIDE - MARK)}" y="${short((1 - share) * SIDE - MARK)}" width="${2 * MARK}" height="${2 * MARK}"/>`

const series = (bins: readonly Bin[], who: Who): Markup => {
  const points = pointsOf(bins)
  const path = points.map(({ given, share }) => `${across(given)},${up(share)}`).join(' ')
  return markup`<polyline class="path ${who}" points="${path}"/>
${points.map(
  ({ given, interval: [low, high] }) =>
    markup`<line class="reach ${who}" x1="${across(given)}" x2="${across(given)}" y1="${up(low)}" y2="${up(high)}"/>`,
)}
${points.map((point) => mark(point, who))}`
}

const counts = (bins: readonly Bin[]): readonly Markup[] => {
  const most = Math.max(...bins.map(({ count }) => count))
  return bins.map(({ low, high, count }) => {
    const height = most === 0 ? 0 : (count / most) * BARS
    return markup`<rect class="count" x="${short(low * SIDE + 1)}" y="${short(SIDE - height)}" width="${short((high - low) * SIDE - 2)}" height="${short(height)}"/>`
  })
}

const percent = (value: number): string => `${Math.round(value * 100)}`

const gridLine = (value: number): Markup =>
  markup`<line class="grid" x1="${across(value)}" x2="${across(value)}" y1="0" y2="${SIDE}"/><line class="grid" x1="0" x2="${SIDE}" y1="${up(value)}" y2="${up(value)}"/>`

const tickLabel = (value: number): Markup =>
  markup`<text class="soft" x="${across(value)}" y="${SIDE + 18}" text-anchor="middle">${percent(value)}</text><text class="soft" x="-8" y="${short((1 - value) * SIDE + 4)}" text-anchor="end">${percent(value)}</text>`

const panelAt = ({ title, notes, hearsay, votes }: Panel, at: number): Markup => {
  const [x, y] = [LEFT + (at % COLUMNS) * (SIDE + GAP), TOP + ABOVE + Math.floor(at / COLUMNS) * (SIDE + ABOVE + BELOW)]
  return markup`
<g transform="translate(${x} ${y})">
<text class="name" x="0" y="-48">${title}</text>
${notes.map((note, line) => markup`<text class="soft" x="0" y="${(line - notes.length) * LINE + 9}">${note}</text>`)}
${TICKS.slice(1, -1).map(gridLine)}
${counts(hearsay)}
<line class="even" x1="0" y1="${SIDE}" x2="${SIDE}" y2="0"/>
${series(votes, 'votes')}
${series(hearsay, 'hearsay')}
<rect class="frame" x="0" y="0" width="${SIDE}" height="${SIDE}"/>
${TICKS.map(tickLabel)}
<text class="soft" x="${SIDE / 2}" y="${SIDE + 36}" text-anchor="middle">probability given, %</text>
${at % COLUMNS === 0 ? markup`<text class="soft" transform="translate(-40 ${SIDE / 2}) rotate(-90)" text-anchor="middle">share that was so, %</text>` : null}
</g>`
}

const LEGEND = trusted(`<g transform="translate(${LEFT} 96)">
<line class="reach hearsay" x1="6" x2="6" y1="-12" y2="12"/><circle class="hearsay" cx="6" cy="0" r="${MARK}"/><text x="20" y="4.5">Hearsay</text>
<line class="reach votes" x1="106" x2="106" y1="-12" y2="12"/><rect class="votes" x="${106 - MARK}" y="${-MARK}" width="${2 * MARK}" height="${2 * MARK}"/><text x="120" y="4.5">counting votes</text>
<line class="even" x1="244" x2="274" y1="8" y2="-8"/><text x="282" y="4.5">as often so as said</text>
<rect class="count" x="428" y="-8" width="16" height="16"/><text x="452" y="4.5">how often Hearsay said so</text>
<line class="frame" x1="656" x2="656" y1="-11" y2="11"/><text x="666" y="4.5">95 % interval</text>
</g>`)

/** A reliability diagram as one SVG file without script, to be read on light, on dark and on paper. */
export const reliabilityChart = (heading: string, about: string, panels: readonly Panel[]): string => {
  const width = LEFT + RIGHT + COLUMNS * SIDE + (COLUMNS - 1) * GAP
  const height = TOP + Math.ceil(panels.length / COLUMNS) * (SIDE + ABOVE + BELOW)
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about">
<title id="title">${heading}</title>
<desc id="about">${about} ${panels.map(({ title, notes }) => `${title}: ${notes.join('; ')}.`).join(' ')}</desc>
<style>${trusted(STYLE)}</style>
<rect class="paper" x="0" y="0" width="${width}" height="${height}"/>
<text class="title" x="${LEFT}" y="38">${heading}</text>
<text class="soft" x="${LEFT}" y="62">${about}</text>
${LEGEND}
${panels.map(panelAt)}
</svg>`.markup
  }\n`
}
