import { plain } from '../core/plain-text.ts'
import { UsageError } from './usage.ts'

export const REASON_OPTION = ['--reason <sentence>', 'why, for whoever reads the journal later'] as const

export const reasonText = (text: string): string => {
  if (plain(text) === '') throw new UsageError('--reason takes a sentence, as --reason "The same wire again."')
  return text.trim()
}
