import { expect, it } from 'vitest'
import type { Source, SourceId } from '../core/source.ts'
import { smallCase } from './small-case.fixture.ts'
import { vouches } from './vouching.ts'

const gazette: Source = {
  id: 'src_c' as SourceId,
  name: 'The Dune Gazette',
  kind: 'outlet',
  aliases: ['the Gazette'],
  speaksFor: null,
  grade: 'F',
}

const vouched = (text: string): boolean => {
  const { statements, documents } = smallCase({
    claims: ['It is so.'],
    pages: [{ outlet: 'The Dune Gazette', lines: [{ text }] }],
  })
  const [statement] = statements
  const [document] = documents
  return statement !== undefined && document !== undefined && vouches(statement, document, gazette)
}

it.each([
  'This newspaper has seen the minutes, in which [the vote was eleven to two].',
  '[The vote was eleven to two], according to minutes seen by the Gazette.',
  'Our reporter counted: [nine bolts of twelve are missing].',
  'I stood there and counted, and [nine bolts are missing].',
  '[The film shows the north pier], as the Dune Gazette has independently verified.',
  '[The film shows the north pier], in footage reviewed by us.',
])('vouches: %s', (text) => {
  expect(vouched(text)).toBe(true)
})

it.each([
  'The Gazette has not seen the minutes, in which [the vote was eleven to two].',
  'We could not verify that [the vote was eleven to two].',
  "The Gazette hasn't seen proof that [nine bolts are missing].",
  '[The vote was eleven to two], in minutes seen by the mayor.',
  'A diver saw that [nine bolts are missing].',
  '[The vote was eleven to two].',
])('does not: %s', (text) => {
  expect(vouched(text)).toBe(false)
})
