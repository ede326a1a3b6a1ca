import { describe, expect, it } from 'vitest'
import { httpHead, statusOf, unchunked } from './http-block.ts'

const undone = (body: string): string => {
  const result = unchunked(Buffer.from(body, 'latin1'))
  return typeof result === 'string' ? result : `“${Buffer.from(result.bytes).toString()}”`
}

describe('chunks', () => {
  it.each([
    ['5\r\nhello\r\n6\r\n there\r\n0\r\n\r\n', '“hello there”'],
    ['5;a=b\r\nhello\r\n0\r\nTrailer: x\r\n\r\n', '“hello”'],
    ['5 \r\nhello\r\n00\r\n\r\n', '“hello”'],
    ['A\r\n0123456789\r\n0\r\n\r\n', '“0123456789”'],
    ['0\r\n\r\n', '“”'],
    ['hello', 'not-chunked'],
    ['', 'not-chunked'],
    ['5\nhello\n0\n\n', 'not-chunked'],
    ['fffffffff\r\nx', 'not-chunked'],
    [`5;${'x'.repeat(5_000)}\r\nhello\r\n0\r\n\r\n`, 'not-chunked'],
    ['5\r\nhel', 'broken'],
    ['5\r\nhello\r\n', 'broken'],
    ['4\r\nhello\r\n0\r\n\r\n', 'broken'],
  ])('%j is %s', (body, result) => {
    expect(undone(body)).toBe(result)
  })
})

describe('a head', () => {
  it('ends at the first empty line, and need not where there is no body', () => {
    expect(httpHead(Buffer.from('HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody\r\n\r\n'))?.bodyStart).toBe(25)
    expect(httpHead(Buffer.from('HTTP/1.1 204 \nA: b'))).toMatchObject({ headers: [['A', 'b']], bodyStart: 18 })
    expect(httpHead(Buffer.alloc(300_000, 'x'))).toBeNull()
  })

  it.each([
    ['HTTP/1.1 200 OK', 200],
    ['HTTP/2 404', 404],
    ['HTTP/1.1 2000 OK', null],
    ['ICY 200 OK', null],
  ])('%s tells %s', (line, status) => {
    expect(statusOf(line)).toBe(status)
  })
})
