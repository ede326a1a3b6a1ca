import { describe, expect, it } from 'vitest'
import { isCommentLabel, isFurnitureLine, isNote, isShelf } from './furniture-line.ts'
import { takeOff } from './furniture.ts'
import { NOTHING_FOUND, passage, type Passage } from './passage.ts'
import { readText } from './text.ts'

const isOff = (text: string): boolean => isFurnitureLine(passage(text))

describe('a line that is furniture wherever it stands', () => {
  it.each([
    'Advertisement',
    'Share this article',
    'Share on Facebook',
    'Facebook Twitter WhatsApp Email',
    '1.2K shares',
    '14 comments',
    '5 min read',
    'Reading time: 4 minutes',
    'Read more: Mayor opens footpath',
    'RELATED: What the mayor wore?',
    'Filed under: Council, Mills',
    'We use cookies to improve your visit. Accept all | Settings',
    'By clicking “Accept” you agree that this site and its partners store cookies.',
    'We and our 52 partners value your privacy.',
    'Sign up for the morning newsletter',
    'Sign up to our free newsletter and get the news in your inbox.',
    'Follow Ann Roe on Twitter: @annroe.',
    'Please enter your comment!',
    'Please enter your name here',
    'Your email address will not be published. Required fields are marked *',
    '© 2021 Saltby Post. All rights reserved.',
    'Copyright 2021 Saltby Post',
    'Photo: Ann Roe',
    'The mill at dusk. Picture: Post archive',
    'The mill (Photo by Ann Roe)',
    'Ann Roe/Getty Images',
  ])('%s', (line) => {
    expect(isOff(line)).toBe(true)
  })

  it.each([
    'Nobody was hurt.',
    'Share prices fell.',
    'Sign up or stay out, the union told its members.',
    '“We use cookies,” the firm said, “because our customers want us to.”',
    'The regulator said that this site had set cookies without asking.',
    'Follow the money and it leads to a bank in Saltby.',
    'It was a grim picture: two mills had closed.',
    'The report had one more: the bridge.',
    'Read more: that is what my teacher said, and I did.',
    'He has 14 comments.',
    'Copyright law is to be changed in spring, the ministry says.',
    'Home at last.',
    'Please keep dogs on a lead.',
    'Film: it is dead, or so the critics say.',
    'Subscribe to that view if you must.',
  ])('but not: %s', (line) => {
    expect(isOff(line)).toBe(false)
  })
})

describe('labels', () => {
  it('know lists of other articles, comments and notes', () => {
    expect(['Must Read', 'MORE ARTICLES LIKE THIS', 'Most read', 'Latest'].every((text) => isShelf(passage(text)))).toBe(true)
    expect(isShelf(passage('The latest is that the bridge holds'))).toBe(false)
    expect(['LEAVE A REPLY', 'Comments', '12 responses', 'Comments (3)'].every((text) => isCommentLabel(passage(text)))).toBe(
      true,
    )
    expect(isCommentLabel(passage('The response'))).toBe(false)
    expect(isNote(passage('CORRECTION: the mill has two wheels, not three.'))).toBe(true)
    expect(isNote(passage('Updated 5 May 2021'))).toBe(false)
  })
})

const LEAD = 'The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding.'
const MORE = 'Nobody in the village was told. The miller heard it from the postman, who had read it on a card.'

const left = (text: string): readonly (readonly [string, string])[] =>
  takeOff(readText(text)).passages.map(({ kind, text: line }) => [kind, line] as const)

const texts = (text: string): readonly string[] => left(text).map(([, line]) => line)

