import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf } from './attribute-lines.ts'
import { hearsay } from './run.fixture.ts'

interface Spans {
  readonly source: readonly (readonly [number, number])[]
  readonly cue: readonly (readonly [number, number])[]
  readonly content: readonly (readonly [number, number])[]
}

const TEXT =
  'The 🏗 crane is sound, Ida Quill said on Tuesday.\r\n\r\n\tThe union said that the port had claimed that the crane was safe. 🙂'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-attribute-'))
  await writeFile(
    join(folder, 'a.txt'),
    'The crane failed\n\n"The crane is sound," said Ida Quill, the harbour master.\n\nThe port denied that it had been warned.\n',
  )
})
afterAll(() => rm(folder, { recursive: true }))

const tagged = async (words: readonly string[], ...texts: readonly string[]): Promise<readonly (readonly Spans[])[]> => {
  const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\n')
  const { code, out, err } = await hearsay(['attribute', '--jsonl', ...words], { input })
  expect([code, err]).toEqual([0, ''])
  return out
    .trim()
    .split('\n')
    .map((line, id) => {
      const answer = JSON.parse(line) as { id: number; attributions: Spans[] }
      expect(Object.keys(answer)).toEqual(['id', 'attributions'])
      expect(answer.id).toBe(id)
      return answer.attributions
    })
}

/** One call for all tests that look at it. */
let plain: ReturnType<typeof tagged> | undefined
const taggedPlainly = (): ReturnType<typeof tagged> => (plain ??= tagged([], TEXT))

const words = (text: string | readonly string[], spans: readonly (readonly [number, number])[]): readonly string[] =>
  spans.map(([start, end]) => (typeof text === 'string' ? text.slice(start, end) : text.slice(start, end).join('')))

describe.concurrent('hearsay attribute --jsonl', { timeout: 60_000 }, () => {
  it('answers each text with spans that index it as given, in code points', async () => {
    const [attributions = []] = await taggedPlainly()
    const points = Array.from(TEXT)
    expect(attributions.map(({ source, content }) => [words(points, source), words(points, content)])).toContainEqual([
      ['Ida Quill'],
      ['The 🏗 crane is sound'],
    ])
  })

  it('counts UTF-16 code units where it is told to', async () => {
    const [units = []] = await tagged(['--offsets', 'utf16'], TEXT)
    const [points = []] = await taggedPlainly()
    expect(units.map(({ cue }) => words(TEXT, cue))).toEqual(points.map(({ cue }) => words(Array.from(TEXT), cue)))
    expect(units).not.toEqual(points)
  })

  it('leaves nested attributions out where it is told to', async () => {
    const [all = []] = await taggedPlainly()
    const [outer = []] = await tagged(['--outermost'], TEXT)
    const cues = (found: readonly Spans[]): readonly string[] => found.flatMap(({ cue }) => words(Array.from(TEXT), cue))
    expect(cues(all).join()).toContain('claimed')
    expect(cues(outer).join()).not.toContain('claimed')
    expect(outer.length).toBe(all.length - 1)
  })

  it('gives the same for a text whatever stands beside it', async () => {
    const [alone] = await taggedPlainly()
    const [, beside, empty] = await tagged([], 'Nothing is said here.', TEXT, '')
    expect(beside).toEqual(alone)
    expect(empty).toEqual([])
  })

  it('names a line that it cannot take by its number, and goes on', async () => {
    const input = `{"id":1,"text":"x"}\n\nno JSON\n{"id":2}\n[]\n{"id":"three","text":"y","more":true}`
    const { code, out, err } = await hearsay(['attribute', '--jsonl'], { input })
    expect(code).toBe(1)
    expect(out).toBe('{"id":1,"attributions":[]}\n{"id":"three","attributions":[]}\n')
    expect(err).toBe(
      [3, 4, 5]
        .map((line) => `Line ${line} was left out: it is no ${line === 3 ? 'JSON' : 'object with an id and a text'}.\n`)
        .join(''),
    )
  })
})

describe.concurrent('hearsay attribute', { timeout: 60_000 }, () => {
  it('shows each statement with its chain, act, certainty and content, no wider than the screen', async () => {
    const { code, out, err } = await hearsay(['attribute', join(folder, 'a.txt')])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('← Ida Quill')
    expect(out).toContain('“The crane is sound”')
    expect(out).toMatch(/← The port +deny, \w+/u)
    expect(out).not.toContain('\u001B')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('is coloured where that is forced', async () => {
    const { out } = await hearsay(['attribute', join(folder, 'a.txt')], { env: { FORCE_COLOR: '1' } })
    expect(out).toContain('\u001B[1m')
  })

  it('gives JSON whose spans index the text it comes with', async () => {
    const { out } = await hearsay(['attribute', '-', '--json'], {
      input: '"The crane is sound," said Ida Quill, the harbour master.',
    })
    const { documents } = JSON.parse(out) as {
      documents: { text: string; statements: { content: { start: number; end: number; text: string }[]; act: string }[] }[]
    }
    const spans = documents.flatMap(({ text, statements }) =>
      statements.flatMap(({ content }) => content.map((span) => ({ text, span }))),
    )
    expect(spans.length).toBeGreaterThan(0)
    for (const { text, span } of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  })
})

describe('lines', () => {
  it('end at line feeds only, wherever the pieces of the stream do', async () => {
    const bytes = Buffer.from('a\u2028b\rc\nä🏗\n\nlast')
    const pieces = async function* (size: number): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
    }
    for (const size of [1, 2, 3, 5, 100]) {
      const lines: string[] = []
      for await (const line of linesOf(pieces(size))) lines.push(line)
      expect(lines).toEqual(['a\u2028b\rc', 'ä🏗', '', 'last'])
    }
  })
})
