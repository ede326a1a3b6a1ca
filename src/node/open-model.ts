import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Network, TrainedModel } from '../core/network.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { openNetworks } from './inference.ts'
import { bytesOf, describedModel, type Description, MODELS, REMEDY, versionIn } from './model-description.ts'

const VOCABULARY = 'vocabulary.txt'
const NETWORK = '.onnx'

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
  const described = await describedModel(name, models)
  if (!described.ok) return described
  const description = described.value
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
    version: versionIn(description),
    settings: description.settings,
    vocabulary: files.value.get(VOCABULARY)?.toString('utf8').trimEnd().split('\n') ?? [],
    networks,
  })
}
