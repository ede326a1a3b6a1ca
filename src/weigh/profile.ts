import type { Side } from '../core/claim.ts'
import type { Access, Interest, Origin } from '../core/origin.ts'
import type { Grade } from '../core/source.ts'
import type { Certainty } from '../core/statement.ts'
import type { Factor } from '../core/verdict.ts'
import type { AssumptionName, Assumptions } from './assumptions.ts'
import type { Tie } from './likelihood.ts'
import { ACCESS_SAYS, CERTAINTY_SAYS, GRADE_SAYS, INTEREST_SAYS } from './clauses.data.ts'
import type { Sources } from './sources.ts'

/** One row of the table at work in a voice's k. */
interface KRow {
  readonly name: AssumptionName
  /** How often it counts: once, or once for each retelling. */
  readonly times: number
  /** What is raised to the row's value, where the row is an exponent. */
  readonly base?: number
  readonly says: string
}

const valueOf = ({ name, times, base }: KRow, assumptions: Assumptions): number =>
  base === undefined ? assumptions[name] ** times : base ** assumptions[name]

/** All that the model knows of one voice. Two voices with the same profile weigh the same. */
export interface Profile {
  readonly side: Side
  readonly grade: Grade
  /** `outlet`: an outlet that does not say how it knows. */
  readonly access: Access | 'outlet'
  readonly certainty: Certainty
  readonly retellings: number
  readonly named: boolean
  readonly interest: Interest
  /** How surely its words were read as bearing on the claim, 0 to 1, in hundredths. */
  readonly bears: number
}

/** A profile with the rows whose product is k while nothing backs it. */
export interface RatedProfile extends Profile {
  readonly rows: readonly KRow[]
}

export const profileOf = (origin: Origin, sources: Sources): Profile => ({
  side: origin.side,
  grade: sources.gradeOf(origin.root),
  access: origin.access === 'unknown' && sources.isOutlet(origin.root) ? 'outlet' : origin.access,
  certainty: origin.certainty,
  retellings: origin.retellings,
  named: sources.isNamed(origin.root),
  interest: origin.interest,
  bears: Math.round(origin.bears * 100) / 100,
})

export const profileKey = (profile: Profile): string => Object.values(profile).join(' ')

const toldTimes = (retellings: number): string =>
  retellings === 1
    ? 'one retelling lies between it and the closest telling'
    : `${retellings} retellings lie between it and the closest telling`

const UNBACKED: KRow = { name: 'unbacked', times: 1, says: 'no unchallenged thing of known maker stands behind it' }

export const rated = (profile: Profile): RatedProfile => {
  const { grade, access, certainty, retellings, named, interest, bears } = profile
  const rows: KRow[] = [
    { name: `grade.${grade}`, times: 1, says: GRADE_SAYS[grade] },
    { name: `access.${access}`, times: 1, says: ACCESS_SAYS[access] },
    { name: `certainty.${certainty}`, times: 1, says: CERTAINTY_SAYS[certainty] },
  ]
  if (retellings > 0) rows.push({ name: 'retelling', times: retellings, says: toldTimes(retellings) })
  if (!named) rows.push({ name: 'unnamed', times: 1, says: 'nobody is named for it' })
  if (interest !== 'none')
    rows.push({ name: 'interest.candour', times: 1, says: 'has something to gain, so may not tell what it knows' })
  if (bears < 1)
    rows.push({
      name: 'reading',
      times: 1,
      base: bears,
      says: `its words bear on the claim with probability ${bears.toFixed(2)}`,
    })
  return { ...profile, rows }
}

/** g: the probability that it would say "it is so" when not tied to the truth. */
const gOf = ({ interest }: Profile, assumptions: Assumptions): number => {
  if (interest === 'none') return assumptions['interest.none']
  return interest === 'belief' ? assumptions['interest.slant'] : 1 - assumptions['interest.slant']
}

/** The means of k and of h, which is g seen from the voice's own side. `backed`: an unchallenged thing of known provenance stands there. */
export const tieOf = (profile: RatedProfile, backed: boolean, assumptions: Assumptions): Tie => {
  let k = backed ? 1 : assumptions.unbacked
  for (const row of profile.rows) k *= valueOf(row, assumptions)
  const g = gOf(profile, assumptions)
  return { k, h: profile.side === 'supports' ? g : 1 - g }
}

/** Names of the rows on which a voice's weight depends. */
export const rowsBehind = (profile: RatedProfile): readonly AssumptionName[] => [
  ...profile.rows.map((row) => row.name),
  'unbacked',
  profile.interest === 'none' ? 'interest.none' : 'interest.slant',
]

/** Every row of the table at work in a voice's weight: those whose product is k first, that of g last. */
export const factorsOf = (profile: RatedProfile, backed: boolean, assumptions: Assumptions): readonly Factor[] => [
  ...(backed ? profile.rows : [...profile.rows, UNBACKED]).map((row) => ({
    assumption: row.name,
    value: valueOf(row, assumptions),
    says: row.says,
  })),
  {
    assumption: profile.interest === 'none' ? 'interest.none' : 'interest.slant',
    value: gOf(profile, assumptions),
    says: INTEREST_SAYS[profile.interest],
  },
]
