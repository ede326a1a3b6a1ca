import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Claim, ClaimId } from '../core/claim.ts'
import type { Imprint } from '../core/document.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { fileBytes } from './file-bytes.ts'
import { complain, type Field, ids, items, member, optionalDay, optionalText, text } from './json-field.ts'

/** One document of a case: where it lies, and what its catalogue knows of it. */
export interface CaseDocument {
  readonly id: string
  readonly path: string
  readonly imprint: Partial<Imprint>
}

/** What a `case.json` says. */
export interface CaseFile {
  readonly question: string | null
  /** `YYYY-MM-DD` */
  readonly asOf: string | null
  /** Never empty. */
  readonly claims: readonly Claim[]
  /** Never empty. */
  readonly documents: readonly CaseDocument[]
}

export const CASE_FILE = 'case.json'

/** The answers to a benchmark's case; nothing reads them. */
export const GOLD_FILE = 'gold.json'

const claimsOf = (field: Field): readonly Claim[] => {
  const list = items(field)
  const names = ids(list)
  return list.map((item, index) => ({
    id: (names[index] ?? '') as ClaimId,
    text: text(member(item, 'text'), 'the sentence to check'),
    given: true,
  }))
}

const pathOf = (field: Field, folder: string): string => {
  const file = text(field, 'a path below the folder as "documents/d1.txt"')
  const path = resolve(folder, file)
  if (isAbsolute(file) || file.includes('\0') || relative(folder, path).split(sep)[0] === '..')
    complain(field, 'leads out of the folder of the case')
  if (basename(path) === GOLD_FILE) complain(field, 'is the answer to the case, not a document')
  return join(folder, file)
}

const imprintOf = (item: Field): Partial<Imprint> => {
  const imprint: Imprint = {
    url: optionalText(member(item, 'url')),
    publisher: optionalText(member(item, 'publisher')),
    author: optionalText(member(item, 'author')),
    title: optionalText(member(item, 'title')),
    published: optionalDay(member(item, 'published')),
  }
  // What the catalogue does not know, the page itself may tell.
  return Object.fromEntries(Object.entries(imprint).filter(([, value]) => value !== null))
}

const documentsOf = (field: Field, folder: string): readonly CaseDocument[] => {
  const list = items(field)
  const names = ids(list)
  return list.map((item, index) => ({
    id: names[index] ?? '',
    path: pathOf(member(item, 'file'), folder),
    imprint: imprintOf(item),
  }))
}

/** Where JSON breaks off, as its parser tells it; empty where it does not. */
const placeIn = (error: unknown): string => {
  const place = error instanceof SyntaxError ? /line \d+ column \d+/u.exec(error.message) : null
  return place === null ? '' : ` (${place[0]})`
}

const jsonOf = (bytes: Uint8Array, name: string): Result<unknown> => {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    return refuse('bad-case', `“${name}” was not taken: it is no JSON in UTF-8${placeIn(error)}.`)
  }
}

/**
 * Reads and checks the `case.json` of a folder. What is wrong with it is refused as `bad-case`, with the path of the first field that
 * is wrong and what it takes. Fields that are not known are passed over.
 */
export const readCaseFile = async (folder: string): Promise<Result<CaseFile>> => {
  const name = join(folder, CASE_FILE)
  const bytes = await fileBytes(name, name, folder)
  if (!bytes.ok) return bytes
  const json = jsonOf(bytes.value, name)
  if (!json.ok) return json
  const complaints: string[] = []
  const root: Field = { value: json.value, at: '', complaints }
  const value: CaseFile = {
    question: optionalText(member(root, 'question')),
    asOf: optionalDay(member(root, 'asOf')),
    claims: claimsOf(member(root, 'claims')),
    documents: documentsOf(member(root, 'documents'), folder),
  }
  const [first] = complaints
  if (first === undefined) return ok(value)
  const more = complaints.length === 1 ? '' : ` (and ${complaints.length - 1} more)`
  return refuse('bad-case', `“${name}” was not taken: ${first}${more}.`)
}
