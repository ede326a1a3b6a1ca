import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeLeaves, naiveConsistency, naiveInclusion, naiveJoin, naiveLeaf, naiveRoot } from './naive-tree.fixture.ts'
import type { ConsistencyClaim, InclusionClaim } from './proof.ts'

/** One claim put to a verifier, and what it should say. */
export interface Probe {
  readonly label: string
  readonly accepted: boolean
  readonly asked: { readonly inclusion: InclusionClaim } | { readonly consistency: ConsistencyClaim }
}

export interface Verifier {
  readonly inclusion: (claim: InclusionClaim) => boolean
  readonly consistency: (claim: ConsistencyClaim) => boolean
}

/** The labels of the probes that a verifier answers wrongly. One that throws fails the test. */
export const wrongAnswers = (probes: readonly Probe[], verifier: Verifier): readonly string[] =>
  probes
    .filter(({ asked, accepted }) => {
      const said = 'inclusion' in asked ? verifier.inclusion(asked.inclusion) : verifier.consistency(asked.consistency)
      return said !== accepted
    })
    .map(({ label }) => label)

interface VectorFile {
  readonly bytes: readonly string[]
  readonly vectors: readonly string[]
}

/** The vectors of proof-vectors.fixture.json, which says whose they are. */
export const publishedProbes = (): readonly Probe[] => {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, 'proof-vectors.fixture.json'), 'utf8')) as VectorFile
  const at = (place: string): string => file.bytes[Number(place)] ?? 'no such bytes'
  return file.vectors.map((line): Probe => {
    const [label = '', verdict, numbers = '', ends = '', path = ''] = line.split('|').map((part) => part.trim())
    const [n1 = NaN, n2 = NaN] = numbers.split(' ').map(Number)
    const [end1 = '', end2 = ''] = ends.split(' ').map(at)
    const proof = path === '' ? [] : path.split(' ').map(at)
    const asked = label.startsWith('inclusion')
      ? { inclusion: { index: n1, size: n2, leaf: end1, root: end2, proof } }
      : { consistency: { size1: n1, size2: n2, root1: end1, root2: end2, proof } }
    return { label, accepted: verdict === 'accept', asked }
  })
}

const OTHER = naiveLeaf('an entry of another tree')
const EMPTY = naiveRoot([])

const flipped = (hash: string, digit: number): string => {
  const other = (Number.parseInt(hash.charAt(digit), 16) ^ 1).toString(16)
  return hash.slice(0, digit) + other + hash.slice(digit + 1)
}

/** Ways to spoil one hash, each by its label. */
const spoiltHashes = (hash: string): readonly (readonly [string, string])[] => [
  ['first bit', flipped(hash, 0)],
  ['last bit', flipped(hash, 63)],
  ['other', OTHER],
  ['short', hash.slice(2)],
  ['long', `${hash}00`],
  ['none', ''],
  ['no hash', 'z'.repeat(64)],
  ['spelled otherwise', hash.toUpperCase()],
]

const swappedAt = (proof: readonly string[], at: number): readonly string[] => [
  ...proof.slice(0, at),
  ...proof.slice(at, at + 2).reverse(),
  ...proof.slice(at + 2),
]

const asProof = (value: unknown): readonly string[] => value as readonly string[]

/** Ways to spoil a proof of this claim's; `ends` are the hashes that the claim has besides. */
const spoiltProofs = (proof: readonly string[], ends: readonly string[]): readonly (readonly [string, readonly string[]])[] => [
  ...['', OTHER, EMPTY, ...ends].flatMap((hash, at): (readonly [string, readonly string[]])[] => [
    [`${at} before`, [hash, ...proof]],
    [`${at} after`, [...proof, hash]],
  ]),
  ['null', asProof(null)],
  ['a text', asProof(proof.join(''))],
  ['a list of null', asProof([...proof, null])],
  ['a list with a hole', asProof(Object.assign([...proof], { length: proof.length + 1 }))],
  ['very long', Array.from({ length: 100 }, () => OTHER)],
  ...(proof.length === 0 ? [] : [['without first', proof.slice(1)] as const, ['without last', proof.slice(0, -1)] as const]),
  ...(proof.length < 2 ? [] : [['turned round', proof.toReversed()] as const, ['emptied', []] as const]),
  ...proof.slice(1).map((_, at) => [`swapped at ${at}`, swappedAt(proof, at)] as const),
  ...proof.flatMap((hash, at) =>
    spoiltHashes(hash).map(([how, spoilt]) => [`node ${at} ${how}`, proof.with(at, spoilt)] as const),
  ),
]

const NO_NUMBERS = [-1, 0.5, NaN, Infinity, 2 ** 53]

