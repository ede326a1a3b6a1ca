import { array, constantFrom, double, integer, option, record, type Arbitrary } from 'fast-check'
import type { Evidence, EvidenceId } from '../core/evidence.ts'
import type { Origin, OriginId } from '../core/origin.ts'
import { probability } from '../core/probability.ts'
import type { Source, SourceId } from '../core/source.ts'
import { CLAIM, edgeOf, evidenceOf, originOf, sourceNamed, statement } from './dossier.fixture.ts'

/** A claim with what was put forward about it. */
export interface SmallCase {
  readonly origins: readonly Origin[]
  readonly evidence: readonly Evidence[]
  readonly sources: readonly Source[]
}

const sides = constantFrom('supports', 'contradicts')

/** An origin with up to two joins, each as sure as it may be. */
const originDrafts = record({
  said: record({
    side: sides,
    certainty: constantFrom('certain', 'probable', 'possible', 'unknown'),
    retellings: integer({ min: 0, max: 3 }),
    access: constantFrom('witness', 'own-decision', 'record', 'hearsay', 'unknown'),
    interest: constantFrom('belief', 'disbelief', 'none'),
    bears: constantFrom(...[1, 0.6, 0.25].map(probability)),
    affiliation: option(constantFrom('src_ministry' as SourceId, 'src_yard' as SourceId)),
  }),
  grade: constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  kind: constantFrom('person', 'organization', 'outlet', 'unnamed', 'document'),
  known: constantFrom(true, true, false),
  sure: array(double({ min: 0.3, max: 1, noNaN: true }), { maxLength: 2 }),
})

const evidenceDrafts = record({
  kind: constantFrom('photo', 'video', 'document', 'test'),
  stance: constantFrom('supports', 'contradicts', 'neutral'),
  provenance: constantFrom('known', 'partial', 'unknown'),
  challenges: array(constantFrom('st_x', 'st_y', 'st_z'), { maxLength: 2 }),
})

/** Cases small enough to enumerate every world of. */
export const smallCases = (most = 4): Arbitrary<SmallCase> =>
  record({ origins: array(originDrafts, { maxLength: most }), evidence: array(evidenceDrafts, { maxLength: 3 }) }).map(
    (drafts) => ({
      sources: drafts.origins.map(({ grade, kind }, n) => sourceNamed(`${n}`, kind, { grade })),
      origins: drafts.origins.map(({ sure, known, said }, n): Origin => {
        const statements = [`st_${n}`, ...sure.map((_, join) => `st_${n}_${join}`)]
        return originOf(`${n}`, {
          ...said,
          id: `or_${n}` as OriginId,
          root: known ? (`src_${n}` as SourceId) : null,
          statements: statements.map(statement),
          edges: sure.map((each, join) => edgeOf(`st_${n}_${join}`, `st_${n}`, each)),
        })
      }),
      evidence: drafts.evidence.map(({ challenges, ...draft }, n) =>
        evidenceOf(`${n}`, { ...draft, claim: CLAIM.id, id: `ev_${n}` as EvidenceId, challengedBy: challenges.map(statement) }),
      ),
    }),
  )
