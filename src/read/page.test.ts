import { describe, expect, it } from 'vitest'
import { blocksOf, documentOf } from './captures.fixture.ts'
import { readJsonLd } from './json-ld.ts'
import { readPageImprint } from './page-imprint.ts'
import { passagesOfPage } from './page-passages.ts'
import { growTree } from './tree.ts'

const ONE = 'The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding corn.'
const TWO = 'Nobody in the village was told. The miller heard it from the postman, who had read it on a card.'
const THREE = 'A meeting has been called for Friday, at which the owner will speak and the goat will be shown.'

const read = async (body: string): Promise<readonly string[]> =>
  blocksOf(await documentOf(`<!DOCTYPE html><html><body>${body}</body></html>`, 'a.html'))
const story = (...more: readonly string[]): string =>
  [ONE, TWO, THREE]
    .map((text) => `<p>${text}</p>`)
    .concat(more)
    .join('')
const STORY = [ONE, TWO, THREE]

describe('the article of a page', () => {
  it.each([
    ['in an article', `<article>${story()}</article><div><p>An unrelated sentence stands below it.</p></div>`],
    [
      'in main',
      `<header><a href="/">Post</a></header><main>${story()}</main><footer><p>Printed in Saltby since 1911.</p></footer>`,
    ],
    [
      'in plain divs',
      `<div class="top"><a href="/">Post</a></div><div><div>${story()}</div></div><div class="sidebar"><p>About the Saltby Post, since 1911.</p></div>`,
    ],
    [
      'beside a long notice on cookies',
      `<div class="cookie-consent">${`<p>We use cookies and so do our friends. </p>`.repeat(30)}</div><main>${story()}</main>`,
    ],
    [
      'with a form and a hidden box',
      `<main>${story()}<form><p>Write to us about this article.</p></form><div hidden><p>You have read three articles.</p></div></main>`,
    ],
    [
      'with boxes between',
      `<article><p>${ONE}</p><div class="related-posts"><p>What else there is to read.</p></div><p>${TWO}</p><aside><p>Read about goats, too.</p></aside><p>${THREE}</p></article>`,
    ],
    [
      'with previews beside it',
      `<main>${story()}<div class="grid"><div><h3><a href="/a">Goose wins</a></h3><p>The goose did it again.</p></div><div><a href="/b"><h3>Bus late</h3><p>The bus did not.</p></a></div></div></main>`,
    ],
    [
      'with a caption',
      `<article>${story('<figure><img><figcaption>The mill in May, as seen from the weir by our reader.</figcaption></figure>')}</article>`,
    ],
  ])('stands %s', async (_where, body) => {
    expect(await read(body)).toEqual(STORY)
  })

  it('keeps notes on corrections, wherever they stand', async () => {
    const note = 'Correction: the mill was built in 1811 and not in 1911.'
    expect(await read(`<article>${story()}</article><footer><p>${note}</p><p>Printed in Saltby.</p></footer>`)).toEqual([
      ...STORY,
      note,
    ])
  })

  it('keeps quotations with who said it', async () => {
    const quote =
      '<figure><blockquote><p>It is over, and I am glad.</p></blockquote><figcaption>— The miller</figcaption></figure>'
    expect(await read(`<article>${story(quote)}</article>`)).toEqual([...STORY, 'It is over, and I am glad.', '— The miller'])
  })

  it('takes an element for text that holds most of the page, whatever it is called', async () => {
    expect(await read(`<body class="has-sidebar"><div class="newsletter related">${story()}</div></body>`)).toEqual(STORY)
    expect(await read(`<form id="aspnet"><div>${story()}</div></form>`)).toEqual(STORY)
  })

  it('keeps short lines beside the one long paragraph', async () => {
    expect(await read(`<div><p>${ONE} ${TWO}</p><p>Nobody was hurt.</p><ul><li>one goat</li></ul></div>`)).toEqual([
      `${ONE} ${TWO}`,
      'Nobody was hurt.',
      'one goat',
    ])
  })

  it('takes the heading above the body and the standfirst between', async () => {
    const document = await documentOf(
      `<html><body><div><h1>Mill to close</h1><p class="subtitle">A goat is to be shown.</p></div><div><div>${story()}</div></div></body></html>`,
      'a.html',
    )
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['headline', 'standfirst', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('keeps every entry of a live page', async () => {
    const entry = (id: number, text: string): string =>
      `<article><h3><a href="/live#${id}">Entry ${id}</a></h3><p>${text}</p></article>`
    expect(await read(`<main>${[ONE, TWO, THREE].map((text, at) => entry(at, text)).join('')}</main>`)).toEqual(
      [ONE, TWO, THREE].flatMap((text, at) => [`Entry ${at}`, text]),
    )
  })
})

describe('the passages of a page', () => {
  const passages = async (html: string): Promise<readonly (readonly [string, string])[]> =>
    passagesOfPage((await growTree(html)).root).map(({ passage }) => [passage.kind, passage.text] as const)

  it.each([
    [
      '<div>a<p>b</p>c</div>',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
        ['paragraph', 'c'],
      ],
    ],
    [
      'a<br>b<br><br>C d<br>E',
      [
        ['paragraph', 'a b'],
        ['paragraph', 'C d'],
        ['paragraph', 'E'],
      ],
    ],
    [
      '<ul><li>a <b>b</b></li><li><p>c</p></li></ul>',
      [
        ['item', 'a b'],
        ['item', 'c'],
      ],
    ],
    [
      '<blockquote>a<ul><li>b</li></ul></blockquote>',
      [
        ['quote', 'a'],
        ['quote', 'b'],
      ],
    ],
    [
      '<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>',
      [
        ['item', 'a | b'],
        ['item', 'c'],
      ],
    ],
    [`<table><tr><td>${ONE.repeat(4)}</td></tr></table>`, [['paragraph', ONE.repeat(4)]]],
    ['<p>He said <q>no</q>.</p>', [['paragraph', 'He said “no”.']]],
    ['<p>It is <del>blue</del><ins>red</ins>.<sup><a href="#n1">1</a></sup></p>', [['paragraph', 'It is red.']]],
    [
      '<pre>a\n\nb</pre>',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
      ],
    ],
    ['<p>a&nbsp;&amp;&#8212;b\u200Bc\u00AD</p>', [['paragraph', 'a &—bc']]],
    [
      '<h1>a</h1><h3>b</h3>',
      [
        ['headline', 'a'],
        ['heading', 'b'],
      ],
    ],
    [`<p>${ONE} <span class="sr-only">hidden</span><button>b</button></p>`, [['paragraph', ONE]]],
  ] as const)('of %s', async (html, expected) => {
    expect(await passages(html)).toEqual(expected)
  })
})

describe('what a page says of itself', () => {
  const imprint = async (html: string): Promise<object> => readPageImprint((await growTree(html)).root).found

  it('stands in its meta elements', async () => {
    const html = `<meta property="og:title" content="Mill to close | Saltby Post"><meta property="og:site_name" content="Saltby Post">
      <meta name="author" content="By Ann Roe"><meta property="article:published_time" content="2021-05-03T22:00:00-08:00"><link rel="canonical" href="https://a.example/mill">`
    expect(await imprint(html)).toEqual({
      url: 'https://a.example/mill',
      publisher: 'Saltby Post',
      author: 'Ann Roe',
      title: 'Mill to close',
      published: '2021-05-03',
    })
  })

  it('or in elements made for it', async () => {
    const html = `<title>Mill to close – Saltby Post</title><article><p>By <a rel="author" href="/ann">Ann Roe</a></p><time datetime="2021-05-03">Monday</time></article>`
    expect(await imprint(html)).toEqual({
      url: null,
      publisher: 'Saltby Post',
      author: 'Ann Roe',
      title: null,
      published: '2021-05-03',
    })
  })
})

describe('readJsonLd', () => {
  const found = (value: unknown): object => readJsonLd([JSON.stringify(value)]).found

  it('finds the article in lists and graphs, and names by reference', () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'Mill',
      author: [{ name: 'Ann Roe' }, 'Li Wei'],
      datePublished: '2021-05-03',
      publisher: { '@id': '#p' },
    }
    const expected = { url: null, publisher: 'Post', author: 'Ann Roe, Li Wei', title: 'Mill', published: '2021-05-03' }
    const outlet = { '@id': '#p', '@type': 'Organization', name: 'Post' }
    expect(found([{ '@type': 'WebSite' }, article, outlet])).toEqual(expected)
    expect(found({ '@graph': [outlet, article] })).toEqual(expected)
    expect(found({ '@type': 'WebPage', mainEntity: { ...article, publisher: outlet } })).toEqual(expected)
  })

  it('takes nothing from what is no JSON, no article, or no text', () => {
    expect(readJsonLd(['{', '[]', 'null', '{"@type":"Recipe","name":"Cake"}']).found).toMatchObject({ title: null })
    expect(found({ '@type': 'Article', headline: 3, author: { name: null }, datePublished: 'soon' })).toMatchObject({
      title: null,
      author: null,
      published: null,
    })
  })
})
