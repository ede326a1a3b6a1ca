import { encoderTensors, modelInput, type FedWord } from '../../core/model-input.ts'
import { ACTS, CERTAINTIES, meanOf, WIDTH } from '../../core/model-output.ts'
import { numbersOf, wholeNumbers, type Tensor } from '../../core/network.ts'
import type { Act, Certainty } from '../../core/statement.ts'
import { bestLabels, LABELS, roleWords, ROLES, type RoleWords } from './span-labels.ts'
import { GUIDES, type Guide, type TaggerNetworks, type TaggerSettings } from './tagger-settings.ts'

/** What the cue head tells apart: no cue, the cue of an outermost attribution, the cue of one inside another. */
const CUES = 3

/** One attribution as the networks mark it. Words are counted from the start of the window. */
export interface Marked {
  readonly words: RoleWords
  /** Whether it stands inside another attribution. */
  readonly inner: boolean
  /** The probability that its anchor belongs to a cue. */
  readonly score: number
  readonly act: Act
  readonly certainty: Certainty
}

/** A window of a text. */
export interface WindowText {
  readonly words: readonly FedWord[]
  /** For each word whether it is read in this window rather than in a neighbour. */
  readonly owned: readonly boolean[]
}

const fed = (words: readonly FedWord[], style: number): Readonly<Record<string, Tensor>> => {
  const input = modelInput([words])
  const heads = input.parts[0]?.heads ?? []
  return { ...encoderTensors(input), style: wholeNumbers([style], [1]), heads: wholeNumbers(heads, [heads.length]) }
}

/** Distances from the anchor that the networks tell apart, on each side. */
const REACH = 16

/** A signed distance in words as a bucket: exact up to 4, then two to each doubling. */
const distanceBucket = (offset: number): number => {
  const size = Math.abs(offset)
  const bucket = Math.min(REACH, size < 4 ? size : Math.floor(Math.log2(size) * 2))
  return offset < 0 ? REACH - bucket : REACH + bucket
}

/** For each word the chance that it belongs to a cue. PolNeAR's guide knows no inner ones, and by it the networks never learned to tell them. */
const chancesIn = (cues: Float32Array, guide: Guide): Float32Array =>
  Float32Array.from({ length: cues.length / CUES }, (_, word) =>
    guide === 'polnear' ? (cues[word * CUES + 1] ?? 0) : 1 - (cues[word * CUES] ?? 1),
  )

/** The surest word of each run of words that are taken for a cue, among those that this window owns. */
const anchorsIn = (chances: Float32Array, owned: readonly boolean[], threshold: number): readonly number[] => {
  const chance = (word: number): number => chances[word] ?? 0
  const anchors: number[] = []
  for (let at = 0; at < owned.length; at++) {
    if (chance(at) < threshold) continue
    let best = at
    while (at < owned.length && chance(at) >= threshold) {
      if (chance(at) > chance(best)) best = at
      at++
    }
    if (owned[best] === true) anchors.push(best)
  }
  return anchors
}

/** Act and certainty as the networks read them. */
export type MarkedTone = Pick<Marked, 'act' | 'certainty'>

/** The tone head's input: the anchor, the means over source, cue and content, and the content's first word; zero where one is missing. */
const toneParts = (encoded: Float32Array, drafts: readonly Toned[]): Tensor => {
  const size = (ROLES.length + 2) * WIDTH
  const parts = new Float32Array(drafts.length * size)
  drafts.forEach(({ anchor, words }, at) => {
    const slots = [anchor === null ? [] : [anchor], ...ROLES.map((role) => words[role]), words.content.slice(0, 1)]
    slots.forEach((own, slot) => {
      parts.set(meanOf(encoded, own), at * size + slot * WIDTH)
    })
  })
  return { dims: [drafts.length, size], values: parts }
}

const likeliest = <Name>(scores: Float32Array, row: number, names: readonly Name[]): Name => {
  let best = 0
  for (let at = 1; at < names.length; at++)
    if ((scores[row * names.length + at] ?? 0) > (scores[row * names.length + best] ?? 0)) best = at
  const name = names[best]
  if (name === undefined) throw new Error('there is nothing to choose from')
  return name
}

/** What is asked for its tone. Words are counted from the start of the window; no anchor where there are no words of saying. */
interface Toned {
  readonly anchor: number | null
  readonly words: RoleWords
}

const tonesOf = async (
  encoded: Float32Array,
  asked: readonly Toned[],
  { tone }: TaggerNetworks,
): Promise<readonly MarkedTone[]> => {
  if (asked.length === 0) return []
  const told = await tone.run({ parts: toneParts(encoded, asked) })
  const [act, certainty] = [numbersOf(told, 'act'), numbersOf(told, 'certainty')]
  return asked.map((_, at) => ({ act: likeliest(act, at, ACTS), certainty: likeliest(certainty, at, CERTAINTIES) }))
}

/** A window as the networks see it: what they mark in it, and the vectors of its words, from which more can be asked. */
export interface ReadWindow {
  readonly marked: readonly Marked[]
  readonly encoded: Float32Array
}

/** The tones of contents that nobody is said to say, each as its words, which this window has. */
export const plainTonesIn = (
  { encoded }: ReadWindow,
  contents: readonly (readonly number[])[],
  networks: TaggerNetworks,
): Promise<readonly MarkedTone[]> =>
  tonesOf(
    encoded,
    contents.map((content) => ({ anchor: null, words: { source: [], cue: [], content } })),
    networks,
  )

/** What the networks mark in one window. A window is a batch of its own, so that nothing depends on what is read beside it. */
export const markedIn = async (
  window: WindowText,
  networks: TaggerNetworks,
  settings: TaggerSettings & { readonly guide: Guide },
): Promise<ReadWindow> => {
  const read = await networks.encoder.run(fed(window.words, GUIDES[settings.guide]))
  const encoded = numbersOf(read, 'words')
  const cues = numbersOf(read, 'cues')
  const count = window.words.length
  const chances = chancesIn(cues, settings.guide)
  const anchors = anchorsIn(chances, window.owned, settings.threshold)
  if (anchors.length === 0) return { marked: [], encoded }
  const words = { dims: [1, count, WIDTH], values: encoded }
  const places = wholeNumbers(anchors, [anchors.length])
  const distances = wholeNumbers(
    anchors.flatMap((anchor) => window.words.map((_, at) => distanceBucket(at - anchor))),
    [anchors.length, count],
  )
  const labelled = numbersOf(await networks.spans.run({ words, anchors: places, distances }), 'scores')
  const drafts = anchors
    .map((anchor, at) => {
      const scores = labelled.subarray(at * count * LABELS, (at + 1) * count * LABELS)
      return { anchor, words: roleWords(bestLabels(scores, count, settings)) }
    })
    .filter(({ anchor, words: { cue, content } }) => content.length > 0 && cue.includes(anchor))
  const tones = await tonesOf(encoded, drafts, networks)
  const marked = drafts.map(({ anchor, words: own }, at) => ({
    words: own,
    inner: (cues[anchor * CUES + 2] ?? 0) > (cues[anchor * CUES + 1] ?? 0),
    score: chances[anchor] ?? 0,
    act: tones[at]?.act ?? 'assert',
    certainty: tones[at]?.certainty ?? 'certain',
  }))
  return { marked, encoded }
}
