import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openNetworks } from './inference.ts'
import { openModel } from './open-model.ts'

const SHIPPED = join(import.meta.dirname, '../../models')

let models: string

beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'hearsay-'))
  await cp(join(SHIPPED, 'tagger'), join(models, 'tagger'), { recursive: true })
})

afterEach(() => rm(models, { recursive: true }))

const sentenceOf = async (): Promise<string> => {
  const opened = await openModel('tagger', models)
  return opened.ok ? 'opened' : opened.refusal.sentence
}

const wantedOf = async (name: string): Promise<string> => {
  const { files } = JSON.parse(await readFile(join(models, 'tagger/model.json'), 'utf8')) as { files: Record<string, string> }
  return files[name] ?? ''
}

describe('openModel', () => {
  it('opens the tagger that ships, by default', async () => {
    const opened = await openModel('tagger')
    expect(opened).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^tagger@\d+$/u) as string } })
    if (opened.ok) expect(Object.keys(opened.value.networks).sort()).toEqual(['encoder', 'spans', 'tone'])
  })

  it('names a missing file and the checksum that it wants', async () => {
    await rm(join(models, 'tagger/tone.onnx'))
    expect(await sentenceOf()).toBe(
      `The model file ${join(models, 'tagger/tone.onnx')} is missing; its SHA-256 is ${await wantedOf('tone.onnx')}. Install Hearsay anew, or use --tagger rules.`,
    )
  })

  it('names an altered file with both checksums: one bit is enough', async () => {
    const path = join(models, 'tagger/encoder.onnx')
    const bytes = await readFile(path)
    bytes[1_000_000]! ^= 1
    await writeFile(path, bytes)
    expect(await sentenceOf()).toMatch(
      new RegExp(`encoder\\.onnx was altered: its SHA-256 should be ${await wantedOf('encoder.onnx')} and is [0-9a-f]{64}\\.`),
    )
  })

  it.each(['', '{', '[]', '{"name":"tagger"}'])('refuses a description that is none: %s', async (text) => {
    await writeFile(join(models, 'tagger/model.json'), text)
    expect(await sentenceOf()).toContain('model.json is damaged.')
  })

  it('refuses a model that is not there', async () => {
    await rm(join(models, 'tagger'), { recursive: true })
    expect(await sentenceOf()).toContain('model.json is missing.')
  })
})

describe('openNetworks', () => {
  const tone = (): Promise<Buffer> => readFile(join(SHIPPED, 'tagger/tone.onnx'))
  const parts = { dims: [1, 1920], values: Float32Array.from({ length: 1920 }, (_, at) => Math.sin(at)) }

  it('runs the same network in WebAssembly, where there is no native code for the machine', async () => {
    const [native, web] = await Promise.all([
      openNetworks([['tone', await tone()]]),
      openNetworks([['tone', await tone()]], true),
    ])
    if (!native.ok || !web.ok) throw new Error('not opened')
    const [one, other] = await Promise.all([native.value[0]![1].run({ parts }), web.value[0]![1].run({ parts })])
    one['act']!.values.forEach((value, at) => {
      expect(Math.abs(value - other['act']!.values[at]!)).toBeLessThan(1e-5)
    })
  })

  it('refuses bytes that are no network', async () => {
    const opened = await openNetworks([['tone', Buffer.from('no network')]])
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'not-readable' } })
  })
})
