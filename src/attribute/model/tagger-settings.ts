import { ok, refuse, type Result } from '../../core/refusal.ts'
import type { Network, TrainedModel } from '../../core/network.ts'
import { LABELS, type Transitions } from './span-labels.ts'
import type { WindowSize } from '../../core/window.ts'

/** What the tagger's description says of how its networks are used; it is written beside the weights when they are exported. */
export interface TaggerSettings extends WindowSize, Transitions {
  /** The least probability at which a word is taken for part of a cue. */
  readonly threshold: number
}

/**
 * By whose guide the networks mark: PolNeAR's annotators (its guide knows outermost attributions, with "that" and every word of a long cue), or
 * the project's own passages, which mark what stands inside another as well.
 */
export type Guide = 'polnear' | 'passages'

/** The guides as the networks were taught to tell them apart. */
export const GUIDES: Readonly<Record<Guide, number>> = { polnear: 0, passages: 1 }

export interface TaggerNetworks {
  readonly encoder: Network
  readonly spans: Network
  readonly tone: Network
}

const isNumbers = (value: unknown, count: number): value is readonly number[] =>
  Array.isArray(value) && value.length === count && value.every((one) => typeof one === 'number')

const isSettings = (value: unknown): value is TaggerSettings => {
  if (typeof value !== 'object' || value === null) return false
  const { budget, overlap, threshold, step, start, end } = value as Readonly<Record<string, unknown>>
  return (
    [budget, overlap, threshold].every((one) => typeof one === 'number') &&
    isNumbers(step, LABELS * LABELS) &&
    isNumbers(start, LABELS) &&
    isNumbers(end, LABELS)
  )
}

/** The parts of an opened model that the tagger needs; a refusal where it is another kind of model. */
export const taggerParts = ({
  version,
  settings,
  networks: { encoder, spans, tone },
}: TrainedModel): Result<{ readonly settings: TaggerSettings; readonly networks: TaggerNetworks }> =>
  isSettings(settings) && encoder !== undefined && spans !== undefined && tone !== undefined
    ? ok({ settings, networks: { encoder, spans, tone } })
    : refuse(
        'malformed',
        `The model ${version} is no tagger: its settings or networks are not those of one. Install Hearsay anew.`,
      )
