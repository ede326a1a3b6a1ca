import { describe, expect, it } from 'vitest'
import { dayOf, dayOfIso, easterOf, isoDay, isoMonth, monthOf, weekdayOf } from './calendar.ts'

describe('calendar', () => {
  it('knows no day that the calendar has not', () => {
    expect(dayOf(2023, 2, 29)).toBeNull()
    expect(dayOf(1900, 2, 29)).toBeNull()
    expect(isoDay(dayOf(2024, 2, 29) ?? 0)).toBe('2024-02-29')
    expect(dayOfIso('2024-02')).toBeNull()
  })

  it('tells the day of the week on either side of 1970', () => {
    expect(weekdayOf(dayOfIso('2024-01-01') ?? 0)).toBe(0)
    expect(weekdayOf(dayOfIso('1969-07-20') ?? 0)).toBe(6)
  })

  it('counts months through the years', () => {
    const december = monthOf(dayOfIso('2023-12-31') ?? 0)
    expect([isoMonth(december), isoMonth(december + 1)]).toEqual(['2023-12', '2024-01'])
  })

  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
  ])('finds Easter of %i', (year, day) => {
    expect(isoDay(easterOf(year))).toBe(day)
  })
})
