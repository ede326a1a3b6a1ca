import { markup, type Markup } from './markup.ts'

/** Units of the drawing: half its width for either side. */
const HALF = 100
const HEIGHT = 14

/** A weight in nats as a bar from the middle: to the right for the claim, to the left against it; `most` nats fill one half. */
export const weightBar = (nats: number, most: number): Markup => {
  const length = most > 0 ? Math.round((Math.abs(nats) / most) * HALF) : 0
  const side = nats > 0 ? 'supports' : 'contradicts'
  return markup`<svg class="weight-bar" viewBox="0 0 ${2 * HALF} ${HEIGHT}" aria-hidden="true" preserveAspectRatio="none"><rect class="track" x="0" y="${HEIGHT / 2 - 0.5}" width="${2 * HALF}" height="1"/><rect class="${side}" x="${nats > 0 ? HALF : HALF - length}" y="1" width="${length}" height="${HEIGHT - 2}"/><rect class="middle" x="${HALF - 0.5}" y="0" width="1" height="${HEIGHT}"/></svg>`
}
