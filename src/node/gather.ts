import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Inquiry, Submission } from '../core/case.ts'
import type { CaptureMethod, Exchange } from '../core/capture.ts'
import type { Claim, ClaimId } from '../core/claim.ts'
import type { Capture, Imprint } from '../core/document.ts'
import { ok, type Refusal, type Result } from '../core/refusal.ts'
import { CASE_FILE, type CaseDocument, readCaseFile } from './case-file.ts'
import { collected, fileBytes, fileRefusal } from './file-bytes.ts'
import { listFolder } from './folder.ts'
import type { FetchOptions } from './gateway.ts'
import { savedPage } from './saved-page.ts'
import { type ArchivedPages, isWebArchiveName } from './web-archive/captured-pages.ts'

export interface GatherOptions {
  /** Claims to check besides those of a case. */
  readonly claims?: readonly string[]
  /** `YYYY-MM-DD`; wins over a case's own. */
  readonly asOf?: string | null
  /** How URLs are fetched. */
  readonly fetch?: FetchOptions
  /** Takes the pages out of a web archive; in this process unless told otherwise. */
  readonly unpack?: (capture: Capture) => Promise<Result<ArchivedPages>>
  /** What `-` stands for. */
  readonly standardInput?: AsyncIterable<Uint8Array>
}

/** Inputs that are fetched or read at the same time. */
const WIDTH = 4

/** How the bytes of a submission were had. */
export interface Had {
  readonly method: CaptureMethod
  /** When they were taken, ISO 8601 in UTC; null: just now. */
  readonly takenAt: string | null
  readonly exchange: Exchange | null
}

export interface Found extends Submission {
  readonly had: Had
}

/** An inquiry that knows of everything in it how it was had. */
export interface Gathered extends Inquiry {
  readonly submissions: readonly Found[]
}

const NOTHING: Gathered = { question: null, asOf: null, claims: [], submissions: [], refusals: [] }

/** `work` on every item, `WIDTH` at a time; the answers in the items' order. */
const eachOf = async <T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> => {
  const answers = new Map<number, U>()
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) answers.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  return [...answers].toSorted(([a], [b]) => a - b).map(([, answer]) => answer)
}

const inquiryOf = (results: readonly Result<Found>[], refusals: readonly Refusal[] = []): Gathered => ({
  ...NOTHING,
  submissions: results.flatMap((result) => (result.ok ? [result.value] : [])),
  refusals: [...refusals, ...results.flatMap((result) => (result.ok ? [] : [result.refusal]))],
})

const captureOf = (name: string, bytes: Uint8Array, imprint: Partial<Imprint> = {}): Capture => ({
  name,
  bytes,
  mediaType: null,
  charset: null,
  imprint,
})

/** A page that a browser saved says so, and where it was; a catalogue that knows better wins. */
const fileFound = (capture: Capture): Omit<Found, 'label'> => {
  const saved = savedPage(capture.bytes)
  if (saved === null) return { capture, had: { method: 'file', takenAt: null, exchange: null } }
  const found = saved.url === null ? {} : { url: saved.url }
  return {
    capture: { ...capture, imprint: { ...found, ...capture.imprint } },
    had: { method: 'saved', takenAt: saved.savedAt, exchange: null },
  }
}

const fromFile = async (
  label: string | null,
  path: string,
  given: { within?: string; imprint?: Partial<Imprint> } = {},
): Promise<Result<Found>> => {
  const bytes = await fileBytes(path, path, given.within)
  return bytes.ok ? ok({ label, ...fileFound(captureOf(path, bytes.value, given.imprint)) }) : bytes
}

const fromUrl = async (requested: string, options: FetchOptions): Promise<Result<Found>> => {
  // Loaded only where there is something to fetch: it takes a tenth of a second.
  const { fetchPage } = await import('./gateway.ts')
  const page = await fetchPage(requested, options)
  if (!page.ok) return page
  const { bytes, mediaType, charset, url, status, headers, redirects } = page.value
  const { origin, pathname } = new URL(url)
  return ok({
    label: null,
    capture: { name: origin + pathname, bytes, mediaType, charset, imprint: { url } },
    had: { method: 'fetched', takenAt: null, exchange: { requested, url, status, headers, redirects } },
  })
}

const fromStandardInput = async (stream: AsyncIterable<Uint8Array>): Promise<Result<Found>> => {
  const bytes = await collected(stream, 'standard input')
  const had: Had = { method: 'pasted', takenAt: null, exchange: null }
  return bytes.ok ? ok({ label: null, capture: captureOf('standard input', bytes.value), had }) : bytes
}

const fromCase = async (folder: string): Promise<Gathered> => {
  const read = await readCaseFile(folder)
  if (!read.ok) return { ...NOTHING, refusals: [read.refusal] }
  const { question, asOf, claims, documents } = read.value
  const submissions = await eachOf(documents, ({ id, path, imprint }: CaseDocument) =>
    fromFile(id, path, { within: folder, imprint }),
  )
  return { ...inquiryOf(submissions), question, asOf, claims }
}

