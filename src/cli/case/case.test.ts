import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hearsay, type Run } from '../run.fixture.ts'

const STORY = `Sluice failed, says keeper

The sluice at Marl failed on Sunday, the keeper Oda Finch told the Marl Echo. "It failed," she said. Nobody was hurt, she added.
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-case-'))
  await writeFile(join(folder, 'a.txt'), STORY)
  await writeFile(
    join(folder, 'b.txt'),
    STORY.replace(' Nobody was hurt, she added.', '').replace('Marl Echo', 'Marl \u202EEcho'),
  )
})
afterAll(() => rm(folder, { recursive: true }))

const call = (library: string, ...words: readonly string[]): Promise<Run> =>
  hearsay(words, { env: { HEARSAY_LIBRARY: join(folder, library), HEARSAY_BY: 'ida' } })

const CLEAN = (out: string): void => {
  for (const mark of ['\u001B', '\u202E']) expect(out).not.toContain(mark)
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
}

const RULES = ['--tagger', 'rules'] as const

describe.concurrent('a kept case', { timeout: 180_000 }, () => {
  it('is begun, added to, judged, checked twice alike, undone, compared, searched and verified', async () => {
    const at = (name: string): string => join(folder, name)
    const marl = (...words: readonly string[]): Promise<Run> => call('one', ...words)
    const begun = await marl(
      'case',
      'new',
      'marl',
      at('a.txt'),
      '--claim',
      'The sluice at Marl failed.',
      '--question',
      'Did it \u001B[31mfail?',
      ...RULES,
    )
    expect([begun.code, begun.err]).toEqual([0, ''])
    expect(begun.out).toMatch(/^The case “marl” is begun\.\nd1\s{2}/u)

    const page = 'https://marlecho.example/sluice'
    for (const name of ['a.txt', 'b.txt']) {
      const added = await marl('case', 'add', 'marl', at(name), '--pasted-from', page, ...RULES)
      expect([added.code, added.err]).toEqual([0, ''])
      CLEAN(added.out)
      if (name === 'b.txt')
        expect(added.out.replaceAll(/\s+/gu, ' ')).toContain('The sentence “Nobody was hurt, she added.” was removed.')
    }

    const judged = await marl('judge', 'marl', 'bearing', 'd1:1', 'c1', 'supports', '--reason', 'She means it.', ...RULES)
    expect(judged).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d+: ida judged that d1:1 supports c1\.\n$/u) as string,
    })

    const [first, again] = [await marl('check', 'marl', ...RULES), await marl('check', 'case:marl', ...RULES)]
    expect([first.code, first.out]).toEqual([0, again.out])
    expect(first.out).toContain('The sluice at Marl failed.')
    CLEAN(first.out)

    // The short name is that of the reader in use, which is not the one by rules: the id stands.
    const undone = await marl('undo', 'marl')
    expect(undone.out).toMatch(/^\d+: ida took back \d+ \(judged that st_[0-9a-f]+ supports c1:\s+She\s+means\s+it\.\)\n$/u)
    const log = await marl('log', 'marl')
    expect(log.out).toMatch(/\(taken back by\s+\d+\)/u)
    CLEAN(log.out)

    const shown = await marl('case', 'show', 'marl', '--statements', ...RULES)
    expect(shown.out).toContain('pasted, weakest')
    expect(shown.out).toContain('d3:1')
    expect(shown.out).toContain('\nDid it fail?\n')
    CLEAN(shown.out)

    const diff = await marl('diff', 'marl', '--since', '2000-01-01', ...RULES)
    expect(diff.out).toContain('begun since 1\u00A0January\u00A02000')
    CLEAN(diff.out)

    const searched = await marl('search', 'sluice', 'keeper', '--json')
    expect(JSON.parse(searched.out)).toMatchObject({ found: [{ places: [{ case: 'marl' }] }, {}, {}] })

    const checkpoint = await marl('checkpoint')
    await writeFile(at('checkpoint.txt'), checkpoint.out)
    expect(await marl('verify', '--checkpoint', at('checkpoint.txt'))).toMatchObject({ code: 0, err: '' })
  })

  it('names what is not as it was kept, exit code 1', async () => {
    await call('two', 'case', 'new', 'marl', join(folder, 'a.txt'), ...RULES)
    const { out } = await call('two', 'case', 'show', 'marl', '--json')
    const [first] = (JSON.parse(out) as { documents: { sha256: string }[] }).documents
    const sha256 = first?.sha256 ?? ''
    const path = join(folder, 'two', 'sha256', sha256.slice(0, 2), sha256)
    await rm(path)
    await writeFile(path, (await readFile(join(folder, 'a.txt'), 'utf8')).replace('failed', 'filled'))
    const verified = await call('two', 'verify')
    expect(verified.code).toBe(1)
    expect(verified.out.replaceAll(/\s+/gu, ' ')).toMatch(
      /Not as it was kept: capture cap_[0-9a-f]+ The bytes of “a\.txt” \([0-9a-f]+\) have been altered\./u,
    )
  })

  it('says in one sentence what is not there, exit code 1, and begins no library by asking', async () => {
    const missing = join(folder, 'none')
    for (const words of [['case', 'list'], ['log'], ['verify'], ['check', 'case:dam'], ['search', 'x']])
      expect(await call('none', ...words)).toMatchObject({
        code: 1,
        out: '',
        err: `There is no library in ${missing}; “hearsay case new NAME” begins one.\n`,
      })
    await expect(readFile(join(missing, 'library.sqlite'))).rejects.toThrow('ENOENT')
  })

  it('goes out as a web archive that proves itself without a library, and comes into another', async () => {
    const at = (name: string): string => join(folder, name)
    await call('from', 'case', 'new', 'marl', at('a.txt'), at('b.txt'), '--claim', 'The sluice at Marl failed.', ...RULES)
    await call('from', 'judge', 'marl', 'note', 'Call her again', '--about', 'd1')
    const out = await call('from', 'case', 'export', 'marl', at('marl.wacz'))
    expect([out.code, out.err]).toEqual([0, ''])
    expect(out.out).toMatch(/SHA-256 [0-9a-f]{64}\n$/u)
    const verified = await hearsay(['verify', at('marl.wacz')])
    expect(verified.code).toBe(0)
    expect(verified.out).toContain('is as it was exported')
    const taken = await call('to', 'case', 'import', at('marl.wacz'), '--as', 'marl, from Ida', '--by', 'bo')
    expect([taken.code, taken.err]).toEqual([0, ''])
    const [there, here] = await Promise.all([
      call('from', 'check', 'case:marl', '--json', ...RULES),
      call('to', 'check', 'case:marl, from Ida', '--json', ...RULES),
    ])
    expect(JSON.parse(here.out)).toMatchObject({ claims: (JSON.parse(there.out) as { claims: unknown }).claims })
    expect((await call('to', 'log', 'marl, from Ida')).out).toContain('Call her again')
    expect((await call('from', 'log', 'marl')).out).toContain('published it as wacz')
    const bytes = await readFile(at('marl.wacz'))
    bytes[bytes.indexOf('The sluice at Marl failed')] = 0x74
    await writeFile(at('altered.wacz'), bytes)
    const altered = await hearsay(['verify', at('altered.wacz')])
    expect([altered.code, altered.out]).toEqual([1, ''])
    expect((await call('to', 'case', 'import', at('altered.wacz'), '--as', 'x')).code).toBe(1)
    expect((await call('to', 'case', 'list')).out).not.toContain('x ')
  })
})
