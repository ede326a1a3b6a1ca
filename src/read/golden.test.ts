import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../core/document.ts'
import { textAt } from '../core/span.ts'
import { read } from './read.ts'

const PAGES = join(import.meta.dirname, '../../test/golden/pages')

/** A document as a golden page keeps it: its imprint, and its blocks as kind and text. */
const golden = (document: Document): object => {
  const { format, language, url, publisher, author, title, published, text } = document
  const blocks = document.blocks.map((block) => [block.kind, textAt(text, block.span)])
  return { format, language, url, publisher, author, title, published, blocks }
}

const names = readdirSync(PAGES)

describe('golden pages', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(12)
  })

  it.each(names)('%s', async (name) => {
    const folder = join(PAGES, name)
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? ''
    const bytes = new Uint8Array(readFileSync(join(folder, input)))
    const result = await read({ bytes, name: input, mediaType: null, charset: null, imprint: {} })
    const documents = result.ok ? result.value.map(golden) : result.refusal
    expect({ documents }).toEqual(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
  })
})
