import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

const lines = (text: string): readonly string[] => readText(text).passages.map((held) => held.text)

describe('readText', () => {
  it('joins the lines of a text that is wrapped', () => {
    const text = [
      'The mill at Saltby, which has ground corn since the year of the flood,',
      'will close in May because nobody eats bread any more, its owner said',
      'on Monday.',
      '',
      'The miller, who had it from the postman, has asked for a meeting and',
      'a well-',
      'wisher has offered him a goat.',
    ].join('\n')
    expect(lines(text)).toEqual([
      'The mill at Saltby, which has ground corn since the year of the flood, will close in May because nobody eats bread any more, its owner said on Monday.',
      'The miller, who had it from the postman, has asked for a meeting and a well-wisher has offered him a goat.',
    ])
  })

  it('keeps lines apart that nobody wrapped', () => {
    expect(lines('Must Read\nGoose wins prize\nBus late again')).toEqual(['Must Read', 'Goose wins prize', 'Bus late again'])
    const long = `${'The mill is closed and the wheel stands still. '.repeat(5)}\n`
    expect(lines(long.repeat(3))).toHaveLength(3)
  })

  it('takes list marks off and rules out', () => {
    const { passages } = readText('- one thing\n* another\n\n-----\n\n1. a numbered one')
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['item', 'one thing'],
      ['item', 'another'],
      ['paragraph', '1. a numbered one'],
    ])
  })

  it('reads fields at the head, between fences or bare, and nothing that only looks so', () => {
    const found = {
      url: 'https://a.example/',
      publisher: 'Post',
      author: 'Ann Roe, Li Wei',
      title: 'Mill: a story',
      published: '2021-05-03',
    }
    const fenced =
      '---\ntitle: "Mill: a story"\nauthor:\n  - Ann Roe\n  - Li Wei\ndate: 2021-05-03T10:00:00Z\nsource: Post\nurl: https://a.example/\n---\nText.'
    expect(readText(fenced)).toMatchObject({ found, passages: [{ kind: 'headline', text: 'Mill: a story' }, { text: 'Text.' }] })
    const bare =
      'Title: Mill: a story\nAuthors: Ann Roe, Li Wei\nDate: 3 May 2021\nPublisher: Post\nURL: https://a.example/\n\nText.'
    expect(readText(bare).found).toEqual(found)
    expect(readText('Source: close to the mill\n\nText.').found.publisher).toBeNull()
  })
})

describe('readMarkdown', () => {
  it('knows headings, quotes, lists, tables and links', async () => {
    const source =
      '# Mill\n\n> It is *closed*.\n\n- one\n- [two](https://a.example)\n\n| a | b |\n|---|---|\n| c | d |\n\nSee [it](https://a.example) &amp; [this](#n).\n'
    const { passages } = await readMarkdown(source)
    expect(passages.map(({ kind, text, linked }) => [kind, text, Math.round(linked * 10) / 10])).toEqual([
      ['headline', 'Mill', 0],
      ['quote', 'It is closed.', 0],
      ['item', 'one', 0],
      ['item', 'two', 1],
      ['item', 'a | b', 0],
      ['item', 'c | d', 0],
      ['paragraph', 'See it & this.', 0.2],
    ])
  })

  it('leaves tags and pictures out and indented text in', async () => {
    const { passages } = await readMarkdown(
      '<nav>Home</nav>\n\n![Mill](m.png)\n\n    Indented text.\n\nA <b>b</b> <span>c</span>\n\n<div>In a div</div>\n',
    )
    expect(passages.map(({ text }) => text)).toEqual(['Indented text.', 'A b c', 'In a div'])
  })

  it('marks italics below a rule as a colophon', async () => {
    const { passages } = await readMarkdown('Text.\n\n---\n\n*Ann Roe has a dog.*')
    expect(passages.map(({ role }) => role)).toEqual([null, 'colophon'])
  })
})
