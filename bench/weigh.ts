/**
 * Time of the verdicts of a case of 1,000 origins and 4 claims, with everything: interval, reasons, leave-one-out, tornado, flip set and
 * gaps. `node bench/weigh.ts`; the case is made up, the same every time.
 */
import type { Claim, ClaimId } from '../src/core/claim.ts'
import type { DocumentId } from '../src/core/document.ts'
import type { Evidence, EvidenceId, EvidenceKind } from '../src/core/evidence.ts'
import type { Access, Interest, Origin, OriginId } from '../src/core/origin.ts'
import { probability } from '../src/core/probability.ts'
import type { Grade, Source, SourceId, SourceKind } from '../src/core/source.ts'
import type { Certainty, StatementId } from '../src/core/statement.ts'
import { standardAssumptions } from '../src/weigh/assumptions.ts'
import { weigh, type WeighInput } from '../src/weigh/weigh.ts'

const ORIGINS = 1000
const CLAIMS = 4
const RUNS = 40
const FLOOR_MS = 50

/** Numbers in [0, 1), the same every time: a linear congruential generator (Numerical Recipes). */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

const caseFrom = (seed: number): WeighInput => {
  const chance = chanceFrom(seed)
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)]!
  const claims = Array.from({ length: CLAIMS }, (_, n): Claim => ({
    id: `c${n + 1}` as ClaimId,
    text: `Claim ${n + 1}.`,
    given: true,
  }))
  const sources = Array.from({ length: ORIGINS }, (_, n): Source => ({
    id: `src_${n}` as SourceId,
    name: `source ${n}`,
    kind: oneOf<SourceKind>(['person', 'organization', 'outlet', 'unnamed', 'person']),
    aliases: [],
    speaksFor: null,
    grade: chance() < 0.8 ? 'F' : oneOf<Grade>(['A', 'B', 'C', 'D', 'E']),
  }))
  const origins = Array.from({ length: ORIGINS }, (_, n): Origin => ({
    id: `or_${n}` as OriginId,
    claim: claims[n % CLAIMS]!.id,
    side: chance() < 0.55 ? 'supports' : 'contradicts',
    root: chance() < 0.1 ? null : sources[n]!.id,
    statements: [`st_${n}` as StatementId],
    edges: [],
    certainty: oneOf<Certainty>(['certain', 'certain', 'certain', 'probable', 'possible', 'unknown']),
    retellings: oneOf([0, 0, 0, 1, 1, 2, 3]),
    access: oneOf<Access>(['unknown', 'unknown', 'witness', 'own-decision', 'record', 'hearsay']),
    interest: oneOf<Interest>(['none', 'none', 'none', 'belief', 'disbelief']),
    bears: probability(0.4 + 0.6 * chance()),
    affiliation: chance() < 0.3 ? (`body_${Math.floor(chance() * 40)}` as SourceId) : null,
  }))
  const evidence = Array.from({ length: 40 }, (_, n): Evidence => ({
    id: `ev_${n}` as EvidenceId,
    document: 'doc_0' as DocumentId,
    mention: { start: 0, end: 1 },
    kind: oneOf<EvidenceKind>(['photo', 'video', 'document', 'data', 'test']),
    claim: claims[n % CLAIMS]!.id,
    stance: oneOf(['supports', 'contradicts', 'neutral']),
    provenance: oneOf(['known', 'partial', 'unknown']),
    score: null,
    challengedBy: chance() < 0.5 ? [] : [`st_${n}` as StatementId],
    by: { maker: 'bench', sure: probability(1) },
  }))
  return { claims, origins, evidence, sources, assumptions: standardAssumptions }
}

interface Timing {
  /** Milliseconds on the clock. */
  readonly wall: number
  /** Milliseconds of this thread's work: what the clock would show on a machine with nothing else to do. */
  readonly work: number
}

const timingsOf = (input: WeighInput): readonly Timing[] =>
  Array.from({ length: RUNS }, () => {
    const [start, before] = [performance.now(), process.threadCpuUsage()]
    weigh(input)
    const { user, system } = process.threadCpuUsage(before)
    return { wall: performance.now() - start, work: (user + system) / 1000 }
  })

const shown = ({ wall, work }: Timing): string => `${wall.toFixed(1)} ms (${work.toFixed(1)} ms of work)`

const first = timingsOf(caseFrom(1))[0]!
const warm = timingsOf(caseFrom(2))
const medianOf = (by: keyof Timing): number => warm.map((timing) => timing[by]).toSorted((a, b) => a - b)[RUNS / 2]!
console.log(`${ORIGINS} origins, ${CLAIMS} claims: first call ${shown(first)}`)
console.log(
  `median of ${RUNS} calls after ${RUNS}: ${shown({ wall: medianOf('wall'), work: medianOf('work') })}; floor ${FLOOR_MS} ms, goal 10 ms`,
)
if (medianOf('work') > FLOOR_MS) process.exitCode = 1
