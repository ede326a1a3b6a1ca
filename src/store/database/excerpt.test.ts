import { describe, expect, it } from 'vitest'
import { excerptOf, FOUND } from './excerpt.ts'

const [open, close] = FOUND
const found = (word: string): string => `${open}${word}${close}`

describe('an excerpt', () => {
  it('is the whole of a short text, with what was found in brackets', () => {
    expect(excerptOf(`The ${found('mill')} at\n\nSaltby is a ${found('mill')}.`)).toBe('The ⟦mill⟧ at Saltby is a ⟦mill⟧.')
    expect(excerptOf('')).toBe('')
  })

  it('has some words before the first place and more after it, and tells where text was left out', () => {
    const many = (word: string): string => Array.from({ length: 50 }, (_, at) => `${word}${at}`).join(' ')
    const excerpt = excerptOf(`${many('a')} ${found('mill')} ${many('b')}`)
    expect(excerpt.startsWith('…a42 a43')).toBe(true)
    expect(excerpt).toContain('a49 ⟦mill⟧ b0')
    expect(excerpt.endsWith('b14…')).toBe(true)
  })

  it('is short where the text has no blanks', () => {
    expect(excerptOf(`${'x'.repeat(100_000)}${found('mill')}${'y'.repeat(100_000)}`).length).toBeLessThan(1000)
  })
})
