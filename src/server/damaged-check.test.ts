import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { read, rulesTagger } from '../index.ts'
import { buryCapture, keepCapture } from '../store/captures.ts'
import { addExhibits, beginCase } from '../store/cases.ts'
import { draft, valueOf } from '../store/library-shelf.fixture.ts'
import { type Library, openLibrary } from '../store/library.ts'
import { verifyLibrary } from '../store/verification/verify.ts'
import { checkKept, type CheckKeptOptions } from './kept-check.ts'

const options: CheckKeptOptions = { readers: { tagger: rulesTagger, read, program: 'test' }, asOf: null, known: null, assume: {} }

const opened: Library[] = []
afterEach(async () => {
  for (const library of opened.splice(0)) {
    await library.close()
    await rm(library.folder, { recursive: true })
  }
})

const withOneDocument = async (): Promise<{ library: Library; path: string; id: string }> => {
  const library = valueOf(await openLibrary(await mkdtemp(join(tmpdir(), 'hearsay-check-')), { who: 'ida' }))
  opened.push(library)
  const text = 'Harbour log\n\nThe harbour master said on Tuesday that the dam had failed. Nobody else had seen it.'
  const { id, sha256 } = valueOf(await keepCapture(library, draft(text, { name: 'log.txt' })))
  valueOf(await beginCase(library, { name: 'dam', question: null, claims: ['The dam failed.'] }))
  valueOf(await addExhibits(library, 'dam', [{ capture: id, label: null }]))
  return { library, path: join(library.folder, 'sha256', sha256.slice(0, 2), sha256), id }
}

it('refuses to check a case on bytes that were altered or are gone, and says which document it is', async () => {
  const { library, path } = await withOneDocument()
  await chmod(path, 0o644)
  await writeFile(path, 'something else')
  const altered = await checkKept(library, 'dam', options)
  expect(altered.ok ? '' : altered.refusal.sentence).toMatch(/^d1 was not read: .*altered/u)
  await rm(path)
  const gone = await checkKept(library, 'dam', options)
  expect(gone.ok ? '' : gone.refusal.sentence).toMatch(/^d1 was not read: .*gone/u)
})

it('leaves out a document that is deleted while it is being read', async () => {
  const { library, id } = await withOneDocument()
  const reading: typeof read = async (capture) => {
    valueOf(await buryCapture(library, id as never, 'meanwhile'))
    return read(capture)
  }
  const checked = await checkKept(library, 'dam', { ...options, readers: { ...options.readers, read: reading } })
  expect(checked.ok).toBe(true)
  expect(JSON.stringify(checked)).toContain('d1 was left out')
  expect((await verifyLibrary(library)).flaws).toEqual([])
})
