import type { Evidence, EvidenceId, EvidenceKind, MachineScore, Traceable } from '../core/evidence.ts'
import type { Side } from '../core/claim.ts'
import type { Origin } from '../core/origin.ts'
import type { Factor } from '../core/verdict.ts'
import type { Assumptions } from './assumptions.ts'
import { KIND_NAMES, PROVENANCE_SAYS } from './clauses.data.ts'
import { grouped } from '../core/grouped.ts'
import type { Likelihood } from './likelihood.ts'

/**
 * Everything of one kind that is offered on one side of a claim, taken for one thing: whether two documents mean the same photograph
 * cannot be told, and a repeat must add nothing. It is as well attested as the best attested mention, and bears every challenge.
 */
export interface Item {
  /** The mention that stands for it: the best attested, then the first by id. */
  readonly id: EvidenceId
  readonly side: Side
  readonly kind: EvidenceKind
  readonly mentions: number
  readonly provenance: Traceable
  /** Voices that challenge it; the statements of one origin are one voice. */
  readonly challenges: number
  /** How surely some mention of it was read as offered on this side, 0 to 1. */
  readonly bears: number
  /** What a machine made of it, where one did. */
  readonly score: MachineScore | null
}

const RANK: Readonly<Record<Traceable, number>> = { known: 0, partial: 1, unknown: 2 }

const byAttestation = (a: Evidence, b: Evidence): number => RANK[a.provenance] - RANK[b.provenance] || (a.id < b.id ? -1 : 1)

const challengesTo = (mentions: readonly Evidence[], origins: readonly Origin[]): number => {
  const voices = mentions
    .flatMap((mention) => mention.challengedBy)
    .map((statement) => origins.find((origin) => origin.statements.includes(statement))?.id ?? statement)
  return new Set<string>(voices).size
}

/** The things offered on one side. `origins`: all of the claim, to tell which challenges come from one voice. */
export const itemsOf = (side: Side, evidence: readonly Evidence[], origins: readonly Origin[]): readonly Item[] => {
  const offered = evidence.filter((each) => each.stance === side).toSorted(byAttestation)
  return [...grouped(offered, (each) => each.kind).values()].flatMap((mentions) => {
    const [best] = mentions
    if (best === undefined) return []
    const { id, kind, provenance } = best
    const score = mentions.find((mention) => mention.score !== null)?.score ?? null
    const challenges = challengesTo(mentions, origins)
    const bears = Math.max(...mentions.map((mention) => mention.by.sure))
    return [
      { id, side, kind, bears, mentions: new Set(mentions.map((mention) => mention.id)).size, provenance, challenges, score },
    ]
  })
}

/** Whether words on the same side can lean on it: its maker is known, and nobody challenges it. */
export const backs = (item: Item): boolean => item.provenance === 'known' && item.challenges === 0

/**
 * q: the probability that it is not what it is said to be, or was not offered on this side at all; each challenge leaves a part of the
 * chance that it is.
 */
export const doubtOf = (item: Pick<Item, 'provenance' | 'challenges' | 'bears'>, assumptions: Assumptions): number =>
  1 -
  (1 - assumptions[`provenance.${item.provenance}`]) *
    assumptions.challenge ** item.challenges *
    item.bears ** assumptions.reading

/** LR = (1 − q) · LR_item + q, from the item's own side. */
export const itemSays = (kind: EvidenceKind, doubt: number, assumptions: Assumptions): Likelihood => ({
  so: Math.log((1 - doubt) * assumptions[`item.${kind}`] + doubt),
  not: 0,
})

const offeredTimes = ({ kind, mentions }: Item): string => {
  const once = `a ${KIND_NAMES[kind]} that is what it is said to be`
  return mentions === 1 ? once : `${once}; offered ${mentions} times, counted once`
}

const challengedBy = (voices: number): string => (voices === 1 ? 'one voice challenges it' : `${voices} voices challenge it`)

/** Every row of the table at work in a thing's weight. */
export const itemFactors = (item: Item, assumptions: Assumptions): readonly Factor[] => [
  { assumption: `item.${item.kind}`, value: assumptions[`item.${item.kind}`], says: offeredTimes(item) },
  {
    assumption: `provenance.${item.provenance}`,
    value: assumptions[`provenance.${item.provenance}`],
    says: PROVENANCE_SAYS[item.provenance],
  },
  ...(item.challenges > 0
    ? [{ assumption: 'challenge', value: assumptions.challenge ** item.challenges, says: challengedBy(item.challenges) }]
    : []),
  ...(item.bears < 1
    ? [
        {
          assumption: 'reading',
          value: item.bears ** assumptions.reading,
          says: `it was read as offered on this side with probability ${item.bears.toFixed(2)}`,
        },
      ]
    : []),
  ...(item.score === null
    ? []
    : [
        {
          assumption: 'score.bare',
          value: assumptions['score.bare'],
          says: `the machine's ${item.score.value} (${item.score.scale}) comes without an error curve, so it has no likelihood ratio and adds nothing`,
        },
      ]),
]
