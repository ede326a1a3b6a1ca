import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hearsay } from './run.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-fuse-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const TABLE = `value,url,source,object
"12,5",u,mill gazette,"height, of ""the"" mill"
"12,5",u,quay post,"height, of ""the"" mill"
13,u,harbour news,"height, of ""the"" mill"
white,u,mill gazette,colour
white,u,quay post,colour
`

describe.concurrent('hearsay fuse', () => {
  it('prints values, sources and copies as one table', async () => {
    const { code, out, err } = await hearsay(['fuse', await written('table.csv', TABLE)])
    expect([code, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toBe('kind,name,value,probability,low,high,assertions,evidence')
    expect(lines[1]).toMatch(/^value,"height, of ""the"" mill","12,5",0\.\d{6},,,,$/u)
    expect(lines[2]).toMatch(/^value,"height, of ""the"" mill",13,0\.\d{6},,,,$/u)
    expect(lines[4]).toMatch(/^source,harbour news,,0\.\d{6},0\.\d{6},0\.\d{6},1,$/u)
  })

  it('prints JSON, best value first, from standard input', async () => {
    const { code, out } = await hearsay(['fuse', '-', '--json'], { input: TABLE })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      objects: [
        { object: 'height, of "the" mill', values: [{ value: '12,5' }, { value: '13' }] },
        { object: 'colour', values: [{ value: 'white' }] },
      ],
      sources: [{ source: 'harbour news' }, { source: 'mill gazette' }, { source: 'quay post' }],
      copies: [],
    })
  })

  it('counts what it left out, and on which line it began', async () => {
    const rows = ['source,object,value', 'a,x,1', 'b,x,', 'c,x', 'd,"x,2', 'e,x,1', 'e,x,2', 'a,x,1']
    const bytes = Buffer.concat([Buffer.from(`${rows.join('\n')}\n`), Buffer.from('Z\xfcrich,x,1\n', 'latin1')])
    const path = await written('faulty.csv', bytes)
    const { code, err, out } = await hearsay(['fuse', path])
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n')).toEqual([
      `${path}: 1 row (line 5) was left out for a quotation mark that is not closed, or stands inside a cell without being doubled.`,
      `${path}: 1 row (line 4) was left out for having more or fewer cells than the first line.`,
      `${path}: 1 row (line 3) was left out for an empty source, object or value.`,
      `${path}: 1 row (line 9) was not UTF-8, and read as Windows-1252.`,
      `${path}: 1 row (line 8) said again what the same source says in another row, and added nothing.`,
      `${path}: 2 rows (the first on line 6) are at odds with others of the same source, with no later time to tell which holds; they share one vote.`,
    ])
    expect(out).toContain('source,Zürich,')
  })

  it.each([
    ['a missing column', 'src,object,value\na,b,c\n', /line 1 names no column "source" but "src", "object", "value"/u],
    ['an empty file', '', /there is nothing in it/u],
    ['a table without rows', 'source,object,value\n', /no row that can be read/u],
    ['UTF-16', Buffer.from('\ufeffsource,object,value\n', 'utf16le'), /it is UTF-16; save it as UTF-8/u],
  ])('refuses %s in one sentence', async (name, content, sentence) => {
    const path = await written(`${name}.csv`, content)
    const { code, out, err } = await hearsay(['fuse', path])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^[^\n]+\.\n$/u)
    expect(err).toContain(`${path} was not read: `)
    expect(err).toMatch(sentence)
  })

  it('refuses a file that is not there, and an option that means nothing', async () => {
    expect((await hearsay(['fuse', join(folder, 'none.csv')])).err).toMatch(/was not read: there is no such file/u)
    expect(await hearsay(['fuse', 'x.csv', '--values', 'loose'])).toMatchObject({
      code: 2,
      err: '--values takes auto or exact, not "loose".\n',
    })
  })
})
