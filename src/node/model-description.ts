import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ok, refuse, type Result } from '../core/refusal.ts'

/** The models that come with Hearsay, in a folder beside `src` and `dist`. */
export const MODELS = fileURLToPath(new URL('../../models', import.meta.url))

/** `model.json` of a model's folder: what it is called, how it is used, and the SHA-256 of each of its files. */
export interface Description {
  readonly name: string
  readonly version: number
  readonly settings: unknown
  readonly files: Readonly<Record<string, string>>
}

export const REMEDY = 'Install Hearsay anew, or use --tagger rules'

const isDescription = (json: unknown): json is Description => {
  if (typeof json !== 'object' || json === null) return false
  const { name, version, files } = json as Readonly<Record<string, unknown>>
  return (
    typeof name === 'string' &&
    typeof version === 'number' &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((digest) => typeof digest === 'string')
  )
}

/** The bytes of a file; null where it cannot be had. */
export const bytesOf = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return null
    throw error
  })

const describedIn = (bytes: Buffer): Description | null => {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'))
    return isDescription(json) ? json : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What `model.json` says of the model of that name; a refusal where it is missing or damaged. */
export const describedModel = async (name: string, models: string = MODELS): Promise<Result<Description>> => {
  const path = join(models, name, 'model.json')
  const described = await bytesOf(path)
  if (described === null) return refuse('not-found', `The model file ${path} is missing. ${REMEDY}.`)
  const description = describedIn(described)
  return description === null ? refuse('malformed', `The model file ${path} is damaged. ${REMEDY}.`) : ok(description)
}

/** A model's version as reports print it: `tagger@1`. */
export const versionIn = ({ name, version }: Description): string => `${name}@${version}`

/** The version of a model, found without opening it. */
export const modelVersion = async (name: string, models: string = MODELS): Promise<Result<string>> => {
  const described = await describedModel(name, models)
  return described.ok ? ok(versionIn(described.value)) : described
}
