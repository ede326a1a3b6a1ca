import { stemOf } from './stem.ts'
import { WORD_FAMILIES } from './word-families.data.ts'

/** How two words are related: one word, two of one family, or of the two sides of one. */
export type Kinship = 'same' | 'kin' | 'opposite'

/** Sides of families a stem belongs to: twice the family's number, and one more for the far side. */
const sides = new Map<string, number[]>()
WORD_FAMILIES.forEach((line, family) => {
  line.split(' | ').forEach((side, far) => {
    for (const stem of new Set(side.split(' ').map(stemOf))) sides.set(stem, [...(sides.get(stem) ?? []), family * 2 + far])
  })
})

const TURNING_PREFIXES = ['un', 'in', 'im', 'dis', 'non', 'ir']
const turns = (longer: string, shorter: string): boolean => TURNING_PREFIXES.some((prefix) => longer === prefix + shorter)

/** Letters that two stems must begin with to be taken for forms of one word that the stemmer left apart. */
const COMMON_START = 5

const facing = (side: number): number => (side % 2 === 0 ? side + 1 : side - 1)

/** How two stems are related; null where the tables tie nothing between them. */
export const kinshipOf = (a: string, b: string): Kinship | null => {
  if (a === b) return 'same'
  if (turns(a, b) || turns(b, a)) return 'opposite'
  if (a.length >= COMMON_START && a.slice(0, COMMON_START) === b.slice(0, COMMON_START)) return 'kin'
  const left = sides.get(a)
  const right = sides.get(b)
  if (left === undefined || right === undefined) return null
  if (left.some((side) => right.includes(side))) return 'kin'
  return left.some((side) => right.includes(facing(side))) ? 'opposite' : null
}
