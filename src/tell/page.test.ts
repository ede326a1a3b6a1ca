import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { siloCase } from './checked-case.fixture.ts'
import { explain } from './explain.ts'
import { sentencesOf } from './explanation.ts'
import { echoCase, evasiveCase, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'
import { PAGE_STYLE } from './page-style.data.ts'
import { htmlPage } from './page.ts'
import { all, parsedPage, type PageElement } from './parsed-page.fixture.ts'
import { harmless } from '../core/plain-text.ts'

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['one article', echoCase(1)],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

const attributesOf = (page: PageElement) =>
  all(page, '*').flatMap((element) =>
    Array.from(element.attributes, ({ name, value }) => [element.localName, name, value] as const),
  )

/** Where the links of an element lead to inside the page. */
const targetsIn = (within: PageElement, selector: string): readonly string[] =>
  all(within, selector).map((link) => link.getAttribute('href')?.slice(1) ?? '')

describe.each(cases)('the page of %s', (_, checked) => {
  const html = htmlPage(checked)
  const page = parsedPage(html)
  const { claims, closing } = explain(checked)
  const sentences = [...claims.flatMap(({ sections }) => sections), ...closing].flatMap(sentencesOf)

  it('has every id once, and an id for every way into it', () => {
    const ids = all(page, '[id]').map(({ id }) => id)
    expect(ids.length).toBe(new Set(ids).size)
    const targets = attributesOf(page).flatMap(([, name, value]) =>
      name === 'href' && value.startsWith('#') ? [value.slice(1)] : [],
    )
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('leads from every sentence to marked words, and from every passage back', () => {
    expect(all(page, '.sentence').length).toBe(sentences.length)
    const spots = new Set(all(page, '.spot').map(({ id }) => id))
    for (const sentence of all(page, '.sentence')) {
      const ways = targetsIn(sentence, 'a.cite')
      expect(ways.length).toBeGreaterThan(0)
      expect(ways.filter((way) => !spots.has(way))).toEqual([])
    }
    const places = new Set(all(page, '.sentence, li.quote').map(({ id }) => id))
    expect(targetsIn(page, '.back a').filter((place) => !places.has(place))).toEqual([])
    expect(all(page, '.back').length).toBe(spots.size)
  })

  it('runs nothing and asks for nothing', () => {
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    )
    expect(all(page, 'script, link, img, iframe, object, embed, form, base, b').length).toBe(0)
    for (const [element, name, value] of attributesOf(page)) {
      expect(name).not.toMatch(/^on/u)
      expect(['src', 'srcset', 'xlink:href', 'action', 'formaction', 'style']).not.toContain(name)
      if (name === 'href') expect(value, element).toMatch(/^(?:#|https?:\/\/)/u)
    }
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|expression/u)
  })

  it('shows every word of every document, and no control', () => {
    const shown = all(page, '.document').map((document) => {
      for (const mark of all(document, '.back, .label, .imprint, .address, .digest')) mark.remove()
      return document.textContent.replace(/\s+/gu, ' ')
    })
    for (const [place, { document }] of checked.exhibits.entries())
      for (const block of document.blocks)
        expect(shown[place]).toContain(
          harmless(document.text.slice(block.span.start, block.span.end)).replace(/\s+/gu, ' ').trim(),
        )
    expect(html).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u)
  })

  it('is the same from run to run', () => {
    expect(htmlPage(checked)).toBe(html)
  })
})

describe('the build of a page', () => {
  const page = parsedPage(htmlPage(siloCase))

  it('has landmarks, one first heading, and no heading that skips a level', () => {
    expect(page.getAttribute('lang')).toBe('en')
    for (const landmark of ['body > header', 'body > header nav', 'body > main', 'body > footer'])
      expect(all(page, landmark).length).toBe(1)
    expect(targetsIn(page, 'a.skip')).toEqual(['reasoning'])
    const levels = all(page, 'h1, h2, h3, h4').map(({ localName }) => Number(localName.slice(1)))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    for (const [place, level] of levels.entries()) expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('marks by stance and certainty, and both sides where a passage takes both', () => {
    const markOf = (words: string) => all(page, '.document mark').find(({ textContent }) => textContent.startsWith(words))
    expect(markOf('Grain that stood')?.className).toBe('supports certain')
    expect(markOf('The sacks were damp')?.className).toBe('supports probable')
    expect(markOf('she would not discuss')?.className).toBe('neutral unknown')
    expect(markOf('We learned of the water')?.className).toBe('both certain')
    expect(markOf('A photograph of wet sacks')?.className).toBe('shown')
  })

  it('does not show a headline twice', () => {
    expect(page.querySelector('#d1 .text')?.textContent).not.toContain('Flooded grain went to bakeries')
  })

  it('draws a box for each article, voice and origin, in both sizes, and a strand for each passage', () => {
    const drawings = all(page, '#claim-1 svg.echoes')
    expect(drawings.map((drawing) => all(drawing, '.box').length)).toEqual([6 + 7 + 3 + 1, 6 + 7 + 3 + 1])
    expect(drawings.map((drawing) => all(drawing, '.box.supports').length)).toEqual([3, 3])
    expect(all(parsedPage(htmlPage(echoCase(20))), 'svg.echoes.wide .strand').length).toBe(40)
  })
})

describe('passages that overlap', () => {
  const { document } = siloCase.exhibits[0]!
  const [first, second] = siloCase.statements
  const { start, end } = first!.content[0]!
  const content = [
    { start: start + 6, end: start + 16 },
    { start: end - 5, end: end + 8 },
  ]
  const nested: CheckedCase = {
    ...siloCase,
    statements: siloCase.statements.map((statement) => (statement === second ? { ...second, content } : statement)),
  }

  it('are cut where one begins or ends, and each keeps its id and its way back', () => {
    const paragraph = parsedPage(htmlPage(nested)).querySelector('#d1 .text p')
    expect(all(paragraph, 'mark').map(({ textContent, className }) => [textContent, className])).toEqual([
      [document.text.slice(start, start + 6), 'supports certain'],
      [document.text.slice(start + 6, start + 16), 'supports certain nested'],
      [document.text.slice(start + 16, end - 5), 'supports certain'],
      [document.text.slice(end - 5, end), 'supports certain nested'],
      [document.text.slice(end, end + 8), 'supports certain'],
    ])
    expect(all(paragraph, '.spot').length).toBe(2)
    expect(all(paragraph, '.back').length).toBe(2)
  })
})

/** WCAG 2.2 relative luminance and contrast of two colours as `#rrggbb`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

describe('the colours of a page', () => {
  const themes = PAGE_STYLE.split(':root{')
    .slice(1)
    .map((block) => {
      const colours = Array.from(
        block.slice(0, block.indexOf('}')).matchAll(/--([a-z\d]+):(#[\da-f]{3,6})\b/gu),
        ([, name = '', value = '']) => {
          return [name, value.length === 4 ? value.replace(/[\da-f]/gu, '$&$&') : value] as const
        },
      )
      return new Map(colours)
    })

  it('are given for light, dark and print', () => {
    expect(themes.map((theme) => theme.size)).toEqual([19, 19, 19])
  })

  it.each([0, 1, 2])('have the contrast of WCAG AA in theme %i', (place) => {
    const theme = themes[place] ?? new Map<string, string>()
    const pairs = [
      ...['paper', 'panel', 's3', 's2', 's1', 'c3', 'c2', 'c1', 'n3', 'n2', 'n1', 'shown'].map(
        (ground) => ['ink', ground] as const,
      ),
      ...['soft', 'supports', 'contradicts', 'neutral'].map((ink) => [ink, 'paper'] as const),
      ['soft', 'panel'] as const,
    ]
    for (const [ink, ground] of pairs)
      expect(contrast(theme.get(ink) ?? '', theme.get(ground) ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
})
