import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callProgram } from './program.ts'

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

  it.each(['check', 'attribute', 'score', 'why'])('has help with examples for %s', async (command) => {
    const { code, out, err } = await hearsay([command, '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`hearsay ${command}`)
    expect(out).toContain('Examples:')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
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
    [['score'], 'Required option "--value <number>" not specified; "hearsay score --help" tells what there is.'],
    [['score', '--value', '80%'], '--value takes a number as 0.8, not "80%".'],
    [['score', '--value', '0.8', '--gallery', '25,000'], '--gallery takes a number as 25000, not "25,000".'],
    [['attribute', 'a', '--jsonl', '--offsets', 'bytes'], '--offsets takes utf16 or codepoint, not "bytes".'],
  ])('says in one sentence what is wrong with %j', async (words, sentence) => {
    expect(await hearsay(words)).toMatchObject({ code: 2, out: '', err: `${sentence}\n` })
  })
})
