import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { captureOf, capturesOfUrl, keepCapture } from './captures.ts'
import { addExhibits, beginCase } from './cases.ts'
import { draft, readingWith, valueOf } from './library-shelf.fixture.ts'
import { type Library, openLibrary } from './library.ts'
import { keepReading } from './readings.ts'
import { search } from './search.ts'
import { verifyLibrary } from './verification/verify.ts'

const opened: Library[] = []
afterEach(async () => {
  for (const library of opened.splice(0)) {
    await library.close()
    await rm(library.folder, { recursive: true })
  }
})

const anew = async (who = 'Ida'): Promise<Library> => {
  const library = valueOf(await openLibrary(await mkdtemp(join(tmpdir(), 'hearsay-hostile-')), { who }))
  opened.push(library)
  return library
}

describe('a library given hostile text', () => {
  it('does not take half a character, which has no bytes, for a flaw of its own', async () => {
    const library = await anew('half \uD83D')
    const url = 'https://a.example/\uDE80'
    const capture = valueOf(await keepCapture(library, draft('x', { name: '\uD800', imprint: { url, title: 'a\uD800' } })))
    expect(await captureOf(library, capture.id)).toEqual(capture)
    expect((await capturesOfUrl(library, url)).map(({ id }) => id)).toEqual([capture.id])
    valueOf(await beginCase(library, { name: 'dam', question: '\uD800', claims: ['a\uD800'] }))
    valueOf(await addExhibits(library, 'dam', [{ capture: capture.id, label: 'd\uD800' }]))
    expect((await verifyLibrary(library)).flaws).toEqual([])
  })

  it('finds soon what stands thousands of times in a long text, asked for by many words', async () => {
    const library = await anew()
    const capture = valueOf(await keepCapture(library, draft('text')))
    const words = Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ')
    const reading = readingWith('doc_1', `${words} `.repeat(2000))
    valueOf(await keepReading(library, { capture: capture.id, reader: 'r@1', reading }))
    const started = performance.now()
    expect(await search(library, `${`${words} `.repeat(20)} other`, { limit: 5 })).toEqual([])
    expect(await search(library, words, { limit: 5 })).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
