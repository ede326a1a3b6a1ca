import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Capture } from '../core/document.ts'
import { openReader, type Reader, type ReaderOptions } from './isolated-reader.ts'

const MODULE = new URL('./reader-child.fixture.ts', import.meta.url)

const capture = (name: string, text = ''): Capture => ({
  name,
  bytes: new TextEncoder().encode(text),
  mediaType: null,
  charset: null,
  imprint: {},
})

let reader: Reader
const open = (options: Partial<ReaderOptions> = {}): void => {
  reader = openReader({ module: MODULE, ...options })
}
afterEach(() => {
  reader.close()
})

const read = async (name: string, text = ''): Promise<string> => {
  const result = await reader.read(capture(name, text))
  return result.ok ? result.value.map((document) => document.text).join() : result.refusal.code
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A process that has ended but was not yet waited for counts as gone.
    return !/^State:\s+Z/mu.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '')
  } catch {
    return false
  }
}

const until = async (condition: () => boolean): Promise<void> => {
  for (let left = 100; left > 0 && !condition(); left--) await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('the isolated reader', () => {
  it('gives what read gives, refusals included, in the order asked', async () => {
    open()
    const settled: string[] = []
    const names = ['later', 'a', 'later', 'b', 'refuse', 'c']
    const results = await Promise.all(
      names.map(async (name, index) => {
        const text = await read(name, `${name}${index}`)
        settled.push(text)
        return text
      }),
    )
    expect(results).toEqual(['later0', 'a1', 'later2', 'b3', 'empty', 'c5'])
    expect(settled).toEqual(results)
  })

  it('gives what rendering gives, in line with what is read', async () => {
    open({ deadlineMs: 300 })
    const [first, page, slow, last] = await Promise.all([
      read('a', 'first'),
      reader.render(capture('a', 'page')),
      reader.render(capture('for ever')),
      read('a', 'last'),
    ])
    expect([first, last]).toEqual(['first', 'last'])
    expect(page).toEqual({ ok: true, value: { html: '<p>page</p>', warnings: [] } })
    expect(slow).toMatchObject({ ok: false, refusal: { code: 'too-slow' } })
  })

  it('renders with the reader that ships', async () => {
    open({ module: new URL('../cli/reader-child.ts', import.meta.url) })
    const page = await reader.render(capture('a.html', '<!DOCTYPE html><p onclick="x()">Mill<script>x()</script>'))
    expect(page).toMatchObject({ ok: true, value: { warnings: [] } })
    expect(page.ok && page.value.html).toContain('<main><p>Mill</p></main>')
  })

  it('ends what takes too long, names it, and goes on', async () => {
    open({ deadlineMs: 300 })
    const [slow, next, slower, last] = await Promise.all([
      reader.read(capture('for ever')),
      read('a', 'next'),
      read('for ever'),
      read('a', 'last'),
    ])
    expect(slow).toMatchObject({
      ok: false,
      refusal: { code: 'too-slow', sentence: expect.stringMatching(/^“for ever” was not read: .* 0\.3 seconds/u) as string },
    })
    expect([next, slower, last]).toEqual(['next', 'too-slow', 'last'])
  })

  it('counts the time of each capture from its own turn', async () => {
    open({ deadlineMs: 400 })
    const results = await Promise.all(Array.from({ length: 12 }, (_, index) => read('later', String(index))))
    expect(results).toEqual(Array.from({ length: 12 }, (_, index) => String(index)))
  })

  it('outlives what breaks or exhausts the process', async () => {
    open({ memoryMb: 64 })
    const results = await Promise.all(['exit', 'a', 'throw', 'hoard', 'b'].map((name) => read(name, name)))
    expect(results).toEqual(['not-readable', 'a', 'not-readable', 'too-large', 'b'])
  })

  it('ends a process that takes much more than its heap, and says why', async () => {
    open({ memoryMb: 64 })
    expect(await Promise.all([read('hoard bytes'), read('a', 'next')])).toEqual(['too-large', 'next'])
  })

  it('reads in a process that knows nothing of the environment and may not write', async () => {
    open()
    expect(
      (await read('environment')).split(' ').filter((name) => name !== 'NODE_CHANNEL_FD' && !name.startsWith('NODE_CHANNEL')),
    ).toEqual(['PATH'])
    const path = join(tmpdir(), `hearsay-${process.pid}`)
    expect(await read('write', path)).toBe('not-readable')
    expect(existsSync(path)).toBe(false)
  })

  it('rejects where the process does not come up, and once it is closed', async () => {
    open({ module: new URL('./no-such-file.ts', import.meta.url) })
    await expect(read('a')).rejects.toThrow('did not start')
    open()
    const pending = read('for ever')
    reader.close()
    await expect(pending).rejects.toThrow('closed')
    await expect(read('a')).rejects.toThrow('closed')
  })

  it('ends its process when it is closed', async () => {
    open()
    const pid = Number(await read('pid'))
    expect(isAlive(pid)).toBe(true)
    reader.close()
    await until(() => !isAlive(pid))
    expect(isAlive(pid)).toBe(false)
  })

  it.each(['idle', 'busy'])('leaves no %s process behind when its parent is killed', async (state) => {
    open()
    const script = `
      import { openReader } from ${JSON.stringify(new URL('./isolated-reader.ts', import.meta.url).href)}
      const reader = openReader({ module: new URL(${JSON.stringify(MODULE.href)}) })
      const capture = (name) => ({ name, bytes: new Uint8Array(), mediaType: null, charset: null, imprint: {} })
      const pid = await reader.read(capture('pid'))
      if (${String(state === 'busy')}) void reader.read(capture('for ever'))
      setTimeout(() => console.log(pid.value[0].text), 200)
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [chunk] = (await once(parent.stdout, 'data')) as [Buffer]
    const pid = Number(chunk.toString())
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await until(() => !isAlive(pid))
    expect(isAlive(pid)).toBe(false)
  })
})
