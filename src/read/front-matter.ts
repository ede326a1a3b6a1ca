import type { Imprint } from '../core/document.ts'
import { dayIn } from './day.ts'
import { NOTHING_FOUND, tidy } from './passage.ts'

/** Names under which the fields of an imprint stand at the head of a file, in lower case. */
const FIELDS: Readonly<Record<string, keyof Imprint>> = {
  author: 'author',
  authors: 'author',
  byline: 'author',
  by: 'author',
  creator: 'author',
  title: 'title',
  headline: 'title',
  date: 'published',
  published: 'published',
  'published on': 'published',
  'publication date': 'published',
  pubdate: 'published',
  publisher: 'publisher',
  publication: 'publisher',
  outlet: 'publisher',
  site: 'publisher',
  source: 'publisher',
  url: 'url',
  link: 'url',
  permalink: 'url',
  canonical: 'url',
}

/** A text with the fields that stood above it. */
export interface FrontMatter {
  readonly found: Imprint
  readonly body: string
}

const FIELD = /^(\p{L}[\p{L} _-]{1,20}) ?[:=] ?(.*)$/u

const unquoted = (value: string): string => tidy(value.replace(/^(["'])(.*)\1$/u, '$2'))

/** A value as one text: the items of a list, in brackets, are joined by commas. */
const valueOf = (written: string): string => {
  const list = /^\[(.*)\]$/u.exec(written)?.[1]
  return list === undefined
    ? unquoted(written)
    : list
        .split(',')
        .map((item) => unquoted(item.trim()))
        .join(', ')
}

interface Field {
  readonly name: keyof Imprint
  readonly value: string
}

/** The fields among the lines; the items of a list below a field ("- name") are its value. */
const fieldsIn = (lines: readonly string[]): readonly Field[] =>
  lines.flatMap((line, at) => {
    const [, key = '', written = ''] = FIELD.exec(line.trim()) ?? []
    const name = FIELDS[key.toLowerCase().replaceAll(/[_-]/gu, ' ').trim()]
    if (name === undefined) return []
    const items = lines.slice(at + 1)
    const end = items.findIndex((item) => !/^\s*- /u.test(item))
    const list = items.slice(0, end < 0 ? items.length : end).map((item) => unquoted(item.replace(/^\s*- /u, '')))
    const value = written.trim() === '' ? list.join(', ') : valueOf(written.trim())
    return value === '' ? [] : [{ name, value }]
  })

const imprintOf = (fields: readonly Field[]): Imprint =>
  fields.reduce((found, { name, value }) => {
    const held = name === 'published' ? dayIn(value) : value
    return found[name] === null ? { ...found, [name]: held } : found
  }, NOTHING_FOUND)

/** Lines between fences are front matter whatever they say: `---` around YAML, `+++` around TOML. */
const FENCED = /^\s{0,20}(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/u

/** Fields that a head without fences has at least: one alone may be the first line of a text. */
const BARE_FIELDS = 2

/** Takes the fields off the head of a text: between fences, or bare lines "Title: …" above the first blank line. */
export const readFrontMatter = (text: string): FrontMatter => {
  const fenced = FENCED.exec(text)
  if (fenced !== null) return { found: imprintOf(fieldsIn((fenced[2] ?? '').split('\n'))), body: text.slice(fenced[0].length) }
  const head = /^\s*([^\n]+(?:\n[^\n]+)*)/u.exec(text)
  const lines = (head?.[1] ?? '').split('\n')
  const fields = fieldsIn(lines)
  if (head === null || fields.length < BARE_FIELDS || fields.length < lines.length) return { found: NOTHING_FOUND, body: text }
  return { found: imprintOf(fields), body: text.slice(head[0].length) }
}
