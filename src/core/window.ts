/** Words [start, end) of a text that go through the network together. */
export interface Window {
  readonly start: number
  readonly end: number
}

/** What the windows of a text are cut from: how many positions each word takes, and whether it opens a paragraph. */
export interface Measured {
  readonly cost: number
  readonly opens: boolean
}

export interface WindowSize {
  /** Positions of the network that a window may take. */
  readonly budget: number
  /** Positions that two neighbours share at least. */
  readonly overlap: number
}

/** The last place in `(lowest, from]` where a paragraph opens; `from` where none does. */
const paragraphBefore = (words: readonly Measured[], from: number, lowest: number): number => {
  for (let at = from; at > lowest; at--) if (words[at]?.opens === true) return at
  return from
}

const endFrom = (words: readonly Measured[], start: number, budget: number): number => {
  let end = start
  let used = 0
  while (end < words.length && used + (words[end]?.cost ?? 0) <= budget) used += words[end++]?.cost ?? 0
  // A word that is larger than a window still gets one, so that cutting ends.
  end = Math.max(end, start + 1)
  return end >= words.length ? words.length : paragraphBefore(words, end, start + Math.floor(((end - start) * 3) / 4))
}

const startBefore = (words: readonly Measured[], { start, end }: Window, overlap: number): number => {
  let back = end
  let shared = 0
  while (back > start + 1 && shared < overlap) shared += words[--back]?.cost ?? 0
  return paragraphBefore(words, back, Math.max(start, back - Math.floor(overlap / 2)))
}

/** Overlapping windows over all words; they start and end at paragraphs where one is near. */
export const windowsOf = (words: readonly Measured[], { budget, overlap }: WindowSize): readonly Window[] => {
  const windows: Window[] = []
  let start = 0
  while (start < words.length) {
    const window = { start, end: endFrom(words, start, budget) }
    const before = windows.at(-1)
    if (before !== undefined && window.end <= before.end) {
      // What is shared with the window before leaves no room for the next word.
      start = before.end
      continue
    }
    windows.push(window)
    if (window.end >= words.length) break
    start = startBefore(words, window, overlap)
  }
  return windows
}

/**
 * For each word the position of the window that shows most of the text on its shorter side: there it is read, and nowhere else. The
 * ends of the text are no edges.
 */
export const ownersOf = (windows: readonly Window[], count: number): Int32Array => {
  const owners = new Int32Array(count)
  const best = new Int32Array(count).fill(-1)
  windows.forEach(({ start, end }, at) => {
    for (let word = start; word < end; word++) {
      const left = start === 0 ? count : word - start
      const right = end === count ? count : end - 1 - word
      const room = Math.min(left, right)
      if (room <= (best[word] ?? 0)) continue
      best[word] = room
      owners[word] = at
    }
  })
  return owners
}
