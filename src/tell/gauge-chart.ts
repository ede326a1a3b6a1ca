import type { Band } from '../core/verdict.ts'
import type { ClaimExplanation } from './explanation.ts'
import { figureLines } from './figures.ts'
import { markup, type Markup } from './markup.ts'

/** Units of the drawing: the scale runs from 0 to 1000 per mille, with room for half a mark at either end. */
const SCALE = 1000
const MARGIN = 24
const HEIGHT = 104
const AXIS = 44

const TICKS: readonly number[] = [0, 0.25, 0.5, 0.75, 1]

const BAND_SIDES: Readonly<Record<Band, string>> = {
  established: 'supports',
  likely: 'supports',
  contested: 'neutral',
  unlikely: 'contradicts',
  refuted: 'contradicts',
  unverifiable: 'neutral',
}

/** The class that colours a verdict: the side it leans to. */
export const bandSide = (band: Band): string => BAND_SIDES[band]

const across = (value: number): number => Math.round(MARGIN + value * SCALE)

const tick = (value: number): Markup => markup`
  <line class="tick" x1="${across(value)}" x2="${across(value)}" y1="${AXIS + 18}" y2="${AXIS + 30}"/>
  <text class="tick-label" x="${across(value)}" y="${HEIGHT - 2}" text-anchor="${value === 0 ? 'start' : value === 1 ? 'end' : 'middle'}">${value * 100}${value === 1 ? ' %' : ''}</text>`

/** A probability on a scale from 0 to 100 %, with its 90 % interval as a bar and the start of the check as a notch. */
export const gaugeChart = (told: ClaimExplanation): Markup => {
  const { probability, interval, prior, band } = told
  const [low, high] = interval
  const [label] = figureLines(told)
  return markup`<svg class="gauge ${bandSide(band)}" viewBox="0 0 ${SCALE + 2 * MARGIN} ${HEIGHT}" role="img" aria-label="${label}">
  <line class="axis" x1="${across(0)}" x2="${across(1)}" y1="${AXIS}" y2="${AXIS}"/>
  ${TICKS.map(tick)}
  <rect class="interval" x="${across(low)}" y="${AXIS - 10}" width="${Math.max(4, across(high) - across(low))}" height="20" rx="10"/>
  <line class="prior" x1="${across(prior)}" x2="${across(prior)}" y1="${AXIS - 24}" y2="${AXIS + 18}"/>
  <circle class="point" cx="${across(probability)}" cy="${AXIS}" r="17"/>
</svg>`
}
