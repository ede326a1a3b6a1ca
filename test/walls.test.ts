import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breachesOf } from './walls.ts'
import type { Rule, Sources } from './walls/house.ts'

const ROOT = join(import.meta.dirname, '..')

const houseOnDisk = (): Sources => {
  const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join('src', path))
    .sort()
  return new Map(paths.map((path) => [path.replaceAll(sep, '/'), readFileSync(join(ROOT, path), 'utf8')]))
}

/** The breaches in a house of these few files, as `rule path:line`. */
const found = (files: Readonly<Record<string, string>>): readonly string[] =>
  breachesOf(new Map(Object.entries(files))).map(({ rule, path, line }) => `${rule} ${path}:${line}`)

describe('the house', () => {
  const house = houseOnDisk()

  it('keeps its rules', () => {
    expect(breachesOf(house).map(({ rule, path, line, sentence }) => `${path}:${line} ${sentence} (${rule})`)).toEqual([])
  })

  it('was looked at', () => {
    expect([...house.keys()]).toContain('src/core/document.ts')
    expect([...house.keys()]).toContain('src/pipeline.ts')
  })
})

/** What each part may import, one allowed import a line. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/core/digest.ts': `import { sha256 } from '@noble/hashes/sha2.js'; import { idOf } from './claim.ts'`,
  'src/read/html.ts': `import { parse } from 'linkedom'; import type { Span } from '../core/span.ts'; import { blocks } from './blocks.ts'`,
  'src/pipeline.ts': `import { read } from './read/read.ts'; import { rows } from './weigh/assumptions.ts'; import { seam } from './core/seam.ts'`,
  'src/index.ts': `export * from './pipeline.ts'; export { read } from './read/read.ts'; export type { Span } from './core/span.ts'`,
  'src/store/journal.ts': `import { readFile } from 'node:fs'; import { idOf } from '../core/digest.ts'`,
  'src/node/gateway.ts': `import { request } from 'undici'; import { ok } from '../core/refusal.ts'; import { open } from '../store/store.ts'`,
  'src/server/server.ts': `import { check } from '../index.ts'; import { open } from '../node/gateway.ts'; import { ok } from '../core/refusal.ts'`,
  'src/cli/check.ts': `import { check } from '../pipeline.ts'; import { read } from '../read/read.ts'; import { serve } from '../server/server.ts'
    import * as library from '../index.ts'; import { stdin } from 'node:process'; import { fetchPage } from '../node/gateway.ts'`,
  'src/web/board.tsx': `import { useState } from 'react'; import { check } from '../index.ts'; import type { Span } from '../core/span.ts'`,
  'src/read/html.test.ts': `import { expect } from 'vitest'; import { trace } from '../trace/trace.ts'; import { readFileSync } from 'node:fs'`,
}

describe('the import rule', () => {
  it.each(Object.entries(ALLOWED))('lets %s import what it may', (path, source) => {
    expect(found({ [path]: source })).toEqual([])
  })

  it.each([
    ['a room, of its neighbour', 'src/trace/copies.ts', `import { attribute } from '../attribute/attribute.ts'`],
    ['a room, of a neighbour’s type', 'src/trace/copies.ts', `import type { Tagger } from '../attribute/tagger.ts'`],
    ['a room, of a type written as an import', 'src/trace/copies.ts', `export type T = import('../attribute/tagger.ts').Tagger`],
    [
      'a room, of its neighbour at run time',
      'src/trace/copies.ts',
      `export const load = () => import('../attribute/attribute.ts')`,
    ],
    ['a room, of its neighbour to hand on', 'src/trace/copies.ts', `export * from '../weigh/weigh.ts'`],
    ['a room, of a name made while running', 'src/trace/copies.ts', `export const load = (name: string) => import(name)`],
    ['a room, by require', 'src/trace/copies.ts', `export const { resolve } = require('../resolve/resolve.ts')`],
    [
      'a room, of its neighbour by a triple-slash path',
      'src/trace/copies.ts',
      `/// <reference path="../weigh/weigh.ts" />\nexport const a = 1`,
    ],
    ['a room, of Node', 'src/read/pdf.ts', `import { readFile } from 'node:fs/promises'`],
    ['a room, of Node without its prefix', 'src/read/pdf.ts', `import { readFile } from 'fs'`],
    ['a room, of the pipeline', 'src/tell/tell.ts', `import { check } from '../pipeline.ts'`],
    ['a room, of the outside', 'src/read/pdf.ts', `import { fetchPage } from '../node/gateway.ts'`],
    ['core, of a room', 'src/core/claim.ts', `import type { Factor } from '../weigh/factor.ts'`],
    ['core, of a library', 'src/core/claim.ts', `import { parse } from 'linkedom'`],
    ['core, of its one library in another file', 'src/core/claim.ts', `import { sha256 } from '@noble/hashes/sha2.js'`],
    ['core, of a library with a name like its own', 'src/core/digest.ts', `import { sha256 } from '@noble/hashes-fork/sha2.js'`],
    ['the pipeline, of a library', 'src/pipeline.ts', `import { parse } from 'chrono-node'`],
    ['the pipeline, of the outside', 'src/pipeline.ts', `import { fetchPage } from './node/gateway.ts'`],
    ['store, of a room', 'src/store/journal.ts', `import { read } from '../read/read.ts'`],
    ['node, of the pipeline', 'src/node/folder.ts', `import { check } from '../pipeline.ts'`],
    ['server, of the commands', 'src/server/server.ts', `import { check } from '../cli/check.ts'`],
    ['cli, of a room’s inside', 'src/cli/check.ts', `import { rows } from '../weigh/assumptions.ts'`],
    ['web, of Node', 'src/web/board.tsx', `import { join } from 'node:path'`],
    ['web, of a room', 'src/web/board.tsx', `import { explain } from '../tell/tell.ts'`],
    ['anything, of what is outside src', 'src/cli/main.ts', `import lines from '../../package.json'`],
    ['anything, of a test', 'src/cli/main.ts', `import { planted } from './check.test.ts'`],
    ['anything, of a fixture', 'src/read/read.ts', `import { page } from './page.fixture.ts'`],
  ])('fails on an import by %s', (_who, path, source) => {
    expect(found({ [path]: source })).toContainEqual(expect.stringMatching(/^import /))
  })

  it.each(['src/shared/dates.ts', 'src/dates.ts'])('fails on %s, which stands in no part of the house', (path) => {
    expect(found({ [path]: 'export const a = 1' })).toEqual([`import ${path}:1`])
  })
})

describe('the rule against cycles', () => {
  const chain = { 'src/read/a.ts': `import './b.ts'`, 'src/read/b.ts': `import type { C } from './c.ts'` }

  it('lets files import each other one way, by as many paths as they like', () => {
    expect(found({ ...chain, 'src/read/c.ts': '', 'src/read/d.ts': `import './a.ts'\nimport './c.ts'` })).toEqual([])
  })

  it('fails on a cycle of three, one of them by a type', () => {
    expect(found({ ...chain, 'src/read/c.ts': `export const later = () => import('./a.ts')` })).toEqual(['cycle src/read/a.ts:1'])
  })

  it('fails on a file that imports itself', () => {
    expect(found({ 'src/read/a.ts': `export { a } from './a.ts'` })).toEqual(['cycle src/read/a.ts:1'])
  })
})

describe('the rule against the platform', () => {
  it.each([
    'export const now = Date.now()',
    'export const today = new Date()',
    'export const today = new Date',
    '/// <reference types="node" />\nexport const a = 1',
    '/// <reference lib="dom" />\nexport const a = 1',
    'export const today = Date()',
    'export const clock = Date',
    'export const { now } = Date',
    'export const local = new Date(2024, 2, 11)',
    'export const day = (date: Date) => date.getDay()',
    'export const chance = Math.random()',
    'export const chance = Math["random"]()',
    'const { random } = Math\nexport const pick = random',
    'export const since = performance.now()',
    'export const home = process.env["HOME"]',
    'export const dig = globalThis.crypto.subtle',
    'export const id = crypto.randomUUID()',
    'export const wait = () => { setTimeout(() => 1, 5) }',
    'export const say = (words: string) => { console.log(words) }',
    'export const get = (url: string) => fetch(url)',
    'declare const process: { pid: number }\nexport const pid = process.pid',
    'export const bag = { process }',
    'export const here = import.meta.url',
    'export const sorted = (names: string[]) => names.sort((a, b) => a.localeCompare(b))',
    'export const words = (count: number) => count.toLocaleString()',
    'export const format = new Intl.DateTimeFormat("en-GB")',
  ])('fails on `%s`', (source) => {
    const breaches = found({ 'src/weigh/weigh.ts': source })
    expect(breaches.length).toBeGreaterThan(0)
    expect(breaches).toEqual(breaches.map(() => expect.stringMatching(/^platform /) as unknown))
    expect(found({ 'src/node/clock.ts': source }), 'outside the rooms it is allowed').toEqual([])
  })

  it.each(['src/core/span.ts', 'src/tell/tell.ts', 'src/pipeline.ts'])('holds in %s', (path) => {
    expect(found({ [path]: 'const a = 1\nexport const b = a + Math.random()' })).toEqual([`platform ${path}:2`])
  })

  it.each([
    'export const parsed = (iso: string) => new Date(iso).getUTCDay() + Date.UTC(2024, 2, 11)',
    'export const isDate = (value: unknown) => value instanceof Date',
    'export const floor = (value: number) => Math.floor(value) + Math.LN2',
    'export const step = (process: { now: number }) => process.now',
    'export const fetch = (console: string[]) => console.map((crypto) => crypto)',
    'export interface Page { readonly window: Window; readonly process: typeof process }',
    'export const record = { process: 1, now: 2, random: 3 }',
    'export const pick = ({ performance: score }: { performance: number }) => score',
    'export const words = (count: number) => count.toLocaleString("en-GB")',
    'export const first = (rows: string[][]) => { outer: for (const row of rows) for (const word of row) { if (word) break outer } }',
    'declare const brand: unique symbol\nexport interface Branded { readonly [brand]: string }',
    'export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)',
  ])('lets `%s` pass', (source) => {
    expect(found({ 'src/weigh/weigh.ts': source })).toEqual([])
  })
})

describe('the rule of size', () => {
  const lines = (count: number): string => 'export const a = 1\n'.repeat(count).replaceAll('a', () => 'a')
  const long = (count: number): string => `export const f = () => {\n${'  1\n'.repeat(count - 2)}}\n`

  it('lets 400 lines and a function of 60 pass', () => {
    expect(found({ 'src/read/long.ts': lines(400), 'src/read/deep.ts': long(60) })).toEqual([])
  })

  it('fails on one line more of either', () => {
    expect(found({ 'src/read/long.ts': lines(401) })).toEqual(['size src/read/long.ts:401'])
    expect(found({ 'src/cli/deep.ts': `\n${long(61)}` })).toEqual(['size src/cli/deep.ts:2'])
  })
})

describe('the rule of names', () => {
  it.each([
    ['src/read/utils.ts', 'export const a = 1', 1],
    ['src/read/html-helper.ts', 'export const a = 1', 1],
    ['src/cli/data.ts', 'export const a = 1', 1],
    ['src/read/common/blocks.ts', 'export const a = 1', 1],
    ['src/node/page.ts', '\nexport const pageManager = 1', 2],
    ['src/node/page.ts', 'export interface PageInfo { readonly a: 1 }', 1],
    ['src/node/page.ts', 'export function handlerOf() { return 1 }', 1],
    ['src/node/page.ts', 'export const { pageData } = { pageData: 1 }', 1],
    ['src/node/page.ts', 'const a = 1\nexport { a as HTTPService }', 2],
    ['src/node/page.ts', '\ninterface IPage { readonly a: 1 }\nexport const a = (page: IPage) => page', 2],
    ['src/node/page.ts', 'export type IPage = string', 1],
  ])('fails on %s with `%s`', (path, source, line) => {
    expect(found({ [path]: source })).toEqual([`name ${path}:${line}`])
  })

  it.each([
    ['src/read/cues.data.ts', 'export const CUES = ["said"]'],
    ['src/read/html.ts', 'export const dataAttributes = (tag: string) => tag'],
    ['src/read/update.ts', 'export const database = 1; export const information = 2; export const mishandlers = 3'],
    ['src/read/imprint.ts', 'export interface Imprint { readonly data: string }; export type ISO = string'],
    ['src/read/page.ts', 'const data = [1]; export const first = data[0]'],
  ])('lets %s with `%s` pass', (path, source) => {
    expect(found({ [path]: source })).toEqual([])
  })
})

describe('the rule of form', () => {
  it.for<[what: string, path: string, source: string, line: number]>([
    ['a default export', 'src/cli/main.ts', 'const a = 1\nexport default a', 2],
    ['a default function', 'src/cli/main.ts', 'export default function main() { return 1 }', 1],
    ['a default by another name', 'src/cli/main.ts', 'const a = 1\nexport { a as default }', 2],
    ['a class in a room', 'src/trace/graph.ts', '\nexport class Graph {}', 2],
    ['a class in core', 'src/core/refusal.ts', 'export const Refusal = class extends Error {}', 1],
    ['code in the library’s door', 'src/index.ts', `export * from './pipeline.ts'\nexport const a = 1`, 2],
  ])('fails on %s', ([, path, source, line]) => {
    expect(found({ [path]: source })).toEqual([`form ${path}:${line}`])
  })

  it('lets a class stand where the outside world is met', () => {
    expect(found({ 'src/store/store.ts': 'export class Store {}' })).toEqual([])
  })
})

describe('the checker', () => {
  it('finds every rule broken in one house, and says where and why', () => {
    const breaches = breachesOf(
      new Map([
        [
          'src/trace/utils.ts',
          `import '../weigh/weigh.ts'\nexport const now = Date.now()\nexport default now\n${'\n'.repeat(400)}`,
        ],
        ['src/weigh/weigh.ts', `import '../trace/utils.ts'`],
      ]),
    )
    const rules: readonly Rule[] = ['import', 'cycle', 'platform', 'size', 'name', 'form']
    expect(new Set(breaches.map(({ rule }) => rule))).toEqual(new Set(rules))
    expect(breaches[0]).toEqual({
      rule: 'import',
      path: 'src/trace/utils.ts',
      line: 1,
      sentence: 'imports ../weigh/weigh.ts: trace may import only its own files and core',
    })
  })
})
