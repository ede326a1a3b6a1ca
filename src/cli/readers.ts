import { ok, type Result } from '../core/refusal.ts'
import type { BearingReader, Guide, Tagger } from '../index.ts'
import { Refused } from './screen.ts'
import { UsageError } from './usage.ts'

/** What reads: the trained models that ship, or the rules that need none. */
export type TaggerName = 'learned' | 'rules'

export const TAGGER_OPTION = ['--tagger <name>', 'what reads the documents: learned or rules (default: learned)'] as const

export const taggerName = (name: string): TaggerName => {
  if (name !== 'learned' && name !== 'rules')
    throw new UsageError(`There is no tagger named "${name}"; there are "learned" and "rules".`)
  return name
}

/** Another folder of models than the one that ships, where the environment names it. */
const models = (): string | undefined => process.env['HEARSAY_MODELS']

/** The tagger of that name; a refusal where its model is missing, altered or cannot be run here. */
export const chosenTagger = async (name: TaggerName = 'learned', guide?: Guide): Promise<Result<Tagger>> => {
  const { learnedTagger, rulesTagger } = await import('../index.ts')
  if (name === 'rules') return ok(rulesTagger)
  const { openModel } = await import('../node/open-model.ts')
  const model = await openModel('tagger', models())
  return model.ok ? learnedTagger(model.value, guide) : model
}

const openBearings = async (): Promise<Result<BearingReader>> => {
  const [{ learnedBearings }, { openModel }] = await Promise.all([import('../index.ts'), import('../node/open-model.ts')])
  const model = await openModel('bearings', models())
  return model.ok ? learnedBearings(model.value) : model
}

/** All that reads a case: who says what, and what that is to the claims. By rules alone there is no trained reader of bearings. */
export interface Readers {
  readonly tagger: Tagger
  readonly bearings?: BearingReader
}

export const chosenReaders = async (name: TaggerName = 'learned'): Promise<Result<Readers>> => {
  const tagger = await chosenTagger(name)
  if (!tagger.ok) return tagger
  if (name === 'rules') return ok({ tagger: tagger.value })
  const bearings = await openBearings()
  return bearings.ok ? ok({ tagger: tagger.value, bearings: bearings.value }) : bearings
}

/** Made once, when first asked for. */
const onDemand = <T>(make: () => Promise<Result<T>>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().then((result) => {
      if (!result.ok) throw new Refused(result.refusal)
      return result.value
    })
    return made
  }
}

/**
 * The same readers, known by their versions and opened when there is something to read: what is kept needs no reading. A model that
 * cannot be opened then is thrown as `Refused`; one whose version cannot be told is refused at once.
 */
export const readersOnDemand = async (name: TaggerName = 'learned'): Promise<Result<Readers>> => {
  if (name === 'rules') return chosenReaders('rules')
  const { modelVersion } = await import('../node/model-description.ts')
  const versions = [await modelVersion('tagger', models()), await modelVersion('bearings', models())] as const
  for (const version of versions) if (!version.ok) return version
  const [tagger, bearings] = versions.map((version) => (version.ok ? version.value : ''))
  const openedTagger = onDemand(() => chosenTagger('learned'))
  const openedBearings = onDemand(openBearings)
  return ok({
    tagger: {
      version: tagger ?? '',
      tag: async (documents) => (await openedTagger()).tag(documents),
      tones: async (document, contents) => (await (await openedTagger()).tones?.(document, contents)) ?? [],
    },
    bearings: { version: bearings ?? '', read: async (input, onDocument) => (await openedBearings()).read(input, onDocument) },
  })
}
