import { describe, expect, it } from 'vitest'
import { blocksOf, documentsOf, refusalOf } from './captures.fixture.ts'

const LEAD = 'The mill at Saltby will close in May, its owner said.'

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Saltby &amp; Weir</title>${items}</channel></rss>`

describe('a feed', () => {
  it('of RSS gives the fuller text of each item under its title', async () => {
    const item = `<item><title>Mill &amp;amp; goat</title><link>https://a.example/1</link><pubDate>Mon, 03 May 2021 23:30:00 -0800</pubDate><dc:creator>Ann Roe</dc:creator>
      <description>Short.</description><content:encoded><![CDATA[<p>${LEAD}</p><p>Share on Facebook</p><p>The goat stays.</p>]]></content:encoded></item>`
    const [document] = await documentsOf(rss(item), 'feed.xml')
    expect(document).toMatchObject({
      format: 'feed',
      url: 'https://a.example/1',
      publisher: 'Saltby & Weir',
      author: 'Ann Roe',
      title: 'Mill & goat',
      published: '2021-05-03',
    })
    expect(blocksOf(document!)).toEqual(['Mill & goat', LEAD, 'The goat stays.'])
  })

  it('of RDF is read', async () => {
    const source = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Post</title></channel><item><title>Mill</title><link>https://a.example/2</link><description>${LEAD}</description></item></rdf:RDF>`
    expect(blocksOf((await documentsOf(source, 'feed.rdf'))[0]!)).toEqual(['Mill', LEAD])
  })

  it('of JSON is read as markup or as text', async () => {
    const source = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Post',
      items: [
        { id: '1', content_html: `<p>${LEAD}</p>`, title: 'One' },
        { id: '2', content_text: `3 < 4, they say.\n\n${LEAD}` },
      ],
    })
    expect((await documentsOf(source, 'feed.json')).map(blocksOf)).toEqual([
      ['One', LEAD],
      ['3 < 4, they say.', LEAD],
    ])
  })

  it('leaves items out that say nothing, and is refused where all do', async () => {
    expect(
      await documentsOf(
        rss(`<item><link>https://a.example/</link></item><item><description>${LEAD}</description></item>`),
        'feed.xml',
      ),
    ).toHaveLength(1)
    expect(await refusalOf(rss('<item><link>https://a.example/</link></item>'), 'feed.xml')).toMatchObject({ code: 'no-article' })
  })

  it('is refused where it is malformed, nested too deep or too large', async () => {
    expect(await refusalOf('<rss version="2.0"><channel>', 'feed.xml')).toMatchObject({ code: 'malformed' })
    expect(await refusalOf(rss('<a>'.repeat(600)), 'feed.xml')).toMatchObject({ code: 'too-deep' })
    expect(await refusalOf(rss(`<item><description>${'&lt;b&gt;'.repeat(600)}</description></item>`), 'feed.xml')).toMatchObject({
      code: 'too-deep',
    })
    expect(await refusalOf(rss('x'.repeat(4_000_000)), 'feed.xml')).toMatchObject({ code: 'too-large' })
  })

  it('with entities of its own is refused: what they stand for may be anything, and more than memory holds', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]>`
    const source = rss(`<item><title>&b;</title><description>${LEAD}</description></item>`).slice(21)
    expect(await refusalOf(`<?xml version="1.0"?>${bomb}${source}`, 'feed.xml')).toMatchObject({
      code: 'too-large',
      sentence: expect.stringContaining('abbreviations of its own') as string,
    })
    expect(
      await documentsOf(`<?xml version="1.0"?><!DOCTYPE rss SYSTEM "rss-0.91.dtd">${source.replace('&b;', 'Mill')}`, 'feed.xml'),
    ).toHaveLength(1)
  })
})
