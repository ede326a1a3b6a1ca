import type { Claim, ClaimId } from '../core/claim.ts'
import type { DocumentId } from '../core/document.ts'
import type { Evidence, EvidenceId } from '../core/evidence.ts'
import type { Edge, Origin, OriginId } from '../core/origin.ts'
import { probability } from '../core/probability.ts'
import type { Source, SourceId, SourceKind } from '../core/source.ts'
import type { StatementId } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import { standardAssumptions, type Assumptions } from './assumptions.ts'
import { weigh, type WeighInput } from './weigh.ts'

export const CLAIM: Claim = { id: 'c1' as ClaimId, text: 'The ferry left the quay without its doors shut.', given: true }

export const sourceNamed = (name: string, kind: SourceKind = 'person', more: Partial<Source> = {}): Source => ({
  id: `src_${name}` as SourceId,
  name,
  kind,
  aliases: [],
  speaksFor: null,
  grade: 'F',
  ...more,
})

/** An origin whose root is the source of the same name: certain, at first hand, of unknown access, without interest. */
export const originOf = (name: string, more: Partial<Origin> = {}): Origin => ({
  id: `or_${name}` as OriginId,
  claim: CLAIM.id,
  side: 'supports',
  root: `src_${name}` as SourceId,
  statements: [`st_${name}` as StatementId],
  edges: [],
  certainty: 'certain',
  retellings: 0,
  access: 'unknown',
  interest: 'none',
  bears: probability(1),
  affiliation: null,
  ...more,
})

export const evidenceOf = (name: string, more: Partial<Evidence> = {}): Evidence => ({
  id: `ev_${name}` as EvidenceId,
  document: 'doc_1' as DocumentId,
  mention: { start: 0, end: 1 },
  kind: 'photo',
  claim: CLAIM.id,
  stance: 'supports',
  provenance: 'unknown',
  score: null,
  challengedBy: [],
  by: { maker: 'test', sure: probability(1) },
  ...more,
})

export const edgeOf = (from: string, to: string, sure: number): Edge => ({
  from: from as StatementId,
  to: to as StatementId,
  kind: 'copies',
  reason: 'one repeats the other',
  shown: [],
  by: { maker: 'test', sure: probability(sure) },
})

export const statement = (name: string): StatementId => name as StatementId

export const inputOf = (origins: readonly Origin[], more: Partial<Omit<WeighInput, 'origins'>> = {}): WeighInput => ({
  claims: [CLAIM],
  evidence: [],
  sources: [],
  assumptions: standardAssumptions,
  ...more,
  origins,
})

/** The verdict on the one claim. */
export const verdictOn = (origins: readonly Origin[], more: Partial<Omit<WeighInput, 'origins'>> = {}): Verdict => {
  const [verdict] = weigh(inputOf(origins, more))
  if (verdict === undefined) throw new Error('one claim has one verdict')
  return verdict
}

export const standardWith = (overrides: Partial<Assumptions>): Assumptions => ({ ...standardAssumptions, ...overrides })

export const logitOf = (p: number): number => Math.log(p) - Math.log1p(-p)

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
