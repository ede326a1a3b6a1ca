import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { Capture } from '../core/document.ts'
import { sha256Of } from '../core/digest.ts'
import { RENDERING_META_POLICY, RENDERING_POLICY, RENDERING_STYLE_SHA256, type Rendering } from '../core/rendering.ts'
import { DEEPEST, MOST_NODES } from './limits.ts'
import { column, pdfOf } from './pdf.fixture.ts'
import { rendered } from './read.ts'
import { RENDERING_STYLE } from './rendering-style.data.ts'

const capture = (source: string | Uint8Array, more: Partial<Capture> = {}): Capture => ({
  name: 'a.html',
  bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source,
  mediaType: null,
  charset: null,
  imprint: {},
  ...more,
})

const rendering = async (source: string | Uint8Array, more: Partial<Capture> = {}): Promise<Rendering> => {
  const result = await rendered(capture(source, more))
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}

/** What stands between the tags of `main`, of a page with this body. */
const main = async (body: string, more: Partial<Capture> = {}): Promise<string> => {
  const { html } = await rendering(`<!DOCTYPE html><body>${body}`, more)
  return html.slice(html.indexOf('<main>') + 6, html.indexOf('</main>'))
}

/** A PNG that says it is so wide and so high, in base 64; there is nothing in it. */
const png = (width: number, height: number): string => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}

describe('a rendering of a page', () => {
  it('keeps structure and emphasis', async () => {
    const body = '<h1>Mill</h1><p>It <em>closed</em>.</p><ol start="4"><li>one</li></ol><blockquote>said</blockquote>'
    expect(await main(body)).toBe(body)
    expect(await main('<table><tr><td colspan=2>x<th rowspan=9999>y</table>')).toBe(
      '<table><tbody><tr><td colspan="2">x</td><th>y</th></tr></tbody></table>',
    )
  })

  it('keeps words on either side of an element that it does not have apart', async () => {
    expect(await main('<main>a</main><nav>b</nav><font>c</font>')).toBe('<div>a</div><div>b</div>c')
  })

  it('has links as words with their address beside them', async () => {
    const link = '<a href="/b?x=1&amp;y=2">go</a>'
    expect(await main(link, { imprint: { url: 'https://a.example/c/d' } })).toBe(
      '<a title="https://a.example/b?x=1&#x26;y=2">go</a>',
    )
    expect(await main(link)).toBe('<a title="/b?x=1&#x26;y=2">go</a>')
    expect(await main('<a href="java&#115;cript:alert(1)">go</a>')).toBe('<a>go</a>')
  })

  it('has pictures as words, and tells how many', async () => {
    const { html, warnings } = await rendering(
      '<!DOCTYPE html><img src="//p.example/a.png" alt="A dam"><image src="https://q.example/">',
    )
    expect(html).toContain('Picture: A dam')
    expect(html).toContain('Picture: https://q.example/')
    expect(html).not.toContain('<img')
    expect(warnings).toEqual(['2 pictures are not shown, only what the page says of them.'])
  })

  it('shows an inlined picture of modest size, and no other', async () => {
    expect(await main(`<img alt=x src="${png(100, 100)}">`)).toBe(`<img src="${png(100, 100)}" alt="x">`)
    for (const source of [
      png(20_000, 20_000),
      png(0, 5),
      png(9, 9).replace('png', 'gif'),
      png(9, 9).replace('png', 'svg+xml'),
      'data:image/svg+xml;base64,PHN2Zz4=',
      `${png(9, 9)}"`,
      `data:image/png;base64,iVBORw0KGgo${'A'.repeat(2_000_000)}`,
    ])
      expect(await main(`<img src='${source}'>`)).toContain('<span class="picture">Picture')
  })

  it('marks what the page hides', async () => {
    const { html, warnings } = await rendering('<!DOCTYPE html><p hidden>a<p style="DISPLAY : none">b<p style="opacity:0.5">c')
    expect(html).toContain('<p class="hidden">a</p><p class="hidden">b</p><p>c</p>')
    expect(warnings).toEqual([expect.stringMatching(/^2 parts that the page hides/u)])
  })

  it('takes out marks that reorder or hide other marks', async () => {
    expect(await main('<p>a\u202Eb\u200Bc</p>')).toBe('<p>abc</p>')
  })

  it('reads the charset as the room does', async () => {
    const bytes = Uint8Array.from(Buffer.from('<!DOCTYPE html><meta charset=windows-1252><p>caf\u00E9 \u00AB', 'latin1'))
    expect((await rendering(bytes)).html).toContain('<p>caf\u00E9 \u00AB</p>')
  })

  it('leads with its policy, and has no style but its own', async () => {
    const { html } = await rendering('<!DOCTYPE html><title>A &amp; b</title><style>*{color:red}</style><p style="color:red">x')
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>A &#x26; b</title>'))
    expect(html).not.toContain('red')
    expect(Buffer.from(sha256Of(new TextEncoder().encode(RENDERING_STYLE)), 'hex').toString('base64')).toBe(
      RENDERING_STYLE_SHA256,
    )
    const tree = JSON.stringify(fromHtml(html))
    expect(tree).toContain(RENDERING_META_POLICY)
    expect(RENDERING_POLICY).toMatch(/; sandbox$/u)
  })
})

