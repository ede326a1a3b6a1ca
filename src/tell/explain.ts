import type { CheckedCase } from '../core/case.ts'
import { asideSections } from './aside-sections.ts'
import { caseFileOf, claimFilesOf, type ClaimFile } from './case-file.ts'
import { evidenceSection, thingsSection } from './evidence-section.ts'
import type { ClaimExplanation, Count, Explanation, Section } from './explanation.ts'
import { namesSection } from './names-section.ts'
import { originSection } from './origin-sections.ts'
import { plain } from '../core/plain-text.ts'
import { verdictSection } from './verdict-section.ts'
import { flipSection, gapSection, reasonSection } from './weight-sections.ts'
import { likelihoodWords } from './wording.ts'

/** Articles with any statement that bears on the claim, those who speak last in its chains, and its origins on both sides. */
const countOf = ({ tellings, origins }: ClaimFile): Count => ({
  articles: new Set(tellings.map(({ exhibit }) => exhibit.label)).size,
  voices: new Set(tellings.map(({ chain }) => chain.at(-1)?.id)).size,
  origins: origins.length,
})

const filled = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ points }) => points.some(({ sentences }) => sentences.length > 0))

const claimExplanation = (on: ClaimFile): ClaimExplanation => ({
  claim: on.claim.id,
  number: on.number,
  text: plain(on.claim.text),
  band: on.verdict.band,
  probability: on.verdict.probability,
  interval: on.verdict.interval,
  prior: on.verdict.prior,
  likelihood: likelihoodWords(on.verdict.probability),
  count: countOf(on),
  sections: filled([
    verdictSection(on),
    originSection(on, 'supports'),
    originSection(on, 'contradicts'),
    ...asideSections(on),
    evidenceSection(on),
    reasonSection(on),
    flipSection(on),
    gapSection(on),
  ]),
})

/**
 * The reasoning behind a checked case: per claim its verdict, origins, what is not counted, evidence, weights, what would change it
 * and what is missing. Every sentence carries the words it rests on; one that has none is left out. Likelihoods are ICD 203 words;
 * no sentence states a level of confidence. Throws where the case names what it does not hold.
 */
export const explain = (checked: CheckedCase): Explanation => {
  const file = caseFileOf(checked)
  return {
    claims: claimFilesOf(file).map(claimExplanation),
    closing: filled([namesSection(file), thingsSection(file)]),
  }
}
