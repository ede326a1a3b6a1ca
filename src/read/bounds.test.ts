import { describe, expect, it } from 'vitest'
import { documentOf, refusalOf } from './captures.fixture.ts'
import { DEEPEST, MOST_NODES } from './limits.ts'

const LEAD = '<p>The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding corn.</p>'

/** Milliseconds that a hostile page may take here: some twenty times what it takes on an idle core, for CI is slow and shared. */
const SOON = 15_000

/**
 * Pages made to take a parser or a reader long. What each took to be read or refused, in milliseconds on one core of a laptop, stands in
 * docs/rooms/read.md.
 */
const HOSTILE: Readonly<Record<string, string>> = {
  '20,000 nested elements': '<div>'.repeat(20_000),
  '20,000 unclosed formatting tags': '<b>'.repeat(20_000),
  'a page as deep as may be': `${'<div>'.repeat(DEEPEST - 4)}${LEAD.repeat(200)}`,
  '100,000 attributes': `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(' ')}>x</p>${LEAD}`,
  'a table of 90,000 cells': `<table>${`<tr>${'<td>cell</td>'.repeat(20)}</tr>`.repeat(4500)}</table>${LEAD}`,
  'a flood of character references': `${'&amp;'.repeat(MOST_NODES - 10)}${LEAD}`,
  'too many character references': `${'&amp;'.repeat(MOST_NODES + 1)}${LEAD}`,
  'a million <': `${'<'.repeat(1_000_000)}${LEAD}`,
  'comments that never end': `${LEAD}${'<!--'.repeat(250_000)}`,
  'drawings that never end': `${LEAD}${'<svg>'.repeat(100_000)}`,
  'values that never end': `${LEAD}${'<a b="'.repeat(150_000)}`,
  'end tags against a deep stack': `${LEAD}<b>${'<i>'.repeat(500)}<div>${'</b>'.repeat(500_000)}`,
  '80,000 items of lists': `${LEAD}${`<ul>${'<li>x'.repeat(3)}</ul>`.repeat(20_000)}`,
  '60,000 spans': `${LEAD}${'<span>word </span>'.repeat(60_000)}`,
  '30,000 links': `${LEAD}${'<a href="/x">link text</a> '.repeat(30_000)}`,
  '100,000 line breaks': `${LEAD}${'text<br><br>'.repeat(50_000)}`,
  '100,000 broken lines in lower case': `${LEAD}${'text<br>'.repeat(100_000)}`,
  '5,000 previews': `${LEAD}${'<li><h3><a href="/x">title</a></h3><p>text</p></li>'.repeat(5000)}`,
  '5,900 elements of the kind that Readability is slow on': `${LEAD}${'<ul><li>x<li>x</ul>'.repeat(1950)}`,
  'many passages, deep': `${LEAD}${'<div>'.repeat(DEEPEST - 10)}${'<p>x</p>'.repeat(60_000)}`,
  'many captions of one picture': `${LEAD}<figure>${'<figcaption>x</figcaption>'.repeat(60_000)}`,
  'hints in hints': `${LEAD}${'<div class="related share">'.repeat(DEEPEST - 10)}${'<i>x</i>'.repeat(60_000)}`,
  'a megabyte of letters': `<p>${'x'.repeat(1_000_000)}</p>${LEAD}`,
  'a huge class': `<p class="${'a '.repeat(200_000)}">x</p>${LEAD}`,
}

describe('a hostile page', () => {
  it.each(Object.entries(HOSTILE))('with %s is read or refused soon', { timeout: SOON }, async (_what, source) => {
    const refusal = await refusalOf(`<!DOCTYPE html><html><body>${source}</body></html>`, 'a.html')
    if (refusal !== null) expect(['too-deep', 'too-large']).toContain(refusal.code)
  })

  it('is refused by name where it is too deep or too large', async () => {
    expect((await refusalOf(`<!DOCTYPE html>${HOSTILE['20,000 nested elements'] ?? ''}`, 'a.html'))?.code).toBe('too-deep')
    expect((await refusalOf(`<!DOCTYPE html>${HOSTILE['too many character references'] ?? ''}`, 'a.html'))?.code).toBe(
      'too-large',
    )
    expect((await refusalOf('<!DOCTYPE html>' + LEAD.repeat(100_000), 'a.html'))?.code).toBe('too-large')
  })
})

describe('a hostile text', () => {
  it.each([
    ['md', '['.repeat(400_000)],
    ['md', '![['.repeat(100_000)],
    ['md', '> '.repeat(1000) + 'x\n'.repeat(1000)],
    ['md', '|a|b|\n|-|-|\n' + '|x|y|\n'.repeat(40_000)],
    ['md', '**a*'.repeat(100_000)],
    ['txt', 'a\n'.repeat(310_000)],
    ['txt', 'A: b\n\n'.repeat(50_000)],
    ['txt', '12 May '.repeat(50_000)],
    ['txt', 'By Ann Roe and '.repeat(30_000)],
    ['txt', '"'.repeat(1_000_000)],
    ['txt', ' '.repeat(1_000_000) + 'a'],
    ['txt', '---\n'.repeat(250_000)],
  ])('of %s is read or refused soon', { timeout: SOON }, async (ending, text) => {
    expect(['too-large', 'no-article', 'empty', undefined]).toContain((await refusalOf(text, `a.${ending}`))?.code)
  })
})

describe('a large page', () => {
  it('saved whole is read, for its pictures do not count', async () => {
    const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(200_000)}">`
    const source = `<!DOCTYPE html><html><body><article><h1>Mill</h1>${picture.repeat(5)}${LEAD}<style>${'p{}'.repeat(500_000)}</style></article></body></html>`
    expect(source.length).toBeGreaterThan(12_000_000)
    expect((await documentOf(source, 'a.html')).blocks).toHaveLength(2)
  })

  it('of 200,000 words is read, as a page and as text', { timeout: SOON }, async () => {
    const text = LEAD.slice(3, -4)
    const paragraphs = Array.from({ length: 200_000 / 18 }, (_, at) => `${text} This is sentence ${at}.`)
    expect((await documentOf(paragraphs.join('\n\n'), 'a.txt')).blocks.length).toBe(paragraphs.length)
    expect(
      (await documentOf(`<!DOCTYPE html><article>${paragraphs.map((line) => `<p>${line}</p>`).join('')}</article>`, 'a.html'))
        .blocks.length,
    ).toBe(paragraphs.length)
  })
})
