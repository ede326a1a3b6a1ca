import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../core/document.ts'
import { textAt } from '../../core/span.ts'
import { documentFromText } from '../../read/plain.ts'
import { datesOf } from './dates.ts'

/** A Wednesday. */
const PUBLISHED = '2024-05-15'

const told = (text: string, published: string | null = PUBLISHED): Document => ({ ...documentFromText(text), published })

/** The dates of a text as `words = date`. */
const dates = (text: string, published: string | null = PUBLISHED): readonly string[] =>
  datesOf(told(text, published)).map(({ span, iso }) => `${textAt(text, span)} = ${iso}`)

describe('datesOf: dates in full', () => {
  it.each([
    ['The kiln was lit on 3 March 2021.', ['on 3 March 2021 = 2021-03-03']],
    ['The kiln was lit on March 3, 2021.', ['on March 3, 2021 = 2021-03-03']],
    ['The kiln was lit on the 3rd of March 2021.', ['on the 3rd of March 2021 = 2021-03-03']],
    ['The kiln was lit on the ninth of March, 2021.', ['on the ninth of March, 2021 = 2021-03-09']],
    ['Logged 2021-03-03 and closed.', ['2021-03-03 = 2021-03-03']],
    ['Logged 23/9/2021 and closed 9.23.2021.', ['23/9/2021 = 2021-09-23', '9.23.2021 = 2021-09-23']],
    ['Tuesday, 14 May 2024: the kiln is cold.', ['Tuesday, 14 May 2024 = 2024-05-14']],
    ['It burned from 14 to 16 March 2021.', ['from 14 = 2021-03-14', '16 March 2021 = 2021-03-16']],
    ['It burned from March 14 to 16, 2021.', ['from March 14 = 2021-03-14', '16, 2021 = 2021-03-16']],
    ['It has been cold since April 2019.', ['since April 2019 = 2019-04']],
    ['It has been cold since the spring of 2019.', ['since the spring of 2019 = 2019']],
    ['It was fired in 1998 and again in the second half of 2003.', ['in 1998 = 1998', '2003 = 2003']],
    ['Kiln makers (2011–2014) agree.', ['2011 = 2011', '2014 = 2014']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

describe('datesOf: the year is found', () => {
  it.each([
    ['It cracked on 14 August.', 'on 14 August = 2023-08-14'],
    ['It will be fired on 14 August.', 'on 14 August = 2024-08-14'],
    ['It cracked on 20 April.', 'on 20 April = 2024-04-20'],
    ['It cracked in mid-August.', 'in mid-August = 2023-08'],
    ['The guild expects to report in June.', 'in June = 2024-06'],
    ['The guild reported in June.', 'in June = 2023-06'],
    ['The November promise was kept.', 'The November = 2023-11'],
    ['The guild put the vote off until July.', 'until July = 2024-07'],
    ['It cracked on 14 August last year.', 'on 14 August last year = 2023-08-14'],
    ['It was sold last November.', 'last November = 2023-11'],
    ['It cracked on Boxing Day.', 'on Boxing Day = 2023-12-26'],
    ['The kiln stood cold on Good Friday.', 'on Good Friday = 2024-03-29'],
    ['The kiln has stood cold since Easter.', 'since Easter = 2024-03-31'],
    ['It was built last summer.', 'last summer = 2023'],
    ['A verdict is expected in the autumn.', 'in the autumn = 2024'],
    ['It cracked on the 9th.', 'on the 9th = 2024-05-09'],
    ['It will be fired on the 9th.', 'on the 9th = 2024-06-09'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })

  it('reads a day of a month just named in that month', () => {
    expect(dates('The kiln cracked on 11 January. On the 14th the guild was told.')).toEqual([
      'on 11 January = 2024-01-11',
      'On the 14th = 2024-01-14',
    ])
  })
})

describe('datesOf: days of the week by tense', () => {
  it.each([
    ['The guild met on Tuesday.', 'on Tuesday = 2024-05-14'],
    ['The guild met on Wednesday.', 'on Wednesday = 2024-05-15'],
    ['The guild met on Thursday night.', 'on Thursday night = 2024-05-09'],
    ['The guild meets on Thursday.', 'on Thursday = 2024-05-16'],
    ['The guild will meet on Thursday.', 'on Thursday = 2024-05-16'],
    ['The guild is expected to give its answer on Thursday.', 'on Thursday = 2024-05-16'],
    ['The guild failed to give its answer on Thursday.', 'on Thursday = 2024-05-09'],
    ['The guild would not comment on Monday.', 'on Monday = 2024-05-13'],
    ['The guild could be told on Monday.', 'on Monday = 2024-05-20'],
    ['The mason should have been told on Monday.', 'on Monday = 2024-05-13'],
    ['A vote was called for Friday.', 'for Friday = 2024-05-17'],
    ['The gate was due to open on Friday.', 'on Friday = 2024-05-17'],
    ['A letter dated Friday lay on the mat.', 'Friday = 2024-05-10'],
    ["The winner of Saturday's race was disqualified.", 'Saturday = 2024-05-11'],
    ['The kiln cracked last Friday.', 'last Friday = 2024-05-10'],
    ['It reopens next Monday.', 'next Monday = 2024-05-20'],
    ['The kiln cracked on Monday last week.', 'on Monday last week = 2024-05-06'],
    ['The hearing is on Friday week.', 'on Friday week = 2024-05-24'],
    ['The hearing is a week on Friday.', 'a week on Friday = 2024-05-24'],
    ['The mason said the guild would vote, and left, late on Monday.', 'late on Monday = 2024-05-13'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected])
  })

  it('takes each clause for itself', () => {
    expect(dates('The mason said on Tuesday that the guild would vote on Thursday.')).toEqual([
      'on Tuesday = 2024-05-14',
      'on Thursday = 2024-05-16',
    ])
  })
})

describe('datesOf: counted from another day', () => {
  it.each([
    ['The kiln cracked yesterday.', ['yesterday = 2024-05-14']],
    ['It cracked last night.', ['last night = 2024-05-14']],
    ['It cracked the day before yesterday.', ['the day before yesterday = 2024-05-13']],
    ['It will be lit tomorrow; the guild meets tonight.', ['tomorrow = 2024-05-16', 'tonight = 2024-05-15']],
    ['The guild was warned three weeks ago.', ['three weeks ago = 2024-04-24']],
    ['The guild was warned a fortnight ago.', ['a fortnight ago = 2024-05-01']],
    ['The guild was warned four years ago.', ['four years ago = 2020']],
    ['The guild was warned last month.', ['last month = 2024-04']],
    ['It will be lit again next year.', ['next year = 2025']],
    ["It will be lit in three weeks' time.", ["in three weeks' time = 2024-06-05"]],
    ['It cracked on 3 May. Two days later it was mended.', ['on 3 May = 2024-05-03', 'Two days later = 2024-05-05']],
    ['The guild denied on Tuesday what it had said a day earlier.', ['on Tuesday = 2024-05-14', 'a day earlier = 2024-05-13']],
    ['It cracked on 3 May. The day before, all had been well.', ['on 3 May = 2024-05-03', 'The day before = 2024-05-02']],
    ['It cracked on 3 May, and that night it fell.', ['on 3 May = 2024-05-03', 'that night = 2024-05-03']],
    ['It was lit in 2019 and sold the following year.', ['in 2019 = 2019', 'the following year = 2020']],
    ['It cracked on 3 May. The Monday after, it fell.', ['on 3 May = 2024-05-03', 'The Monday after = 2024-05-06']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('passes over the day of the saying for the day of the event', () => {
    expect(dates('The kiln cracked on Sunday. The guild said so on Tuesday. That night it had rained.')).toEqual([
      'on Sunday = 2024-05-12',
      'on Tuesday = 2024-05-14',
      'That night = 2024-05-12',
    ])
  })

  it('counts what follows a later note from the date of the note', () => {
    expect(dates('The kiln cracked yesterday.\n\nUPDATE, 20 May: the guild met yesterday.')).toEqual([
      'yesterday = 2024-05-14',
      '20 May = 2024-05-20',
      'yesterday = 2024-05-19',
    ])
  })
})

describe('datesOf: left out', () => {
  it.each([
    'It cracked last week.',
    'It cracked on 3/4/2021.',
    'The guild was warned about three weeks ago.',
    'He came on a Tuesday, as on most Fridays.',
    'The guild may march in and June may not like it.',
    'The Sunday Courier and the Daily Tuesday Review have it.',
    'It was made in the 1990s, before the 20th century was out, on the 2nd floor.',
    'It left 2000 people and 1950 goats without a roof.',
    'It cracked the day after the flood.',
    'It was cold last winter.',
    'She told Harbour Tonight that her last night there was a quiet one.',
    'Merry Christmas, said the mason.',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([])
  })

  it('leaves out what counts from an unknown day', () => {
    expect(dates('It cracked on Tuesday 4 May 2021, or yesterday, or on 14 August.', null)).toEqual([
      'on Tuesday 4 May 2021 = 2021-05-04',
    ])
  })
})

it('gives spans in order, inside the text and apart, for any words', () => {
  const words = fc.constantFrom(
    'on',
    'Monday',
    'May',
    '14',
    '2021',
    'the',
    'last',
    'week',
    'ago',
    'two',
    'days',
    'later',
    '.',
    '–',
    '\n\n',
    'summer',
    'to',
    'next',
    'Easter',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (soup) => {
      const text = soup.join(' ')
      let end = 0
      for (const { span } of datesOf(told(text))) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(textAt(text, span).trim()).toBe(textAt(text, span))
        end = span.end
      }
    }),
  )
})
