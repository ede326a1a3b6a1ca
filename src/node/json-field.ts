import { isDay } from './day.ts'

/** A value out of a JSON file, with its path there (`claims[1].text`) and the list in which everything wrong with the file is put down. */
export interface Field {
  readonly value: unknown
  readonly at: string
  readonly complaints: string[]
}

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

const isGiven = ({ value }: Field): boolean => value !== undefined && value !== null

/** `wrong` continues a sentence that begins with the field's path. */
export const complain = (field: Field, wrong: string): void => {
  field.complaints.push(`${field.at} ${wrong}`)
}

const expect = (field: Field, expected: string): void => {
  complain(field, isGiven(field) ? `is not ${expected}` : `is missing: it takes ${expected}`)
}

/** A member of an object; undefined where the field is no object, which is complained of once by whoever asked for an object. */
export const member = ({ value, at, complaints }: Field, key: string): Field => ({
  value: isMembers(value) ? value[key] : undefined,
  at: at === '' ? key : `${at}.${key}`,
  complaints,
})

/** The items of a list of one or more objects; empty, and complained of, where it is none. */
export const items = (field: Field): readonly Field[] => {
  const { value, at, complaints } = field
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  if (list.length === 0) expect(field, `a list of one or more ${at}`)
  const found = list.map((item, index) => ({ value: item, at: `${at}[${index}]`, complaints }))
  for (const item of found) if (!isMembers(item.value)) expect(item, 'an object in braces')
  return found.filter((item) => isMembers(item.value))
}

/** The empty text where it is none, which is complained of. */
export const text = (field: Field, expected = 'a text'): string => {
  if (typeof field.value === 'string' && field.value.trim() !== '') return field.value
  expect(field, expected)
  return ''
}

export const optionalText = (field: Field): string | null => (isGiven(field) ? text(field) : null)

/** A day, from a date or from a date with a time. */
export const optionalDay = (field: Field): string | null => {
  if (!isGiven(field)) return null
  const [day = ''] = typeof field.value === 'string' ? field.value.split('T') : []
  if (isDay(day)) return day
  expect(field, 'a date as 2024-03-20')
  return null
}

/** An id is printed wherever its bearer is named: short, and in one piece. */
const ID = /^[^\s\p{C}]{1,64}$/u

/** The `id` of each item, different from every other's. */
export const ids = (list: readonly Field[]): readonly string[] => {
  const seen = new Set<string>()
  return list.map((item) => {
    const field = member(item, 'id')
    const id = text(field, 'a short name as "d1"')
    if (id !== '' && !ID.test(id)) expect(field, 'a short name without blanks')
    if (id !== '' && seen.has(id)) complain(field, `is "${id}" once more: give each its own`)
    seen.add(id)
    return id
  })
}
