import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { progressOn } from './progress.ts'
import { hasColour, type Stream, widthOf } from './screen.ts'

const terminal = (columns: number): { stream: Stream; written: () => string } => {
  const through = new PassThrough()
  return {
    stream: Object.assign(through, { isTTY: true, columns }),
    written: () => String(through.read() ?? ''),
  }
}
const pipe = (): Stream => new PassThrough()

describe('the screen', () => {
  it('is as wide as the terminal, within reason', () => {
    expect([20, 60, 72, 100, 250].map((columns) => widthOf(terminal(columns).stream))).toEqual([60, 60, 72, 100, 100])
    expect(widthOf(pipe())).toBe(80)
  })

  it('is coloured on a terminal, unless the environment says otherwise', () => {
    const { stream } = terminal(80)
    expect(hasColour(stream, {})).toBe(true)
    expect(hasColour(stream, { NO_COLOR: '1' })).toBe(false)
    expect(hasColour(stream, { NO_COLOR: '' })).toBe(true)
    expect(hasColour(stream, { TERM: 'dumb' })).toBe(false)
    expect(hasColour(stream, { FORCE_COLOR: '0' })).toBe(false)
    expect(hasColour(pipe(), {})).toBe(false)
    expect(hasColour(pipe(), { FORCE_COLOR: '1' })).toBe(true)
    expect(hasColour(pipe(), { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true)
  })
})

describe('progress', () => {
  it('is one line, written over, cut at the edge, and gone in the end', () => {
    const { stream, written } = terminal(40)
    const progress = progressOn(stream)
    progress.show({ stage: 'read', done: 3, total: 14, name: 'a/rather/long/path/to/some/article.html' })
    const line = written()
    expect(line.startsWith('\r\u001B[2KReading · 3/14 · a/rather/')).toBe(true)
    expect(line.endsWith('…')).toBe(true)
    expect(line.length).toBeLessThanOrEqual(39 + '\r\u001B[2K'.length)
    progress.show({ stage: 'weigh', done: 0, total: 1, name: '' })
    expect(written()).toBe('\r\u001B[2KWeighing')
    progress.show({ stage: 'read', done: 1, total: 2, name: 'x\n\u001B[31my' })
    expect(written()).toBe('\r\u001B[2KReading · 1/2 · x y')
    progress.clear()
    expect(written()).toBe('\r\u001B[2K')
  })

  it('is not shown where nobody looks', () => {
    const through = new PassThrough()
    const progress = progressOn(through)
    progress.show({ stage: 'read', done: 0, total: 2, name: 'x' })
    progress.clear()
    expect(through.read()).toBeNull()
  })
})
