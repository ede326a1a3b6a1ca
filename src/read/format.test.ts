import { describe, expect, it } from 'vitest'
import { captureOf } from './captures.fixture.ts'
import { docxOf } from './docx.fixture.ts'
import { formatOf, formatOfBytes } from './format.ts'
import { pdfOf } from './pdf.fixture.ts'

const formatFor = (content: string, name: string, mediaType: string | null = null): string => {
  const found = formatOf({ ...captureOf(content, name), mediaType }, content)
  return found.ok ? found.value : found.refusal.code
}

describe('the format of a text', () => {
  it.each([
    ['<!DOCTYPE html><p>a', 'a.txt', 'text/plain', 'html'],
    ['<html><p>a', 'page', null, 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html><html><p>a</html>', 'a.xhtml', null, 'html'],
    ['<?xml version="1.0"?><rss version="2.0">', 'page.html', 'text/html', 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'x', 'application/xml', 'feed'],
    ['{"version": "https://jsonfeed.org/version/1"}', 'x', 'application/json', 'feed'],
    ['# a', 'a.md', 'text/plain', 'markdown'],
    ['# a', 'a', 'text/markdown', 'markdown'],
    ['# a', 'a.txt', null, 'text'],
    ['a', '/news/mill', 'text/html', 'text'],
    ['<p>a', '/news/mill', 'text/html', 'html'],
    ['<div><p>a</p><p>b</p></div>', 'clip', null, 'html'],
    ['a', 'a.html?page=2', null, 'text'],
    ['a', 'a.xyz', null, 'text'],
    ['{"a": 1}', 'a.json', null, 'unknown-format'],
    ['{"a": 1} is what it says', 'a.txt', null, 'text'],
    ['<?xml version="1.0"?><a/>', 'a.xml', null, 'unknown-format'],
    ['a\0\u0001\u0002b', 'a.txt', null, 'unknown-format'],
    ['a', 'a.pdf', null, 'malformed'],
    ['a', 'a', 'application/rss+xml', 'malformed'],
  ] as const)('%s as %s', (...[content, name, mediaType, format]) => {
    expect(formatFor(content, name, mediaType)).toBe(format)
  })
})

describe('the format of bytes', () => {
  it('shows in their first ones, whatever the name says', () => {
    expect(formatOfBytes(captureOf(pdfOf({ pages: [[]] }), 'a.txt'))).toEqual({ ok: true, value: 'pdf' })
    expect(formatOfBytes(captureOf(docxOf([{ text: 'a' }]), 'a'))).toEqual({ ok: true, value: 'docx' })
    expect(formatOfBytes(captureOf('text', 'a.pdf'))).toBeNull()
    expect(formatOfBytes(captureOf('{\\rtf1 a}', 'a.txt'))).toMatchObject({
      refusal: { sentence: expect.stringContaining('a rich text (RTF) file') as string },
    })
  })
})
