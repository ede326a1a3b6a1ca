import type { Claim } from '../core/claim.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Origin } from '../core/origin.ts'
import { logistic, probability } from '../core/probability.ts'
import type { Source } from '../core/source.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Assumptions } from './assumptions.ts'
import { bandOf } from './band.ts'
import { aboutOf, campsOf, type Dossier } from './camp.ts'
import { drawsUnder, type Draws } from './draws.ts'
import { flipOf } from './flip.ts'
import { gapsIn } from './gaps.ts'
import { grouped } from '../core/grouped.ts'
import { intervalOf } from './interval.ts'
import { ledgerOf } from './ledger.ts'
import { reasonsFor } from './reasons.ts'
import { reckon } from './reckoning.ts'
import { sourcesIn, type Sources } from './sources.ts'
import { tornadoOf } from './tornado.ts'

export interface WeighInput {
  readonly claims: readonly Claim[]
  readonly origins: readonly Origin[]
  readonly evidence: readonly Evidence[]
  readonly sources: readonly Source[]
  readonly assumptions: Assumptions
}

/** What the verdicts of one call share. */
interface Terms {
  readonly sources: Sources
  readonly assumptions: Assumptions
  readonly draws: Draws
}

const verdictOn = (dossier: Dossier, { sources, assumptions, draws }: Terms): Verdict => {
  const reckoning = reckon(campsOf(dossier, sources), assumptions)
  const interval = intervalOf(reckoning, draws)
  const band = bandOf(reckoning.whole, () => interval)
  const ledger = ledgerOf(reckoning)
  const reasons = reasonsFor(reckoning, ledger, sources)
  const flip = flipOf({ reckoning, ledger, band })
  return {
    claim: dossier.claim.id,
    probability: logistic(reckoning.whole.logOdds),
    interval: [logistic(interval[0]), logistic(interval[1])],
    band,
    prior: probability(assumptions.prior),
    reasons,
    flipSet: flip.gone.map(aboutOf),
    flipBand: flip.band,
    tornado: tornadoOf(reckoning, reasons, band),
    gaps: gapsIn(reckoning, sources),
  }
}

/**
 * One verdict for each claim, in the claims' order. The probability is exact: likelihoods are linear in every k, g and q, so their
 * means are what the integral over the Beta distributions comes to. The same input in any order gives the same verdicts, byte for
 * byte. Origins and evidence for claims not given are passed over; so is evidence that is neutral, or for no claim.
 */
export const weigh = ({ claims, origins, evidence, sources, assumptions }: WeighInput): readonly Verdict[] => {
  const terms: Terms = { sources: sourcesIn(sources), assumptions, draws: drawsUnder(assumptions) }
  const originsOf = grouped(origins, (origin) => origin.claim)
  const evidenceFor = grouped(evidence, (each) => each.claim ?? '')
  return claims.map((claim) =>
    verdictOn({ claim, origins: originsOf.get(claim.id) ?? [], evidence: evidenceFor.get(claim.id) ?? [] }, terms),
  )
}
