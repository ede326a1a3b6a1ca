import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDay } from '../node/day.ts'
import type { LibraryChoices } from './library-option.ts'
import type { TaggerName } from './readers.ts'
import { UsageError } from './usage.ts'

/** What a command that checks a case was told of it. */
export interface CaseChoices extends LibraryChoices {
  readonly claim?: readonly string[]
  readonly asOf?: string
  readonly allowPrivate?: true
  readonly tagger?: TaggerName
  readonly assume?: Readonly<Record<string, number>>
  /** A moment, ISO 8601 in UTC: a kept case as it stood at its end. */
  readonly known?: string
}

/** What `hearsay check` was told. */
export interface CheckChoices extends CaseChoices {
  readonly json?: true
  readonly html?: string
  readonly md?: string
}

export const claimText = (text: string, before: readonly string[] = []): readonly string[] => {
  if (text.trim() === '') throw new UsageError('--claim takes a sentence, as --claim "The dam failed its inspection."')
  return [...before, text]
}

export const day = (text: string): string => {
  if (!isDay(text)) throw new UsageError(`--as-of takes a day as 2024-03-20, not "${text}".`)
  return text
}

const ASSUMPTION = /^([^=]+)=([^=]+)$/u

export const assumption = (text: string, before: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> => {
  const [, name = '', value = ''] = ASSUMPTION.exec(text) ?? []
  if (name === '' || value.trim() === '' || Number.isNaN(Number(value)))
    throw new UsageError(`--assume takes a name and a number as prior=0.3, not "${text}".`)
  return { ...before, [name]: Number(value) }
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() === true

/** Whether a file could be written there, asked before the work and not after it. */
export const ensurePlace = async (option: string, path: string): Promise<void> => {
  if (!(await isFolder(dirname(path))))
    throw new UsageError(`${option} cannot write ${path}: there is no folder ${dirname(path)}.`)
  if (await isFolder(path)) throw new UsageError(`${option} cannot write ${path}: it is a folder; name a file.`)
}

/** Throws where no file could be written at the place that was told. */
export const ensurePlaces = async ({ html, md }: CheckChoices): Promise<void> => {
  if (html !== undefined) await ensurePlace('--html', html)
  if (md !== undefined) await ensurePlace('--md', md)
}

/** Throws where what was told cannot be done whatever the input holds. */
export const ensureSense = async (inputs: readonly string[], { assume: assumptions = {} }: CaseChoices): Promise<void> => {
  if (inputs.length === 0)
    throw new UsageError('There is nothing to check: name files, folders or URLs, or - for standard input.')
  if (Object.keys(assumptions).length === 0) return
  const { assume } = await import('../index.ts')
  const assumed = assume(assumptions)
  if (!assumed.ok) throw new UsageError(assumed.refusal.sentence)
}
