/** Row 11: the same captures read over and over, by several programs: the evidence hash is of the bytes, never of a rendering. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { keepCapture } from '../../src/store/captures.ts'
import { openLibrary } from '../../src/store/library.ts'
import type { RowOptions, RowResult } from './row.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PROGRAM = join(import.meta.dirname, 'reading-program.ts')
const CAPTURES = 39
const PROGRAMS = 4

const isDocument = (path: string): boolean =>
  /golden\/pages\/.*\/input\.|cases\/.*\/documents\/|examples\/.*\.(?:html|txt|md|pdf|docx|xml)$/u.test(path)

/** Documents of the project, of as many formats as there are. */
const exhibits = async (): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> => {
  const found: string[] = []
  for (const folder of ['test/golden/pages', 'examples', 'bench/cases'])
    found.push(...(await readdir(join(ROOT, folder), { recursive: true })).map((name) => join(folder, name)).toSorted())
  const seen = new Map<string, { name: string; bytes: Buffer }>()
  for (const path of found.filter(isDocument)) {
    const bytes = await readFile(join(ROOT, path))
    seen.set(createHash('sha256').update(bytes).digest('hex'), { name: basename(path), bytes })
  }
  return [...seen.values()].slice(0, CAPTURES)
}

/** A page as replay shows it: with a banner of the archive that says when. */
const rendered = (html: string, read: number): string => {
  const page = html.replace(
    /<\/article>/u,
    `<p>Shown from the archive at ${new Date(1_710_000_000_000 + read * 1000).toISOString()}.</p></article>`,
  )
  const { document } = (parseHTML as (html: string) => { readonly document: unknown })(page)
  const article = new Readability(document).parse()
  return createHash('sha256')
    .update(article?.content ?? '')
    .digest('hex')
}

const PAGE = `<!doctype html><html><head><title>Dam</title></head><body><article><h1>Dam</h1>${'<p>The northern gate of the dam was left open, the harbour master said on Tuesday, and nobody saw the second report.</p>'.repeat(6)}</article></body></html>`

/** Reads whose hash is the one that most have. */
const agreeing = (hashes: readonly string[]): number => {
  const counts = new Map<string, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return Math.max(...counts.values())
}

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  const rounds = short ? 8 : 1000
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-fixity-'))
  const library = await openLibrary(folder, { who: 'the bench' })
  if (!library.ok) throw new Error(library.refusal.sentence)
  const kept = await exhibits()
  const endings = new Set(kept.map(({ name }) => name.split('.').at(-1) ?? ''))
  for (const { name, bytes } of kept) {
    const known = {
      mediaType: null,
      charset: null,
      imprint: { publisher: `seed ${seed}` },
      method: 'file',
      exchange: null,
    } as const
    const done = await keepCapture(library.value, { ...known, name, bytes, takenAt: '2024-03-11T08:00:00.000Z' })
    if (!done.ok) throw new Error(done.refusal.sentence)
  }
  await library.value.close()
  const wanted = new Set(kept.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')))
  const read = await Promise.all(
    Array.from({ length: PROGRAMS }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, folder, String(rounds / PROGRAMS)])
      return JSON.parse(stdout) as { readonly reads: number; readonly same: number; readonly hashes: readonly string[] }
    }),
  )
  await rm(folder, { recursive: true })
  const known = read.every(({ hashes }) => hashes.length === wanted.size && hashes.every((hash) => wanted.has(hash)))
  const control = Array.from({ length: 100 }, (_, at) => rendered(PAGE, at))
  return {
    row: 11,
    name: 'The same capture read many times',
    n: read.reduce((sum, { reads }) => sum + reads, 0),
    passed: known ? read.reduce((sum, { same }) => sum + same, 0) : 0,
    bar: 'every read has the SHA-256 that the bytes had before they were kept, and the id of the capture made anew from what is kept',
    control: {
      name: 'the hash of the page as it is rendered, with the banner that a web archive puts in',
      caught: agreeing(control) < control.length,
      figure: `${agreeing(control)} of ${control.length} reads agree`,
    },
    figures: { captures: kept.length, formats: [...endings].toSorted().join(', '), programs: PROGRAMS },
    seconds: (performance.now() - before) / 1000,
    notes: ['One machine and one version of the program; other machines and later versions were not tried.'],
  }
}
