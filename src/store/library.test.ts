import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openSqlite } from './database/sqlite.ts'
import { keepCapture } from './captures.ts'
import { damageContract, withoutDatabase } from './library-damage.fixture.ts'
import { libraryContract } from './library-contract.fixture.ts'
import { draft, type Open, valueOf } from './library-shelf.fixture.ts'
import { DATABASE_FILE, KEY_FILE, openLibrary } from './library.ts'
import { verifyLibrary } from './verification/verify.ts'

const open: Open = async (folder, { now, who = 'ida' }) =>
  valueOf(await openLibrary(folder, now === undefined ? { who } : { who, now }))

libraryContract('SQLite', open)
damageContract('SQLite', open)

describe('opening a library', () => {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })
  const anew = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'hearsay-library-'))
    folders.push(folder)
    return folder
  }

  it('is refused where the drive fills up before its first entry, and succeeds afterwards', async () => {
    const folder = await anew()
    let writes = 0
    let closed = 0
    const openEngine = async (inside: string, at: string): Promise<Awaited<ReturnType<typeof openSqlite>>> => {
      const engine = await openSqlite(join(inside, DATABASE_FILE), at)
      const write: typeof engine.write = () => {
        writes++
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      }
      const close = async (): Promise<void> => {
        closed++
        await engine.close()
      }
      return { ...engine, write, close }
    }
    const refused = await openLibrary(folder, { who: 'ida', openEngine })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-kept' } })
    expect([writes, closed]).toEqual([1, 1])
    const library = valueOf(await openLibrary(folder, { who: 'ida' }))
    expect((await verifyLibrary(library)).flaws).toEqual([])
    await library.close()
  })

  it('is refused where only the database or only the key is gone', async () => {
    const folder = await anew()
    const library = valueOf(await openLibrary(folder, { who: 'ida' }))
    valueOf(await keepCapture(library, draft('one')))
    await library.close()
    const key = await readFile(join(folder, KEY_FILE))
    await writeFile(join(folder, KEY_FILE), 'null')
    expect(await openLibrary(folder, { who: 'ida' })).toMatchObject({ ok: false, refusal: { code: 'not-readable' } })
    await rm(join(folder, KEY_FILE))
    expect(await openLibrary(folder, { who: 'ida' })).toMatchObject({ ok: false, refusal: { code: 'not-readable' } })
    await writeFile(join(folder, KEY_FILE), key)
    await withoutDatabase(folder, DATABASE_FILE)
    expect(await openLibrary(folder, { who: 'ida' })).toMatchObject({ ok: false, refusal: { code: 'not-readable' } })
  })
})
