/**
 * `npm run bench:outside-verifiers`: what other people's verifiers say of our exports, where they are on the PATH (PyPI `warcio`,
 * `wacz`, `cdxj-indexer`): 100 WARCs and WACZs, each of a random handful of every shape of exchange, with and without files of one's
 * own. A control beside 20 of them: the same file with one byte altered, which must not be
 * accepted. Takes about three minutes.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../src/core/refusal.ts'
import { everyShape, OWN_FILES, PAGES, WRITTEN } from '../src/node/web-archive/captured.fixture.ts'
import { cdxj } from '../src/node/web-archive/cdxj.ts'
import { readWacz, readWarc, writeWacz } from '../src/node/web-archive/index.ts'
import { type OutsideVerifier, warcioCheck, waczValidate } from '../src/node/web-archive/outside-verifier.fixture.ts'
import { placedWarc } from '../src/node/web-archive/warc-writer.ts'
import { seeded } from './made-articles.ts'
import { keepTable } from './results.ts'

const EXPORTS = 100
const CONTROLS = 20

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-outside-'))
const shapes = await everyShape()
const random = seeded(1)
const handfuls = Array.from({ length: EXPORTS }, (_none, number) =>
  number < shapes.length ? shapes.slice(number, number + 1) : shapes.filter(() => random() < 0.5),
)

interface Export {
  readonly warc: string
  readonly wacz: string
  readonly alteredWarc: string
  readonly alteredWacz: string
  readonly index: string
}

const kept = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

/** The last byte before `before` from the end, turned: content, not the sizes around it. */
const altered = (bytes: Uint8Array, before: number): Uint8Array => {
  const copy = bytes.slice()
  copy[copy.length - before] = (copy.at(-before) ?? 0) ^ 1
  return copy
}

const exports: Export[] = []
let readBack = 0
for (const [number, exchanges] of handfuls.entries()) {
  const pages = number % 3 === 0 ? [] : PAGES
  const files = number % 2 === 0 ? OWN_FILES : []
  const warc = placedWarc({ exchanges, ...WRITTEN }, true)
  const plain = placedWarc({ exchanges, ...WRITTEN }, false)
  const wacz = value(await writeWacz({ exchanges, pages, files, ...WRITTEN }))
  const again = [value(await readWarc(warc.bytes)).exchanges, value(await readWacz(wacz)).exchanges]
  if (JSON.stringify(again) === JSON.stringify([exchanges, exchanges])) readBack += 1
  const inWarc = Buffer.from(wacz).indexOf(Buffer.from(warc.bytes))
  exports.push({
    warc: kept(`${number}.warc.gz`, warc.bytes),
    wacz: kept(`${number}.wacz`, wacz),
    // Into the first block, the software's name: `hearsay`.
    alteredWarc: kept(
      `${number}-altered.warc`,
      altered(plain.bytes, plain.bytes.length - Buffer.from(plain.bytes).indexOf('software') - 11),
    ),
    alteredWacz: kept(`${number}-altered.wacz`, altered(wacz, wacz.length - inWarc - 20)),
    index: Buffer.from(cdxj(warc.rows, `${number}.warc.gz`)).toString(),
  })
}

const rows: string[] = [`Read back by ourselves, byte for byte: ${readBack} of ${EXPORTS} WARCs and WACZs`]

const asked = (
  verifier: OutsideVerifier | null,
  what: string,
  paths: (one: Export) => readonly [good: string, bad: string],
): void => {
  if (verifier === null) {
    rows.push(`${what}: its verifier is not on the PATH, nothing was asked`)
    return
  }
  const complaints = exports.map((one) => verifier.complaint(paths(one)[0])).filter((complaint) => complaint !== null)
  const caught = exports.slice(-CONTROLS).filter((one) => verifier.complaint(paths(one)[1]) !== null).length
  rows.push(
    `${what}: ${EXPORTS - complaints.length} of ${EXPORTS} accepted by ${verifier.name} (${verifier.version}); with a byte altered, ${caught} of ${CONTROLS} refused`,
    ...complaints.slice(0, 3),
  )
}

asked(warcioCheck(), 'WARC', ({ warc, alteredWarc }) => [warc, alteredWarc])
asked(waczValidate(), 'WACZ', ({ wacz, alteredWacz }) => [wacz, alteredWacz])

/** An index as sorted lines of key, time and sorted fields: how JSON escapes a letter is nobody's concern. */
const lines = (index: string): readonly string[] =>
  index
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [key = '', time = '', ...rest] = line.split(' ')
      const fields = Object.entries(JSON.parse(rest.join(' ')) as Record<string, unknown>).toSorted(([a], [b]) =>
        a < b ? -1 : 1,
      )
      return JSON.stringify([key, time, fields])
    })
    .toSorted()

const version = spawnSync('cdxj-indexer', ['--version'], { encoding: 'utf8' })
if (version.error !== undefined) rows.push('Index: cdxj-indexer is not on the PATH, nothing was compared')
else {
  const differing: string[] = []
  let all = 0
  for (const { warc, index } of exports) {
    const theirs = new Set(lines(spawnSync('cdxj-indexer', [warc], { encoding: 'utf8', maxBuffer: 50_000_000 }).stdout))
    const ours = lines(index)
    all += ours.length
    for (const line of ours) if (!theirs.has(line)) differing.push(`${line}\n  theirs: ${[...theirs].join('\n          ')}`)
  }
  rows.push(`Index: ${all - differing.length} of ${all} lines as cdxj-indexer writes them`, ...differing.slice(0, 3))
}

rmSync(folder, { recursive: true })
keepTable('outside-verifiers', rows.join('\n'))