describe('takeOff', () => {
  it('takes a list of other articles off with its titles, in the middle of a text and at its end', () => {
    const list = 'Must Read\nGoose wins prize\nWhat is a weir?'
    expect(texts(`${LEAD}\n\n${list}\n\n${MORE}\n\nMore from the Post\n\nBus late again\n\nFair to open`)).toEqual([LEAD, MORE])
  })

  it('keeps a line that only begins as such a heading does, where text follows', () => {
    expect(texts(`${LEAD}\n\nMore on the wheel\n\n${MORE}`)).toEqual([LEAD, 'More on the wheel', MORE])
  })

  it('leaves readers’ comments out, but not a text that follows a link to them', () => {
    const long = `${LEAD}\n\n${MORE}\n\n${LEAD} Again.\n\n${MORE} Again.`
    expect(texts(`${long}\n\n2 comments\n\nStan says:\n\nIt was the quarry, as everybody in the village knows.`)).toHaveLength(4)
    expect(texts(`Mill to close\n\n12 comments\n\n${long}`)).toHaveLength(5)
  })

  it('keeps corrections and updates under the comments', () => {
    const long = `${LEAD}\n\n${MORE}\n\n${LEAD} Again.\n\n${MORE} Again.`
    const note = 'Correction: the mill was built in 1811, not in 1911.'
    expect(texts(`${long}\n\nLeave a reply\n\n${note}`).at(-1)).toBe(note)
  })

  it('takes off the author’s name and box, above and below, and reads them', () => {
    const text = `Mill to close\n\nAnn Roe\nAnn Roe\nAnn Roe covers mills for the Saltby Post.\n\n${LEAD}\n\n${MORE}\n\nANN ROE`
    const { imprint, passages } = takeOff(readText(text))
    expect(imprint).toMatchObject({ author: 'Ann Roe', publisher: 'Saltby Post', title: 'Mill to close' })
    expect(passages.map((line) => line.text)).toEqual(['Mill to close', LEAD, MORE])
  })

  it('keeps a sentence about somebody else who writes', () => {
    const line = 'Tom Poe is a writer who lives beside the mill, and he has not slept since.'
    expect(texts(`Mill to close\n\nBy Ann Roe\n\n${LEAD}\n\n${line}`)).toContain(line)
  })

  it('takes a colophon off the end, and not out of the text', () => {
    expect(texts(`${LEAD}\n\n${MORE}\n\nThe letter said: please do not forward this.`)).toHaveLength(3)
    expect(texts(`${LEAD}\n\n${MORE}\n\nThis letter is free. Please do not forward.`)).toEqual([LEAD, MORE])
    const inside = 'Letters to the editor were burnt in the yard, the caretaker has found.'
    expect(texts(`${LEAD}\n\n${inside}\n\n${MORE}`)).toContain(inside)
  })

  it('finds the headline under a masthead, a section and a number', () => {
    expect(
      left(`THE SALTBY POST\nNo. 12/2021\n\nMill to close after two centuries\n\nBy Ann Roe\n3 May 2021\n\n${LEAD}`),
    ).toEqual([
      ['headline', 'Mill to close after two centuries'],
      ['paragraph', LEAD],
    ])
  })

  it('tells a standfirst from the text by the byline under it', () => {
    const standfirst = 'The owner says that nobody eats bread any more.'
    expect(left(`Mill to close\n\n${standfirst}\n\nBy Ann Roe\n\n${LEAD}`)[1]).toEqual(['standfirst', standfirst])
    expect(left(`Mill to close\n\n${standfirst}\n\n${LEAD}`)[1]).toEqual(['paragraph', standfirst])
  })

  it('reads the day from a line at the head, and none from the text', () => {
    expect(takeOff(readText(`Mill to close\n\nMonday 3 May 2021\n\n${LEAD}`)).imprint.published).toBe('2021-05-03')
    expect(takeOff(readText(`Mill to close\n\n${LEAD} That was on 3 May 2021.`)).imprint.published).toBeNull()
  })

  it('drops what a page holds twice', () => {
    const lines: readonly Passage[] = [
      passage('Mill', { kind: 'headline' }),
      passage(LEAD),
      passage('Mill'),
      passage(LEAD),
      passage('Yes.'),
      passage('Yes.'),
    ]
    const { passages } = takeOff({ found: NOTHING_FOUND, stamped: NOTHING_FOUND, passages: lines })
    expect(passages.map(({ text }) => text)).toEqual(['Mill', LEAD, 'Yes.', 'Yes.'])
  })
})
