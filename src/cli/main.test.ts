import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { hearsay, MAIN } from './run.fixture.ts'

const calling = (...words: readonly string[]) => {
  const child = spawn(process.execPath, [MAIN, ...words], { env: { PATH: process.env['PATH'] ?? '' } })
  const err: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.on('error', () => undefined)
  return { child, err: () => Buffer.concat(err).toString() }
}

const LINE = `${JSON.stringify({ id: 1, text: 'The crane is sound, Ida Quill said.' })}\n`

describe.concurrent('the program', { timeout: 60_000 }, () => {
  it('ends on Ctrl-C with 130 and nothing said', async () => {
    const { child, err } = calling('attribute', '--jsonl')
    child.stdin.write(LINE)
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    const [code] = (await once(child, 'close')) as [number]
    expect([code, err()]).toEqual([130, ''])
  })

  it('ends quietly where whoever reads its output has had enough', async () => {
    const { child, err } = calling('attribute', '--jsonl')
    child.stdin.write(LINE)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    child.stdin.end(LINE.repeat(1000))
    const [code] = (await once(child, 'close')) as [number]
    expect([code, err()]).toEqual([0, ''])
  })

  it('says a fault of its own in one sentence, and where it is only if asked', async () => {
    const env = {
      NODE_OPTIONS: `--import=${encodeURI(`data:text/javascript,process.stdin[Symbol.asyncIterator]=()=>{throw new RangeError('on purpose')}`)}`,
    }
    const told = await hearsay(['attribute', '--jsonl'], { env })
    expect(told.code).toBe(70)
    expect(told.err).toBe(
      "Hearsay broke down, which is its own fault and not the input's: RangeError: on purpose; HEARSAY_DEBUG=1 tells where.\n",
    )
    expect((await hearsay(['attribute', '--jsonl'], { env: { ...env, HEARSAY_DEBUG: '1' } })).err).toMatch(/on purpose\n\s+at /u)
  })
})
