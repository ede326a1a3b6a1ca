import type { Span } from '../../core/span.ts'

/** A number in figures or words. */
export interface Numeral extends Span {
  readonly value: number
  readonly form: 'figures' | 'words'
  /** What the last word or letter of the number multiplies by ("40 million": 10⁶); 1 where it does not. */
  readonly multiplier: number
}
