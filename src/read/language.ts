import { eld } from 'eld/extrasmall'

/** Letters of a text from which its language can be told, at least. */
const LETTERS = 20
/** Characters of each sample: the library looks at no more than the first few hundred bytes. */
const SAMPLE = 400
const SAMPLES = 5

const samplesOf = (text: string): readonly string[] => {
  if (text.length <= SAMPLE) return [text]
  const step = (text.length - SAMPLE) / (SAMPLES - 1)
  return Array.from({ length: SAMPLES }, (_, place) => text.slice(Math.floor(place * step)).slice(0, SAMPLE))
}

const detect = (text: string): string | null => {
  const found = eld.detect(text)
  return found.isReliable() ? found.language : null
}

/**
 * The language of a text as an ISO 639-1 code: that of more than half of five samples from its beginning to its end. Null where the
 * text is too short, or too mixed, to tell.
 */
export const languageOf = (text: string): string | null => {
  if ((text.slice(0, 10 * SAMPLE).match(/\p{L}/gu)?.length ?? 0) < LETTERS) return null
  const samples = samplesOf(text).map(detect)
  const votes = (language: string): number => samples.filter((sample) => sample === language).length
  return samples.find((language) => language !== null && votes(language) > samples.length / 2) ?? null
}
