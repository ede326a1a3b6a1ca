/** FNV-1a of a string's UTF-16 code units, 32 bits: a seed that belongs to the thing and not to its place in a list. */
export const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/**
 * The numbers from 0 to `length − 1` in an order that `seed` alone decides: the shuffle of Fisher and Yates, by a 32-bit xorshift
 * generator (Marsaglia 2003, triple 13, 17, 5). `length` up to 65,536.
 */
export const orderFrom = (seed: number, length: number): Uint16Array => {
  const order = new Uint16Array(length)
  let state = Math.imul(seed, 0x9e3779b1) || 1
  for (let at = 0; at < length; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const chosen = Math.floor(((state >>> 0) / 2 ** 32) * (at + 1))
    order[at] = order[chosen] ?? 0
    order[chosen] = at
  }
  return order
}
