import { describe, expect, it } from 'vitest'
import { savedPage } from './saved-page.ts'

const page = (text: string): Uint8Array => Buffer.from(text)

describe('savedPage', () => {
  it('finds where and when SingleFile saved a page', () => {
    const comment = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://harbourpost.example/dam?x=1 
 saved date: Mon Mar 11 2024 12:30:00 GMT+0100 (Central European Standard Time)
--><head>`
    expect(savedPage(page(comment))).toEqual({
      url: 'https://harbourpost.example/dam?x=1',
      savedAt: '2024-03-11T11:30:00.000Z',
    })
  })

  it('finds the mark of the web', () => {
    const marked = '<!DOCTYPE html>\n<!-- saved from url=(0031)https://harbourpost.example/dam -->\n<html>'
    expect(savedPage(page(marked))).toEqual({ url: 'https://harbourpost.example/dam', savedAt: null })
  })

  it('takes no address that is none', () => {
    expect(savedPage(page('<!-- saved from url=(0014)about:internet -->'))).toEqual({ url: null, savedAt: null })
    expect(savedPage(page('<!-- saved from url=(0020)javascript:alert(1) -->'))?.url).toBeNull()
  })

  it('takes an ordinary page for none', () => {
    expect(savedPage(page('<html><body>Page saved by the mayor</body></html>'))).toBeNull()
    expect(savedPage(new Uint8Array())).toBeNull()
  })

  it('is quick on a head that never ends its remark', () => {
    const start = performance.now()
    savedPage(page(`Page saved with SingleFile ${' url: '.repeat(100_000)}`))
    expect(performance.now() - start).toBeLessThan(100)
  })
})
