import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { siloCase } from './checked-case.fixture.ts'
import { escapedMarkdown, markdownText } from './markdown.ts'
import { echoCase, evasiveCase, HOSTILE, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'
import { all, parsedPage } from './parsed-page.fixture.ts'
import { plain } from '../core/plain-text.ts'

/** As lenient as a renderer can be: raw HTML passes. */
const lenient = new MarkdownIt({ html: true })

const rendered = (text: string) => parsedPage(`<!doctype html><html><body>${lenient.render(text)}</body></html>`)

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

describe.each(cases)('the Markdown of %s', (_, checked) => {
  const text = markdownText(checked)

  it('has a footnote for every mark and a mark for every footnote', () => {
    const used = new Set(Array.from(text.matchAll(/\[\^(\d+)\](?!:)/gu), ([, number]) => number))
    const given = Array.from(text.matchAll(/^\[\^(\d+)\]: /gmu), ([, number]) => number)
    expect(new Set(given)).toEqual(used)
    expect(given.length).toBe(used.size)
  })

  it('is the same from run to run', () => {
    expect(markdownText(checked)).toBe(text)
  })

  it('lets nothing of a document become markup', () => {
    const page = rendered(text.replace(/\[\^\d+\]/gu, ''))
    expect(all(page, 'script, img, code, b').length).toBe(0)
    const addresses = all(page, 'a').map((link) => link.getAttribute('href') ?? '')
    expect(addresses.filter((address) => !/^https?:\/\//u.test(address))).toEqual([])
    expect(addresses.length).toBe(
      checked.exhibits.filter(({ document }) => /^https?:[^\s\p{Cc}]+$/u.test(document.url ?? '')).length,
    )
  })
})

describe('escaping', () => {
  it.each([
    HOSTILE,
    '1. one',
    '- one',
    '+ one',
    '=== ',
    '12) twelve',
    '# head',
    '> quote',
    '~~~',
    '| a | b |',
    '\\',
    '&lt;',
    '***',
    '[^1]: x',
  ])('shows %j as it is', (words) => {
    expect(rendered(`# ${escapedMarkdown(words)}`).querySelector('h1')?.textContent).toBe(plain(words))
    const page = rendered(`- ${escapedMarkdown(words)}`)
    expect(page.querySelector('li')?.textContent.trim()).toBe(plain(words))
    expect(all(page, 'li *').length).toBe(0)
  })
})

describe('what Markdown shows', () => {
  const text = markdownText(siloCase).replaceAll('\u00A0', ' ')

  it('has the same verdict and sentences as the text', () => {
    expect(text).toContain(
      '## 1. Grain from the flooded silo at Corvane was sold to bakeries.\n\n**LIKELY** 85 %; 90 % interval 52 % to 96 %',
    )
    expect(text).toMatch(/One denial found speaks of something else; it is not counted\.\[\^\d+\]/u)
  })

  it('quotes in a footnote the words that a sentence rests on', () => {
    const [, number] = /Tilda Brask gives no answer\.\[\^(\d+)\]/u.exec(text) ?? []
    expect(text).toContain(`[^${number ?? ''}]: d1: “she would not discuss single deliveries”`)
  })
})