describe('a page that is too much for a tree', () => {
  it.each([
    ['too deep', '<div>'.repeat(DEEPEST + 1), 'nested more than 512 deep'],
    ['of too many elements', '<i></i>'.repeat(MOST_NODES + 1), 'more than 100,000 elements'],
    ['too long', 'x'.repeat(8_000_001), 'more than 8 million characters'],
    ['with formatting left open', `<table>${'<b class>'.repeat(400)}${'<tr>x'.repeat(2000)}`, 'left open too often'],
  ])('that is %s is shown as its words, and says so', async (_what, source, why) => {
    const { html, warnings } = await rendering(`<!DOCTYPE html>${source}<p>The mill &lt;closed&gt;.</p>`)
    expect(warnings[0]).toContain(why)
    expect(html).toContain(warnings[0]?.slice(0, 40))
    if (!warnings[0]?.includes('only the first')) expect(html).toContain('The mill &#x3C;closed>.')
  })
})

describe('a rendering without words', () => {
  it.each(['<script>write()</script>', '<div></div>', '<div>'.repeat(5000), '<!--', '<svg><text>x</text></svg>'])(
    'has a warning: %.20s',
    async (source) => {
      expect((await rendering(`<!DOCTYPE html>${source}`)).warnings.join()).toContain('Nothing is left to show')
    },
  )
})

describe('a rendering of what is no page', () => {
  it('is the text as it was read', async () => {
    const text = '# Mill <b>\n\nThe mill closed on Monday, <script>alert(1)</script> it said.\n\n- one thing\n- another thing\n'
    const { html, warnings } = await rendering(text, { name: 'a.md' })
    expect(html).toContain('<h1>Mill</h1>')
    expect(html).toContain('<ul><li>one thing</li><li>another thing</li></ul>')
    expect(html).not.toContain('<script')
    expect(warnings).toHaveLength(1)
  })

  it('tells of a PDF what its pages do not show as its text has it', async () => {
    const words = 'The mill at Saltby will close in May, its owner said on Monday.'
    const lines = [...column([words, 'It has ground corn for two centuries.']), { text: words, x: 72.4, y: 740, size: 11 }]
    const speck = { text: 'and nobody may read this', x: 72, y: 300, size: 0.5 }
    const { html, warnings } = await rendering(pdfOf({ pages: [[...lines, speck]] }), { name: 'a.pdf' })
    expect(html).toContain('<p>')
    expect(warnings.slice(1)).toEqual([
      'One piece of text is set twice in one place: the page shows those words once.',
      'One piece of text is too small to be read on the page.',
    ])
    expect((await rendering(pdfOf({ pages: [column([words])] }), { name: 'a.pdf' })).warnings).toHaveLength(1)
  })

  it('is refused where the capture is', async () => {
    const result = await rendered(capture('', { name: 'a.txt' }))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'empty' } })
  })
})
