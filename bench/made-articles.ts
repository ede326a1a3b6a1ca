/** A seeded generator of numbers in [0, 1): mulberry32, by Tommy Ettinger, in the public domain. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const SPEAKERS = [
  'Oda Marsk, the energy minister,',
  'a spokesman for the Water Authority',
  'Nils Holm',
  'the harbour master',
  'two officers briefed on the inquiry',
  'the Wend Courier',
  'residents of the lower town',
  'Greta Holm, who owns the mill,',
]
const CUES = [
  'said',
  'told reporters on Tuesday that',
  'denied that',
  'confirmed that',
  'fears that',
  'reported that',
  'insisted',
  'said last week that',
]
const CONTENTS = [
  'the dam was inspected in March',
  'the northern gate had been left open for two days',
  'nobody had seen the second report',
  'the pumps may have failed before the storm',
  'some 4,000 people would have to leave',
  'the work was never paid for',
  'the crack was older than the bridge',
  'an internal memo gave a lower figure',
]
const PLAIN = [
  'The lake lies an hour from the capital.',
  'Snow fell on the passes until noon.',
  'The road along the shore is closed to lorries.',
  'A ferry runs twice a day.',
  'The mill has stood empty since the flood of 1998.',
]

/** An article of about `words` words, in paragraphs, half of it reported speech. */
export const madeArticle = (words: number, random: () => number): string => {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const paragraphs: string[] = []
  for (let count = 0; count < words;) {
    const sentences = Array.from({ length: 4 }, () => {
      const kind = random()
      if (kind < 0.4) return pick(PLAIN)
      const content = pick(CONTENTS)
      if (kind < 0.6) return `“${content.charAt(0).toUpperCase()}${content.slice(1)},” ${pick(SPEAKERS).replace(/,$/u, '')} said.`
      const speaker = pick(SPEAKERS)
      return `${speaker.charAt(0).toUpperCase()}${speaker.slice(1)} ${pick(CUES)} ${content}.`
    })
    paragraphs.push(sentences.join(' '))
    count += sentences.join(' ').split(' ').length
  }
  return `Dam gate was left open, minister says\n\n${paragraphs.join('\n\n')}\n`
}
