import { describe, expect, it } from 'vitest'
import { dayIn, daysIn } from './day.ts'

describe('dayIn', () => {
  it.each([
    ['12 September 2023', '2023-09-12'],
    ['Tuesday, 12 Sept. 2023', '2023-09-12'],
    ['September 12, 2023', '2023-09-12'],
    ['Sep 12th 2023', '2023-09-12'],
    ['the 1st of May 2020', '2020-05-01'],
    ['12-Sep-2023', '2023-09-12'],
    ['2023-09-12', '2023-09-12'],
    ['2023/9/2', '2023-09-02'],
    ['2023-11-15T23:30:00-08:00', '2023-11-15'],
    ['Tue, 12 Sep 2023 08:00:00 GMT', '2023-09-12'],
    ['2023年9月12日', '2023-09-12'],
    ['13/04/2023', '2023-04-13'],
    ['04/13/2023', '2023-04-13'],
    ['05.05.2023', '2023-05-05'],
  ])('reads %s', (text, iso) => {
    expect(dayIn(text)).toBe(iso)
  })

  it.each([
    '03/04/2023',
    '31 February 2023',
    '12 September',
    'September 2023',
    'Mayor 12, 2023',
    '1 May 20234',
    '99/99/2023',
    'no day',
  ])('finds no day in %s', (text) => {
    expect(dayIn(text)).toBeNull()
  })

  it('finds several, where they stand', () => {
    const text = 'from Monday 3 May 2021 to May 5, 2021'
    expect(daysIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Monday 3 May 2021', 'May 5, 2021'])
  })
})
