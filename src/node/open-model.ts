import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Network, TrainedModel } from '../core/network.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { openNetworks } from './inference.ts'

/** The models that come with Hearsay, in a folder beside `src` and `dist`. */
const MODELS = fileURLToPath(new URL('../../models', import.meta.url))

const VOCABULARY = 'vocabulary.txt'
const NETWORK = '.onnx'

/** `model.json` of a model's folder: what it is called, how it is used, and the SHA-256 of each of its files. */
interface Description {
  readonly name: string
  readonly version: number
  readonly settings: unknown
  readonly files: Readonly<Record<string, string>>
}

const REMEDY = 'Install Hearsay anew, or use --tagger rules'

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

const bytesOf = (path: string): Promise<Buffer | null> =>
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

/** The file's bytes, or why they are not those that were shipped. */
const shippedFile = async (path: string, wanted: string): Promise<Result<Buffer>> => {
  const bytes = await bytesOf(path)
  if (bytes === null) return refuse('not-found', `The model file ${path} is missing; its SHA-256 is ${wanted}. ${REMEDY}.`)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return digest === wanted
    ? ok(bytes)
    : refuse('malformed', `The model file ${path} was altered: its SHA-256 should be ${wanted} and is ${digest}. ${REMEDY}.`)
}

const filesOf = async (folder: string, files: Description['files']): Promise<Result<ReadonlyMap<string, Buffer>>> => {
  const found = new Map<string, Buffer>()
  for (const [name, wanted] of Object.entries(files)) {
    const file = await shippedFile(join(folder, name), wanted)
    if (!file.ok) return file
    found.set(name, file.value)
  }
  return ok(found)
}

/**
 * Opens a model of the folder `models` by name: every file is compared with its checksum before it is used. A refusal where one is
 * missing or altered, or where this machine cannot run networks.
 */
export const openModel = async (name: string, models: string = MODELS): Promise<Result<TrainedModel>> => {
  const folder = join(models, name)
  const described = await bytesOf(join(folder, 'model.json'))
  if (described === null) return refuse('not-found', `The model file ${join(folder, 'model.json')} is missing. ${REMEDY}.`)
  const description = describedIn(described)
  if (description === null) return refuse('malformed', `The model file ${join(folder, 'model.json')} is damaged. ${REMEDY}.`)
  const files = await filesOf(folder, description.files)
  if (!files.ok) return files
  const opened = await openNetworks(
    [...files.value].flatMap(([file, bytes]) =>
      file.endsWith(NETWORK) ? [[file.slice(0, -NETWORK.length), bytes] as const] : [],
    ),
  )
  if (!opened.ok) return opened
  const networks: Readonly<Record<string, Network>> = Object.fromEntries(opened.value)
  return ok({
    version: `${description.name}@${description.version}`,
    settings: description.settings,
    vocabulary: files.value.get(VOCABULARY)?.toString('utf8').trimEnd().split('\n') ?? [],
    networks,
  })
}
