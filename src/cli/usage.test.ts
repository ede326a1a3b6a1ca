import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callProgram, programOf } from './program.ts'

const COMMANDS = [
  'check',
  'attribute',
  'fuse',
  'score',
  'why',
  'case',
  'case new',
  'case list',
  'case show',
  'case add',
  'case claim',
  'case remove',
  'case close',
  'case forget',
  'case export',
  'case import',
  'judge',
  'undo',
  'log',
  'diff',
  'search',
  'verify',
  'checkpoint',
]

let out: string
let err: string
beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => (out += String(chunk)) !== '')
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => (err += String(chunk)) !== '')
})
afterEach(() => {
  vi.restoreAllMocks()
})

const hearsay = async (words: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
  out = ''
  err = ''
  const code = await callProgram(words)
  return { code, out, err }
}

describe('hearsay', () => {
  it('tells what it does where it is told nothing', async () => {
    const bare = await hearsay([])
    expect(bare).toMatchObject({ code: 0, err: '' })
    expect(bare.out).toContain('Examples:')
    expect((await hearsay(['--help'])).out).toBe(bare.out)
    for (const line of bare.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each(COMMANDS)('has help with examples for %s, and a line in its docs', async (command) => {
    const { code, out, err } = await hearsay([...command.split(' '), '--help'])
    expect(await readFile(new URL('../../docs/rooms/cli.md', import.meta.url), 'utf8')).toContain(`hearsay ${command}`)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`hearsay ${command}`)
    expect(out).toContain('Examples:')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('has no command that the list above leaves out', () => {
    const names = (of: Command, before: string): readonly string[] =>
      of.commands.flatMap((one) => [`${before}${one.name()}`, ...names(one, `${before}${one.name()} `)])
    expect(
      names(
        programOf(() => undefined),
        '',
      ),
    ).toEqual(expect.arrayContaining([...COMMANDS]))
    expect(
      names(
        programOf(() => undefined),
        '',
      ).length,
    ).toBe(COMMANDS.length)
  })

  it('tells its version', async () => {
    expect((await hearsay(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })

  it.each([
    [['--frobnicate'], 'Unknown option "--frobnicate"; "hearsay --help" tells what there is.'],
    [['chekc', 'a'], 'Unknown command "chekc"; did you mean check?'],
    [['./case'], 'Unknown command "./case"; did you mean hearsay check ./case?'],
    [['check', 'a', '--clam', 'x'], 'Unknown option "--clam"; did you mean --claim?'],
    [['check', 'a', '--claim'], 'Option "--claim <sentence>" argument missing; "hearsay check --help" tells what there is.'],
    [['check', 'a', '--claim', ' '], '--claim takes a sentence, as --claim "The dam failed its inspection."'],
    [['check', 'a', '--tagger', 'x'], 'There is no tagger named "x"; there are "learned" and "rules".'],
    [['check', 'a', '--assume', 'prior'], '--assume takes a name and a number as prior=0.3, not "prior".'],
    [['check', 'a', '--assume', 'prior=much'], '--assume takes a name and a number as prior=0.3, not "prior=much".'],
    [['check', 'a', '--assume', 'prio=0.3'], 'There is no assumption named "prio"; the nearest is "prior".'],
    [
      ['check', 'a', '--html', 'no/such/folder/x.html'],
      '--html cannot write no/such/folder/x.html: there is no folder no/such/folder.',
    ],
    [['check', 'a', '--md', '.'], '--md cannot write .: it is a folder; name a file.'],
    [
      ['attribute', 'a', 'b'],
      'Too many arguments for "attribute": Expected 1 argument but got 2: a, b; "hearsay attribute --help" tells what there is.',
    ],
    [['attribute', 'a', '--json', '--jsonl'], '--json and --jsonl exclude each other: choose one.'],
    [['attribute', 'a', '--outermost'], '--outermost goes with --jsonl: add it, or leave --outermost out.'],
    [['why'], 'There is nothing to check: name files, folders or URLs, or - for standard input.'],
    [['why', 'a', '--assume', 'prio=0.3'], 'There is no assumption named "prio"; the nearest is "prior".'],
    [['check', 'a.txt', '--known', '2024-03-20'], '--known goes with a kept case: name one, as case:NAME.'],
    [['check', 'case:dam', 'a.txt'], 'The kept case “dam” is checked by itself: “hearsay case add dam” puts more before it.'],
    [
      ['why', 'case:dam', '--claim', 'It fell.'],
      '--claim does not go with a kept case: “hearsay case claim dam SENTENCE” adds one to it.',
    ],
    [
      ['check', 'case:dam', '--known', 'May'],
      '--known takes a day as 2024-03-20, or a time in UTC as 2024-03-20T14:30, not "May".',
    ],
    [['case', 'shwo'], 'Unknown command "shwo"; did you mean show?'],
    [
      ['case', 'remove', 'dam', 'd1'],
      'Required option "--reason <sentence>" not specified; "hearsay case remove --help" tells what there is.',
    ],
    [['case', 'remove', 'dam', 'd1', '--reason', ' '], '--reason takes a sentence, as --reason "The same wire again."'],
    [
      ['case', 'add', 'dam', 'a', '--pasted-from', 'a.html'],
      '--pasted-from takes the address of a page as https://news.example/dam, not "a.html".',
    ],
    [
      ['judge', 'dam', 'frob', 'x'],
      'There is no judgement "frob"; there are same, different, same-origin, different-origin, split, bearing, grade, override, note.',
    ],
    [['judge', 'dam', 'grade', 'Anna Kor', 'G'], '"judge NAME grade" takes <source> <A…F>; "hearsay judge --help" has examples.'],
    [['judge', 'dam', 'same', 'Anna Kor'], '"judge NAME same" takes <source> <source>; "hearsay judge --help" has examples.'],
    [['judge', 'dam', 'split', 'd1:2', '--about', 'x'], '--about goes with a note: leave it out.'],
    [['undo', 'dam', 'last'], 'An entry is a number of “hearsay log”, as 41, not "last".'],
    [['diff', 'dam'], 'Required option "--since <day>" not specified; "hearsay diff --help" tells what there is.'],
    [['search', 'x', '--limit', '0'], '--limit takes a number from 1 to 1000, not "0".'],
    [['log', '--by', ' '], '--by takes a name, as --by "Ida Quill".'],
    [['score'], 'Required option "--value <number>" not specified; "hearsay score --help" tells what there is.'],
    [['score', '--value', '80%'], '--value takes a number as 0.8, not "80%".'],
    [['score', '--value', '0.8', '--gallery', '25,000'], '--gallery takes a number as 25000, not "25,000".'],
    [['attribute', 'a', '--jsonl', '--offsets', 'bytes'], '--offsets takes utf16 or codepoint, not "bytes".'],
  ])('says in one sentence what is wrong with %j', async (words, sentence) => {
    expect(await hearsay(words)).toMatchObject({ code: 2, out: '', err: `${sentence}\n` })
  })
})
