import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleOf } from './bundle.ts'

/** Gzipped, of what a page must load before it can call anything: readers, model and word tables of the language come later. */
const ENTRY_LIMIT_KILOBYTES = 175

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

/** A folder of these files that is gone after the tests. */
const folderOf = (files: Iterable<readonly [name: string, text: string]>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bundle-'))
  made.push(folder)
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  return folder
}

/** Loads every chunk where there is no process, no Buffer and no require, and gives the names that the first one exports. */
const namesWithoutNode = async (chunks: ReadonlyMap<string, string>): Promise<readonly string[]> => {
  const folder = folderOf([...chunks, ['package.json', '{"type":"module"}']])
  const urls = [...chunks.keys()].map((name) => pathToFileURL(join(folder, name)).href)
  const program = `
    const say = console.log
    for (const name of ['process', 'Buffer', 'global', 'require', 'setImmediate', 'clearImmediate']) delete globalThis[name]
    const [door] = await Promise.all(${JSON.stringify(urls)}.map((url) => import(url)))
    say(JSON.stringify(Object.keys(door)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  return JSON.parse(stdout) as readonly string[]
}

const bundleOfFiles = (files: Readonly<Record<string, string>>): ReturnType<typeof bundleOf> =>
  bundleOf(join(folderOf(Object.entries(files)), 'index.ts'))

describe('the library in a browser', () => {
  it('bundles without Node, starts without Node, and starts small', { timeout: 60_000 }, async () => {
    const bundle = await bundleOf(join(import.meta.dirname, '..', 'src', 'index.ts'))
    expect(bundle.wants).toEqual([])
    expect(bundle.unresolved).toEqual([])
    expect(await namesWithoutNode(bundle.chunks)).toContain('check')
    const kilobytes = bundle.entryBytes / 1000
    console.info(
      `bundle: ${kilobytes.toFixed(1)} kB gzipped to start, of at most ${ENTRY_LIMIT_KILOBYTES}; ${bundle.chunks.size} chunks`,
    )
    expect(kilobytes).toBeLessThan(ENTRY_LIMIT_KILOBYTES)
  })
})

describe('the bundle test', () => {
  it('passes a library that needs nothing of Node', async () => {
    const bundle = await bundleOfFiles({
      'index.ts': `export const later = async (): Promise<string> => (await import('./later.ts')).word`,
      'later.ts': `export const word: string = '${'abcdefghij'.repeat(1000)}'`,
    })
    expect(bundle).toMatchObject({ wants: [], unresolved: [] })
    expect(await namesWithoutNode(bundle.chunks)).toEqual(['later'])
  })

  it('counts what the entry needs at once and not what it may need later', async () => {
    // Random-looking text, so that compression cannot hide it.
    const word = Array.from({ length: 4000 }, (_, index) => ((index * 2654435761) % 4294967296).toString(36)).join('')
    const files = { 'word.ts': `export const word: string = '${word}'` }
    const later = await bundleOfFiles({ ...files, 'index.ts': `export const later = () => import('./word.ts')` })
    const now = await bundleOfFiles({
      ...files,
      'index.ts': `export { word } from './word.ts'; export const later = () => import('./word.ts')`,
    })
    expect(later.entryBytes).toBeLessThan(2000)
    expect(now.entryBytes).toBeGreaterThan(10_000)
  })

  it.each([
    ['with its prefix', `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`, 'node:fs'],
    ['without its prefix', `import { join } from 'path'\nexport const joined = join`, 'path'],
    ['at run time', `export const load = () => import('node:zlib')`, 'node:zlib'],
  ])('fails on a module of Node %s', async (_how, source, module) => {
    const { wants } = await bundleOfFiles({ 'index.ts': source })
    expect(wants.map((want) => want.module)).toContain(module)
    expect(wants[0]?.importer).toMatch(/index\.ts$/)
  })

  it('fails on a module of Node required by a library', async () => {
    const { wants } = await bundleOfFiles({
      'index.ts': `import library from './library.cjs'\nexport const read = library.read`,
      'library.cjs': `exports.read = require('fs').readFileSync`,
    })
    expect(wants.map((want) => want.module)).toEqual(['fs'])
  })

  it('fails on an import that leads nowhere', async () => {
    await expect(bundleOfFiles({ 'index.ts': `export { a } from 'no-such-library'` })).rejects.toThrow(/no-such-library/)
  })

  it('fails on an import that is left for the page to find', async () => {
    const { unresolved } = await bundleOfFiles({
      'index.ts': `export const load = () => import(/* @vite-ignore */ 'https://elsewhere.example/a.js')`,
    })
    expect(unresolved).toEqual(['https://elsewhere.example/a.js'])
  })

  it('fails on a library that needs Node’s globals to start', async () => {
    const { chunks } = await bundleOfFiles({ 'index.ts': `export const home = process.env.HOME` })
    await expect(namesWithoutNode(chunks)).rejects.toThrow(/process is not defined/)
  })
})
