import { copyFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry } from '../../src/core/entry.ts'
import type { EntryRow } from '../../src/store/database/tables.ts'
import { entryOf, rowOf } from '../../src/store/journal/entry-row.ts'
import { emptyFrontier, extend, rootOfFrontier } from '../../src/store/journal/merkle.ts'
import { DATABASE_FILE, type Library } from '../../src/store/library.ts'
import { openTampering } from './tampering.ts'

/** What somebody does who has the folder, and for some also the key; the database is closed while they do it. */
export interface Rewriting {
  readonly name: string
  readonly rewrite: (folder: string, library: Library) => Promise<void>
  /** What a verifier must call the thing. */
  readonly item: RegExp
}

const rowsIn = (folder: string): EntryRow[] => {
  const database = openTampering(folder)
  const rows = database.prepare('select * from entry order by seq').all() as EntryRow[]
  database.close()
  return rows
}

/** Puts these in the place of all entries, each with a hash that fits it; `sign` makes an end of the journal that goes with them. */
const putBack = (folder: string, entries: readonly Entry[], sign: Library['sign'] | null): void => {
  const database = openTampering(folder)
  database.exec('delete from entry')
  const insert = database.prepare(
    'insert into entry (seq, at, who, case_id, kind, deed, leaf) values (@seq, @at, @who, @case_id, @kind, @deed, @leaf)',
  )
  const rows = entries.map(rowOf)
  for (const row of rows) insert.run(row)
  const frontier = rows.reduce((so, { leaf }) => extend(so, leaf), emptyFrontier)
  const { size } = frontier
  database.prepare('update head set size = ?, at = ?, frontier = ?').run(size, rows.at(-1)?.at ?? '', JSON.stringify(frontier))
  if (sign !== null) database.prepare('update head set checkpoint = ?').run(sign({ size, root: rootOfFrontier(frontier) }))
  database.close()
}

const altered = (entry: Entry): Entry =>
  entry.deed.kind === 'judgement'
    ? { ...entry, deed: { ...entry.deed, judgement: { kind: 'note', text: 'something else', about: null } } }
    : entry

const numbered = (entries: readonly Entry[]): Entry[] => entries.map((entry, at) => ({ ...entry, seq: at + 1 }))

const firstBlob = async ({ archive }: Library): Promise<string> => {
  for await (const name of archive.names()) return name
  throw new Error('the archive is empty')
}

const pathOf = (folder: string, sha256: string): string => join(folder, 'sha256', sha256.slice(0, 2), sha256)

const with_ =
  (change: (entries: readonly Entry[]) => readonly Entry[], key: 'with the key' | 'without'): Rewriting['rewrite'] =>
  (folder, library) => {
    putBack(folder, change(rowsIn(folder).map(entryOf)), key === 'without' ? null : library.sign)
    return Promise.resolve()
  }

/** Where an older copy of the database lies beside it. */
export const OLDER = 'older-copy.sqlite'

/** The eight structural classes: what is found of them must be named. */
export const REWRITINGS: readonly Rewriting[] = [
  {
    name: 'an entry altered, with a hash that fits',
    rewrite: with_((all) => all.map(altered), 'without'),
    item: /^head|^checkpoint/u,
  },
  { name: 'an entry taken out', rewrite: with_((all) => numbered(all.toSpliced(3, 1)), 'without'), item: /^head|^checkpoint/u },
  {
    name: 'an entry put in',
    rewrite: with_((all) => numbered(all.toSpliced(4, 0, ...all.slice(3, 4))), 'without'),
    item: /^head|^checkpoint/u,
  },
  {
    name: 'two entries changed about',
    rewrite: with_((all) => numbered([...all.slice(0, 2), ...all.slice(2, 4).toReversed(), ...all.slice(4)]), 'without'),
    item: /^head|^checkpoint|^capture/u,
  },
  { name: 'the end cut off', rewrite: with_((all) => all.slice(0, -3), 'without'), item: /^head|^checkpoint/u },
  {
    name: 'an older copy put in its place',
    rewrite: async (folder) => {
      for (const ending of ['-wal', '-shm']) await rm(join(folder, DATABASE_FILE + ending), { force: true })
      await copyFile(join(folder, OLDER), join(folder, DATABASE_FILE))
    },
    item: /^checkpoint/u,
  },
  {
    name: 'all of it rewritten and signed with the library’s own key',
    rewrite: with_((all) => all.map(altered), 'with the key'),
    item: /^checkpoint/u,
  },
  {
    name: 'bytes taken away',
    rewrite: async (folder, library) => {
      const sha256 = await firstBlob(library)
      await rename(pathOf(folder, sha256), join(folder, 'taken'))
    },
    item: /^capture/u,
  },
]
