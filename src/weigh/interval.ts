import type { Group, Voice } from './camp.ts'
import { DRAWS, drawsUnder, type Draws, type VoiceDraws } from './draws.ts'
import { natsOf } from './likelihood.ts'
import type { CampReckoning, Reckoning } from './reckoning.ts'
import { orderFrom, seedOf } from './shuffle.ts'

/** Log odds, lower and upper. */
export type Interval = readonly [number, number]

/** The shares of the draws below its two ends: a 90 % interval. */
const LOWER = 0.05
const UPPER = 0.95

/** A voice's draws with the order in which it takes them: its own, so that no two things move together. */
interface Member extends VoiceDraws {
  readonly order: Uint16Array
}

const memberOf = (voice: Voice, { voicing }: CampReckoning, draws: Draws): Member => ({
  ...draws.ofVoice(voicing.weightOf(voice.profile), voice.profile.grade !== 'F'),
  order: orderFrom(seedOf(voice.origin.id), DRAWS),
})

/** Adds a camp's nats, taken in an order, to the log odds at each point. */
type Add = (nats: Float64Array, order: Uint16Array) => void

const addingTo = (logOdds: Float64Array, sign: 1 | -1): Add => {
  return (nats, order) => {
    for (let n = 0; n < DRAWS; n++) logOdds[n] = (logOdds[n] ?? 0) + sign * (nats[order[n] ?? 0] ?? 0)
  }
}

const IN_TURN = Uint16Array.from({ length: DRAWS }, (_, n) => n)

/**
 * Nats at each point of voices of one affiliation. Which of them is best placed and which most interested is decided by the means,
 * and holds at every point.
 */
const chorusNats = (group: Group, reckoned: CampReckoning, draws: Draws): Float64Array => {
  const { voicing, oneLine } = reckoned
  const members = group.map((voice) => memberOf(voice, reckoned, draws))
  const weights = group.map((voice) => voicing.weightOf(voice.profile))
  const leading = (of: readonly number[]): Member | undefined => members[of.indexOf(Math.max(...of))]
  const placed = leading(weights.map(({ k }) => k))
  const slanted = leading(weights.map(({ h }) => h))
  return new Float64Array(DRAWS).map((_, n) => {
    let [so, not] = [1, 1]
    for (const { odds, h, order } of members) {
      const at = order[n] ?? 0
      const [drawnOdds, drawnH] = [odds[at] ?? 0, h[at] ?? 0]
      so *= (drawnOdds + drawnH) / (1 + drawnOdds)
      not *= drawnH / (1 + drawnOdds)
    }
    const odds = placed?.odds[placed.order[n] ?? 0] ?? 0
    const h = slanted?.h[slanted.order[n] ?? 0] ?? 0
    return (
      Math.log((oneLine * (odds + h)) / (1 + odds) + (1 - oneLine) * so) -
      Math.log((oneLine * h) / (1 + odds) + (1 - oneLine) * not)
    )
  })
}

const addCamp = (add: Add, reckoned: CampReckoning, draws: Draws): void => {
  const { camp, voicing } = reckoned
  for (const group of camp.groups) {
    const [voice, ...others] = group
    if (voice === undefined) continue
    const alone = memberOf(voice, reckoned, draws)
    if (others.length === 0) add(alone.nats, alone.order)
    else add(chorusNats(group, reckoned, draws), IN_TURN)
    const unsure = group.filter((each) => each.joins.length > 1)
    const strays = unsure.reduce((sum, each) => sum + natsOf(voicing.straysOf(each)), 0)
    if (unsure.length > 0) add(new Float64Array(DRAWS).fill(strays), IN_TURN)
  }
  for (const item of camp.items) add(draws.ofItem(item), orderFrom(seedOf(item.id), DRAWS))
}

/** The value below which `share` of the draws lie, between two neighbours by interpolation. */
const quantile = (sorted: Float64Array, share: number): number => {
  const at = share * sorted.length - 0.5
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (at - Math.floor(at)) * (high - low)
}

/**
 * The 90 % interval of the log odds while every k, g and q is drawn from its Beta distribution. Latin supercube sampling (Owen
 * 1998): each voice takes Hammersley's points for its own k and g in an order that its id alone decides, so the sum is the same on
 * every machine and in every order of the input. Widened where the verdict's own log odds lie outside, as they can with many voices:
 * the verdict averages likelihoods, not log odds.
 */
export const intervalOf = (reckoning: Reckoning, draws: Draws = drawsUnder(reckoning.assumptions)): Interval => {
  const logOdds = new Float64Array(DRAWS).fill(reckoning.whole.prior)
  addCamp(addingTo(logOdds, 1), reckoning.supports, draws)
  addCamp(addingTo(logOdds, -1), reckoning.contradicts, draws)
  logOdds.sort()
  const { logOdds: mean } = reckoning.whole
  return [Math.min(quantile(logOdds, LOWER), mean), Math.max(quantile(logOdds, UPPER), mean)]
}
