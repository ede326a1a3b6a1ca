import { type HashNumbers, hashNumbering, numberOf } from './hash-numbers.ts'
import { EMPTY, MOST_WORDS, type Wording } from './passages.ts'

/**
 * Which texts share which shingles: pairs of neighbouring telling words, grammar left out. Each text stands in one space, and shares
 * shingles only with texts of its space. Shingle `k` stands in the texts `members[offsets[k]]` up to `members[offsets[k + 1]]`, lowest
 * first.
 */
export interface PassageIndex {
  readonly shingles: HashNumbers
  readonly offsets: Int32Array
  readonly members: Int32Array
}

/** Mixes a number into a 32-bit hash (the multiply and xor-shift steps of MurmurHash3, Appleby 2008). */
const mixed = (hash: number, value: number): number => {
  const folded = Math.imul(hash ^ value, 0x85ebca6b)
  return Math.imul(folded ^ (folded >>> 13), 0xc2b2ae35) ^ (folded >>> 16)
}

/** Any number that is not zero, so that the first mixing counts. */
const SEED = 0x9e3779b9

/** A text, by its place in the wording, in the space in which it may share shingles. */
export interface Placed {
  readonly text: number
  readonly space: number
}

/** Gives the hashes of the shingles of a text in a space: how many, and in `hashes` which; one that is repeated stands there again. */
const hasher = ({ sentences, kinds }: Wording) => {
  const { starts, words } = sentences
  const hashes = new Int32Array(MOST_WORDS)
  const fill = ({ text, space }: Placed): number => {
    const start = mixed(SEED, space)
    let count = 0
    let before = -1
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const word = words[at] ?? 0
      if (kinds[word] === EMPTY) continue
      if (before >= 0) hashes[count++] = mixed(mixed(start, before), word)
      before = word
    }
    return count
  }
  return { hashes, fill }
}

/** The shingles of texts, as pairs of shingle and text, each pair once. */
const entriesOf = (wording: Wording, texts: readonly Placed[]) => {
  const numbering = hashNumbering()
  const entries: number[] = []
  const last: number[] = []
  const { hashes, fill } = hasher(wording)
  for (const placed of texts) {
    const count = fill(placed)
    for (let at = 0; at < count; at++) {
      const shingle = numbering.add(hashes[at] ?? 0)
      if (last[shingle] === placed.text) continue
      last[shingle] = placed.text
      entries.push(shingle, placed.text)
    }
  }
  return { shingles: numbering.table(), size: last.length, entries }
}

/** The index of texts, which must come lowest first. Linear in words. */
export const indexPassages = (wording: Wording, texts: readonly Placed[]): PassageIndex => {
  const { shingles, size, entries } = entriesOf(wording, texts)
  const offsets = new Int32Array(size + 1)
  for (let at = 0; at < entries.length; at += 2) {
    const after = (entries[at] ?? 0) + 1
    offsets[after] = (offsets[after] ?? 0) + 1
  }
  for (let shingle = 0; shingle < size; shingle++) offsets[shingle + 1] = (offsets[shingle + 1] ?? 0) + (offsets[shingle] ?? 0)
  const filled = offsets.slice()
  const members = new Int32Array(entries.length / 2)
  for (let at = 0; at < entries.length; at += 2) {
    const shingle = entries[at] ?? 0
    const place = filled[shingle] ?? 0
    members[place] = entries[at + 1] ?? 0
    filled[shingle] = place + 1
  }
  return { shingles, offsets, members }
}

/** Of the texts with a shingle, so many of the first, of the latest before and of the next after are looked at: a source is the first or a late one. */
const FIRST = 4
const LATEST = 6
const NEXT = 2

/** How many texts are compared word by word with one text. */
const MOST_CANDIDATES = 4

/** How many of the sorted `members[from, to)` are below `text`. */
const countBelow = (members: Int32Array, range: readonly [from: number, to: number], text: number): number => {
  let [low, high] = range
  while (low < high) {
    const middle = (low + high) >> 1
    if ((members[middle] ?? 0) < text) low = middle + 1
    else high = middle
  }
  return low - range[0]
}

/** A candidate with less of a vote shares one common phrase; one far below the best is no better than those that were passed over. */
const LEAST_VOTE = 0.25
const LEAST_OF_BEST = 0.5

/** The candidates with most votes, the highest first, the lower rank first among equals. */
const highest = (votes: Float64Array, candidates: readonly number[]): readonly number[] => {
  const best = candidates.reduce((most, candidate) => Math.max(most, votes[candidate] ?? 0), 0)
  const least = Math.max(LEAST_VOTE, LEAST_OF_BEST * best)
  const top: number[] = []
  for (const candidate of candidates) {
    const vote = votes[candidate] ?? 0
    if (vote < least) continue
    let at = top.length
    while (at > 0) {
      const above = top[at - 1] ?? 0
      const its = votes[above] ?? 0
      if (its > vote || (its === vote && above < candidate)) break
      at--
    }
    if (at >= MOST_CANDIDATES) continue
    top.splice(at, 0, candidate)
    if (top.length > MOST_CANDIDATES) top.pop()
  }
  return top
}

/** What is looked for: texts of a space like this one, earlier ones only or not. */
export interface Search extends Placed {
  readonly earlier: boolean
}

/**
 * Finds the few texts that share most rare shingles with one, the likeliest first. The cost is bounded by the length of the text, however
 * many share a shingle. `passes` leaves out texts that are not to be compared.
 */
export const candidateFinder = (wording: Wording) => {
  const votes = new Float64Array(wording.sentences.starts.length)
  const { hashes, fill } = hasher(wording)
  return (
    { shingles, offsets, members }: PassageIndex,
    search: Search,
    passes: (candidate: number) => boolean,
  ): readonly number[] => {
    const candidates: number[] = []
    const voteFor = (from: number, to: number, vote: number): void => {
      for (let at = from; at < to; at++) {
        const candidate = members[at] ?? 0
        if (!passes(candidate)) continue
        if (votes[candidate] === 0) candidates.push(candidate)
        votes[candidate] = (votes[candidate] ?? 0) + vote
      }
    }
    const count = fill(search)
    for (let at = 0; at < count; at++) {
      const shingle = numberOf(shingles, hashes[at] ?? 0)
      if (shingle === -1) continue
      const from = offsets[shingle] ?? 0
      const to = offsets[shingle + 1] ?? 0
      const here = from + countBelow(members, [from, to], search.text)
      const vote = 1 / Math.log2(2 + to - from)
      const latest = Math.max(from, here - LATEST)
      voteFor(from, Math.min(from + FIRST, latest), vote)
      voteFor(latest, search.earlier ? here : Math.min(to, here + NEXT), vote)
    }
    const found = highest(votes, candidates)
    for (const candidate of candidates) votes[candidate] = 0
    return found
  }
}
