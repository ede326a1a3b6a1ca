import type { CheckedCase } from '../../core/case.ts'
import type { ClaimId } from '../../core/claim.ts'
import { logit, probability } from '../../core/probability.ts'
import type { Band } from '../../core/verdict.ts'
import { explain } from '../explain.ts'
import type { ClaimExplanation, Count, Point } from '../explanation.ts'

/** How a claim stood at one time. */
export interface Standing {
  readonly probability: number
  readonly interval: readonly [number, number]
  readonly band: Band
  readonly count: Count
}

/** An origin or a thing whose weight is another than it was. */
export interface Mover {
  readonly title: string
  readonly kind: 'new' | 'gone' | 'changed'
  /** By how much its weight changed, in nats; positive for the claim. */
  readonly nats: number
}

/** A claim then and now; null where it was not asked. */
export interface VerdictMove {
  readonly claim: ClaimId
  readonly text: string
  readonly then: Standing | null
  readonly now: Standing | null
  /** What moved it, the most first; empty where it stood at one of the two times alone. */
  readonly movers: readonly Mover[]
}

/** Nats under which a weight is what it was: it moves even odds by half a point of a hundred. */
const SMALLEST_MOVE = 0.02

interface Weighed {
  readonly id: string
  readonly title: string
  readonly nats: number
}

const weighed = ({ sections }: ClaimExplanation): readonly Weighed[] =>
  sections
    .filter(({ kind }) => kind === 'reasons')
    .flatMap(({ points }) =>
      points.flatMap(({ about, title, nats }: Point) =>
        about === null || title === null || nats === null ? [] : [{ id: about.id, title, nats }],
      ),
    )

/** An origin is the same by its id; where a telling was added to it, by its name and side. */
const moversBetween = (then: ClaimExplanation, now: ClaimExplanation): readonly Mover[] => {
  const before = [...weighed(then)]
  const take = (match: (one: Weighed) => boolean): Weighed | undefined => {
    const at = before.findIndex(match)
    return at < 0 ? undefined : before.splice(at, 1)[0]
  }
  const after = weighed(now)
  const same = new Map(after.map((one) => [one, take(({ id }) => id === one.id)]))
  const movers = after.map((one): Mover => {
    const was = same.get(one) ?? take(({ title, nats }) => title === one.title && nats >= 0 === one.nats >= 0)
    return was === undefined
      ? { title: one.title, kind: 'new', nats: one.nats }
      : { title: one.title, kind: 'changed', nats: one.nats - was.nats }
  })
  const gone = before.map(({ title, nats }): Mover => ({ title, kind: 'gone', nats: -nats }))
  const start: Mover = {
    title: 'Where the check starts',
    kind: 'changed',
    nats: logit(probability(now.prior)) - logit(probability(then.prior)),
  }
  return [start, ...movers, ...gone]
    .filter(({ nats }) => Math.abs(nats) >= SMALLEST_MOVE)
    .toSorted((a, b) => Math.abs(b.nats) - Math.abs(a.nats))
}

const standing = ({ probability, interval, band, count }: ClaimExplanation): Standing => ({
  probability,
  interval,
  band,
  count,
})

/** How the verdict on each claim moved between two checks of a case; null where the case had not been begun. */
export const verdictMoves = (then: CheckedCase | null, now: CheckedCase | null): readonly VerdictMove[] => {
  const before = then === null ? [] : explain(then).claims
  const after = now === null ? [] : explain(now).claims
  const ids = new Set([...after, ...before].map(({ claim }) => claim))
  return [...ids].map((claim) => {
    const was = before.find((one) => one.claim === claim)
    const is = after.find((one) => one.claim === claim)
    return {
      claim,
      text: is?.text ?? was?.text ?? '',
      then: was === undefined ? null : standing(was),
      now: is === undefined ? null : standing(is),
      movers: was === undefined || is === undefined ? [] : moversBetween(was, is),
    }
  })
}
