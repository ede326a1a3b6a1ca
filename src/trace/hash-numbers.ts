/**
 * Numbers for 32-bit hashes, in the order of first use: a table with open addressing, half full at most. Slot `s` holds a hash at `2s` and
 * its number, or −1 where the slot is free, at `2s + 1`. A `Map` would do the same at several times the memory and time.
 */
export type HashNumbers = Int32Array

const FREE = -1
const FIRST_SIZE = 64

const tableOf = (slots: number): HashNumbers => new Int32Array(2 * slots).fill(FREE)

/** Where the number of a hash stands, or the free place where it belongs. */
const placeOf = (table: HashNumbers, hash: number): number => {
  const mask = table.length - 1
  let at = ((hash ^ (hash >>> 15)) << 1) & mask
  while (table[at + 1] !== FREE && table[at] !== hash) at = (at + 2) & mask
  return at + 1
}

/** The number of a hash, −1 where it has none. */
export const numberOf = (table: HashNumbers, hash: number): number => table[placeOf(table, hash)] ?? FREE

const put = (table: HashNumbers, hash: number, number: number): void => {
  const place = placeOf(table, hash)
  table[place - 1] = hash
  table[place] = number
}

const doubled = (table: HashNumbers): HashNumbers => {
  const larger = tableOf(table.length)
  for (let at = 0; at < table.length; at += 2) {
    const number = table[at + 1] ?? FREE
    if (number !== FREE) put(larger, table[at] ?? 0, number)
  }
  return larger
}

/** Numbers hashes as they come; the table grows with them. */
export const hashNumbering = () => {
  let table = tableOf(FIRST_SIZE)
  let count = 0
  return {
    /** The number of a hash: the next one where it is new. */
    add: (hash: number): number => {
      const known = numberOf(table, hash)
      if (known !== FREE) return known
      if (4 * count >= table.length) table = doubled(table)
      put(table, hash, count)
      return count++
    },
    table: (): HashNumbers => table,
  }
}
