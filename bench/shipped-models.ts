import { learnedTagger } from '../src/attribute/model/learned-tagger.ts'
import type { Guide } from '../src/attribute/model/tagger-settings.ts'
import type { Tagger } from '../src/attribute/tagger.ts'
import { learnedBearings, type BearingReader } from '../src/resolve/bearings/model/bearing-reader.ts'
import { openModel } from '../src/node/open-model.ts'

/** The tagger that ships; the folder in `HEARSAY_MODELS` takes the place of `models`, to measure one that is not shipped yet. */
export const shippedTagger = async (guide?: Guide): Promise<Tagger> => {
  const model = await openModel('tagger', process.env['HEARSAY_MODELS'])
  const tagger = model.ok ? learnedTagger(model.value, guide) : model
  if (!tagger.ok) throw new Error(tagger.refusal.sentence)
  return tagger.value
}

/** The reader of bearings that ships, or the one of that folder. */
export const shippedBearings = async (): Promise<BearingReader> => {
  const model = await openModel('bearings', process.env['HEARSAY_MODELS'])
  const reader = model.ok ? learnedBearings(model.value) : model
  if (!reader.ok) throw new Error(reader.refusal.sentence)
  return reader.value
}
