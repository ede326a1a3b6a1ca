import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashNumbering, numberOf } from './hash-numbers.ts'

it('numbers hashes as a Map would, however many and however alike', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer(), fc.integer({ min: -40, max: 40 })), { maxLength: 3000, size: 'max' }),
      (hashes) => {
        const numbering = hashNumbering()
        const oracle = new Map<number, number>()
        for (const hash of hashes) {
          if (!oracle.has(hash)) oracle.set(hash, oracle.size)
          expect(numbering.add(hash)).toBe(oracle.get(hash))
        }
        const table = numbering.table()
        for (const [hash, number] of oracle) expect(numberOf(table, hash)).toBe(number)
        expect(numberOf(table, 123_456_789)).toBe(oracle.get(123_456_789) ?? -1)
      },
    ),
    { numRuns: 30 },
  )
})