const fromFolder = async (folder: string): Promise<Gathered> => {
  const listing = await listFolder(folder)
  if (!listing.ok) return { ...NOTHING, refusals: [listing.refusal] }
  const submissions = await eachOf(listing.value.paths, (path) => fromFile(null, path, { within: folder }))
  return inquiryOf(submissions, listing.value.refusals)
}

type Unpack = NonNullable<GatherOptions['unpack']>

const unpackHere: Unpack = async ({ bytes, name }) => {
  const { archivedPages } = await import('./web-archive/captured-pages.ts')
  return archivedPages(bytes, name)
}

/** Every page of a web archive; what is doubtful about it is told like what could not be had. */
const fromArchive = async (path: string, unpack: Unpack): Promise<Gathered> => {
  const bytes = await fileBytes(path, path)
  const archive = bytes.ok ? await unpack(captureOf(path, bytes.value)) : bytes
  if (!archive.ok) return { ...NOTHING, refusals: [archive.refusal] }
  const { pages, warnings } = archive.value
  return inquiryOf(
    pages.map((page) => ok({ label: null, ...page })),
    warnings.map((sentence) => ({ code: 'malformed', sentence })),
  )
}

type Place = 'case' | 'folder' | 'file'

const placeOf = async (path: string): Promise<Result<Place>> => {
  try {
    if (!(await stat(path)).isDirectory()) return ok(basename(path) === CASE_FILE ? 'case' : 'file')
    return ok((await stat(join(path, CASE_FILE)).catch(() => null)) === null ? 'folder' : 'case')
  } catch (error) {
    return fileRefusal(path, error)
  }
}

const fromPath = async (path: string, unpack: Unpack): Promise<Gathered> => {
  const place = await placeOf(path)
  if (!place.ok) return { ...NOTHING, refusals: [place.refusal] }
  if (place.value === 'folder') return fromFolder(path)
  if (place.value === 'case') return fromCase(basename(path) === CASE_FILE ? dirname(path) : path)
  return isWebArchiveName(path) ? fromArchive(path, unpack) : inquiryOf([await fromFile(null, path)])
}

const isUrl = (input: string): boolean => /^[a-z][a-z\d+.-]*:\/\//iu.test(input)

const fromInput = async (input: string, options: GatherOptions): Promise<Gathered> => {
  if (isUrl(input)) return inquiryOf([await fromUrl(input, options.fetch ?? {})])
  if (input === '-') return inquiryOf([await fromStandardInput(options.standardInput ?? process.stdin)])
  return fromPath(input, options.unpack ?? unpackHere)
}

/** `c1`, `c2` …: the first that is not taken. */
const unusedId = (taken: ReadonlySet<string>): ClaimId => {
  let number = 1
  while (taken.has(`c${number}`)) number++
  return `c${number}` as ClaimId
}

/** Claims of several cases and of the user, each under an id of its own: its own where that is free. */
const withOwnIds = (claims: readonly (Omit<Claim, 'id'> & { readonly id: ClaimId | null })[]): readonly Claim[] => {
  const taken = new Set<string>()
  return claims.map((claim) => {
    const id = claim.id === null || taken.has(claim.id) ? unusedId(taken) : claim.id
    taken.add(id)
    return { ...claim, id }
  })
}

/** A label that an earlier submission bears is dropped, and the order given decides. */
const withOwnLabels = (submissions: readonly Found[]): readonly Found[] => {
  const taken = new Set<string>()
  return submissions.map(({ label, ...found }) => {
    const free = label !== null && !taken.has(label)
    if (free) taken.add(label)
    return { label: free ? label : null, ...found }
  })
}

/**
 * Everything that was asked to be checked, as bytes. An input is a file, a folder, a URL or `-`, the standard input; a folder with a
 * `case.json` brings its question, claims, day and catalogue, another one every file below it. An input given twice counts once.
 * What cannot be had is a refusal of the inquiry.
 */
export const gather = async (inputs: readonly string[], options: GatherOptions = {}): Promise<Gathered> => {
  const found = await eachOf([...new Set(inputs)], (input) => fromInput(input, options))
  const asked = (options.claims ?? []).map((text) => ({ id: null, text, given: true }))
  return {
    question: found.find((inquiry) => inquiry.question !== null)?.question ?? null,
    asOf: options.asOf ?? found.find((inquiry) => inquiry.asOf !== null)?.asOf ?? null,
    claims: withOwnIds([...found.flatMap((inquiry) => inquiry.claims), ...asked]),
    submissions: withOwnLabels(found.flatMap((inquiry) => inquiry.submissions)),
    refusals: found.flatMap((inquiry) => inquiry.refusals),
  }
}
