import { dirname } from 'node:path'
import { type Call, fileOf, pathsOf } from './strace-log.ts'

/** Something that was told as kept, at a line of the log. */
export interface Told {
  readonly kind: 'capture' | 'row'
  /** Of a capture's bytes. */
  readonly sha256: string | null
  readonly line: number
}

const ACKNOWLEDGED = /"\{\\"kind\\":\\"(capture|reading|entry|begun)\\"/u

/** What a program told on its standard output. */
export const toldIn = (calls: readonly Call[]): readonly Told[] =>
  calls.flatMap(({ name, given, from }): Told[] => {
    const [, kind] = name === 'write' && given.startsWith('1<') ? (ACKNOWLEDGED.exec(given) ?? []) : []
    if (kind === undefined) return []
    const sha256 = /\\"sha256\\":\\"([0-9a-f]{64})/u.exec(given)?.[1] ?? null
    return [{ kind: kind === 'capture' ? 'capture' : 'row', sha256, line: from }]
  })

const SYNCS: readonly string[] = ['fsync', 'fdatasync']
const RENAMES: readonly string[] = ['rename', 'renameat', 'renameat2']
const WRITES: readonly string[] = ['write', 'pwrite64']

/** Where each file was last written to and synced, where each name came to be: for looking up by path. */
export interface Trace {
  readonly writes: ReadonlyMap<string, readonly Call[]>
  readonly syncs: ReadonlyMap<string, readonly Call[]>
  /** Under the new path. */
  readonly renames: ReadonlyMap<string, Call>
  readonly made: ReadonlyMap<string, Call>
  /** Files by the call that first opened them to be created, and names by the call that linked them. */
  readonly created: ReadonlyMap<string, Call>
}

const add = (to: Map<string, Call[]>, path: string, call: Call): void => {
  const there = to.get(path)
  if (there === undefined) to.set(path, [call])
  else there.push(call)
}

export const traceOf = (calls: readonly Call[]): Trace => {
  const writes = new Map<string, Call[]>()
  const syncs = new Map<string, Call[]>()
  const renames = new Map<string, Call>()
  const made = new Map<string, Call>()
  const created = new Map<string, Call>()
  const create = (path: string, call: Call): void => {
    if (!created.has(path)) created.set(path, call)
  }
  for (const call of calls) {
    if (call.failed) continue
    if (WRITES.includes(call.name)) add(writes, fileOf(call), call)
    else if (SYNCS.includes(call.name)) add(syncs, fileOf(call), call)
    else if (RENAMES.includes(call.name)) renames.set(pathsOf(call)[1] ?? '', call)
    else if (call.name === 'mkdir') made.set(pathsOf(call)[0] ?? '', call)
    else if (call.name === 'link') create(pathsOf(call)[1] ?? '', call)
    else if (call.name === 'openat' && call.given.includes('O_CREAT')) create(pathsOf(call)[0] ?? '', call)
  }
  return { writes, syncs, renames, made, created }
}

interface Between {
  readonly after: number
  readonly before: number
}

const isSynced = ({ syncs }: Trace, path: string, { after, before }: Between): boolean =>
  (syncs.get(path) ?? []).some(({ from, to }) => from > after && to < before)

const lastWrite = ({ writes }: Trace, path: string, before: number): number =>
  Math.max(-1, ...(writes.get(path) ?? []).filter(({ from }) => from < before).map(({ to }) => to))

/** Folders that were made, up to the library's own parent, and never told to the folder above them before the line. */
const unsyncedFolders = (trace: Trace, folder: string, line: number): readonly string[] => {
  const bad: string[] = []
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const made = trace.made.get(path)
    if (made !== undefined && !isSynced(trace, dirname(path), { after: made.to, before: line }))
      bad.push(`${path} was made, ${dirname(path)} not synced`)
  }
  return bad
}

const blobFaults = (trace: Trace, path: string, line: number): readonly string[] => {
  const rename = trace.renames.get(path)
  if (rename === undefined || rename.to > line) return ['the bytes had not been renamed to their name']
  const half = pathsOf(rename)[0] ?? ''
  const faults: string[] = []
  const written = lastWrite(trace, half, rename.from)
  if (written < 0 || !isSynced(trace, half, { after: written, before: rename.from }))
    faults.push('the bytes were renamed before they were synced')
  if (!isSynced(trace, dirname(path), { after: rename.to, before: line }))
    faults.push('the folder was not synced after the renaming')
  return [...faults, ...unsyncedFolders(trace, dirname(path), line)]
}

/** What a loss of power at the moment of telling could have taken away of what was told. */
export const faultsOf = (trace: Trace, { kind, sha256, line }: Told, folder: string): readonly string[] => {
  const log = `${folder}/library.sqlite-wal`
  const written = lastWrite(trace, log, line)
  const faults: string[] = []
  if (written < 0) faults.push('nothing had been written to the log of the database')
  else if (!isSynced(trace, log, { after: written, before: line }))
    faults.push('the log of the database was not synced after its last write')
  if (kind === 'capture' && sha256 !== null)
    faults.push(...blobFaults(trace, `${folder}/sha256/${sha256.slice(0, 2)}/${sha256}`, line))
  for (const name of ['library.sqlite', 'library.sqlite-wal', 'signing-key.json']) {
    const created = trace.created.get(`${folder}/${name}`)
    if (created === undefined || !isSynced(trace, folder, { after: created.to, before: line }))
      faults.push(`the folder of the library was not synced after ${name} came into it`)
  }
  return [...faults, ...unsyncedFolders(trace, folder, line)]
}
