import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyShape, OWN_FILES, PAGES, WRITTEN } from './captured.fixture.ts'
import { warcioCheck, waczValidate } from './outside-verifier.fixture.ts'
import { writeWacz } from './wacz-writer.ts'
import { writeWarc } from './warc-writer.ts'

const warcio = warcioCheck()
const pywacz = waczValidate()

describe('outside verifiers', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-archive-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const kept = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }

  it.skipIf(warcio === null)('accept our WARC: warcio check (PyPI warcio must be on the PATH)', { timeout: 60_000 }, async () => {
    const written = await writeWarc({ exchanges: await everyShape(), ...WRITTEN })
    if (!written.ok || warcio === null) throw new Error('nothing to check')
    expect(warcio.complaint(await kept('whole.warc.gz', written.value))).toBeNull()
    const plain = await writeWarc({ exchanges: await everyShape(), ...WRITTEN }, { pack: false })
    if (!plain.ok) throw new Error(plain.refusal.sentence)
    // One byte of a page: the verifier must see it.
    plain.value[Buffer.from(plain.value).indexOf('Stimmen')] = 0x73
    expect(warcio.complaint(await kept('altered.warc', plain.value))).not.toBeNull()
  })

  it.skipIf(pywacz === null)('accept our WACZ: wacz validate (PyPI wacz must be on the PATH)', { timeout: 60_000 }, async () => {
    const contents = { exchanges: await everyShape(), pages: PAGES, title: 'A case', ...WRITTEN }
    const written = await writeWacz({ ...contents, files: OWN_FILES })
    if (!written.ok || pywacz === null) throw new Error('nothing to check')
    expect(pywacz.complaint(await kept('whole.wacz', written.value))).toBeNull()
    const altered = written.value.slice()
    const inPages = Buffer.from(altered).indexOf('All Pages')
    altered[inPages] = 0x61
    expect(pywacz.complaint(await kept('altered.wacz', altered))).not.toBeNull()
  })
})