const spoiltInclusions = (claim: InclusionClaim): readonly (readonly [string, InclusionClaim])[] => {
  const { index, size, leaf, root, proof } = claim
  const indices = [index - 1, index + 1, index ^ 2, size, size + 7, ...NO_NUMBERS]
  const sizes = [size * 2, Math.floor(size / 2), 0, index, ...NO_NUMBERS]
  return [
    ...indices.map((other) => [`index ${other}`, { ...claim, index: other }] as const),
    ...sizes.map((other) => [`size ${other}`, { ...claim, size: other }] as const),
    ...spoiltHashes(leaf).map(([how, other]) => [`leaf ${how}`, { ...claim, leaf: other }] as const),
    ...spoiltHashes(root).map(([how, other]) => [`root ${how}`, { ...claim, root: other }] as const),
    ['root of no leaves', { ...claim, root: EMPTY }],
    ['grafted', { ...claim, root: naiveJoin(OTHER, root), proof: [...proof, OTHER] }],
    ...spoiltProofs(proof, [leaf, root]).map(([how, other]) => [`proof ${how}`, { ...claim, proof: other }] as const),
  ]
}

const spoiltConsistencies = (claim: ConsistencyClaim): readonly (readonly [string, ConsistencyClaim])[] => {
  const { size1, size2, root1, root2, proof } = claim
  const firsts = [size1 - 1, size1 + 1, size1 ^ 2, 0, size2 + 1, ...NO_NUMBERS]
  const seconds = [size2 * 2, Math.floor(size2 / 2), 0, size1 - 1, ...NO_NUMBERS]
  return [
    ...firsts.map((other) => [`size1 ${other}`, { ...claim, size1: other }] as const),
    ...seconds.map((other) => [`size2 ${other}`, { ...claim, size2: other }] as const),
    ...spoiltHashes(root1).map(([how, other]) => [`root1 ${how}`, { ...claim, root1: other }] as const),
    ...spoiltHashes(root2).map(([how, other]) => [`root2 ${how}`, { ...claim, root2: other }] as const),
    ['grafted', { ...claim, root1: naiveJoin(OTHER, root1), root2: naiveJoin(OTHER, root2), proof: [...proof, OTHER] }],
    ...(root1 === root2 ? [] : [['roots swapped', { ...claim, root1: root2, root2: root1 }] as const]),
    ...spoiltProofs(proof, [root1, root2]).map(([how, other]) => [`proof ${how}`, { ...claim, proof: other }] as const),
  ]
}

const SIZES = [1, 2, 3, 4, 5, 7, 8, 13, 16, 33]
const PAIRS = [
  [1, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 8],
  [5, 8],
  [6, 7],
  [6, 13],
  [8, 13],
  [7, 33],
  [16, 33],
  [32, 33],
  [33, 33],
] as const

/** Honest claims about small trees, and each of them spoilt in every way above. */
export const madeProbes = (): readonly Probe[] => {
  const inclusions = SIZES.flatMap((size) => [...new Set([0, 1, size >> 1, size - 1])].map((index) => ({ size, index })))
    .filter(({ size, index }) => index < size)
    .map(({ size, index }): InclusionClaim => {
      const leaves = madeLeaves(size)
      return { index, size, leaf: naiveLeaf(`entry ${index}`), root: naiveRoot(leaves), proof: naiveInclusion(leaves, index) }
    })
  const consistencies = PAIRS.map(([size1, size2]): ConsistencyClaim => {
    const leaves = madeLeaves(size2)
    const roots = { root1: naiveRoot(leaves.slice(0, size1)), root2: naiveRoot(leaves) }
    return { size1, size2, ...roots, proof: naiveConsistency(leaves, size1) }
  })
  return [
    ...inclusions.flatMap((claim) => probesOf(`leaf ${claim.index} of ${claim.size}`, claim, spoiltInclusions(claim))),
    ...consistencies.flatMap((claim) => probesOf(`${claim.size1} to ${claim.size2}`, claim, spoiltConsistencies(claim))),
  ]
}

type Claim = InclusionClaim | ConsistencyClaim

const askedOf = (claim: Claim): Probe['asked'] => ('leaf' in claim ? { inclusion: claim } : { consistency: claim })

/** Spoilt claims that come out as the honest one (a size that is its own other) are no probes. */
const probesOf = (label: string, honest: Claim, spoilt: readonly (readonly [string, Claim])[]): readonly Probe[] => [
  { label, accepted: true, asked: askedOf(honest) },
  ...spoilt
    .filter(([, claim]) => JSON.stringify(claim) !== JSON.stringify(honest))
    .map(([how, claim]) => ({ label: `${label}, ${how}`, accepted: false, asked: askedOf(claim) })),
]
