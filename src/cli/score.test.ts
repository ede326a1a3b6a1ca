import { describe, expect, it } from 'vitest'
import { standardAssumptions } from '../index.ts'
import { hearsay } from './run.fixture.ts'

const SEARCH = ['score', '--value', '0.8', '--fmr', '1e-3', '--fnmr', '0.02', '--gallery', '25000']

describe.concurrent('hearsay score', () => {
  it('tells what a match of a search is worth, in 80 columns and without colour where there is no terminal', async () => {
    const { code, out, err } = await hearsay(SEARCH)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('NO SUPPORT: likelihood ratio 0.039; 980 were it not for the search')
    expect(out).toContain('sought, about 25 would match all the same.')
    expect(out).not.toContain('\u001B')
    expect(out).not.toContain('80\u00A0%')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect((await hearsay(SEARCH, { env: { FORCE_COLOR: '1' } })).out).toContain('\u001B[1m')
  })

  it('prints JSON, with the words', async () => {
    const { code, out, err } = await hearsay([...SEARCH, '--scale', 'likeness', '--prior', '0.1', '--json'])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      kind: 'measured',
      match: { value: 0.8, scale: 'likeness', fmr: 0.001, fnmr: 0.02, gallery: 25_000, prior: 0.1 },
      bound: { ratio: 980 },
      worth: { ratio: 0.0392 },
      baseRate: { candidates: 25_000, matches: 25 },
      search: { expectedFalseMatches: 25 },
      support: 'no support',
    })
  })

  it('gives a bare score no worth, and says what to ask for', async () => {
    const { code, out, err } = await hearsay(['score', '--value', '0.8'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('as it stands it is worth nothing')
    expect(out).toContain('What to ask the maker for')
  })

  it('takes the prior of the assumptions, as its help says', async () => {
    const [plain, said, help] = await Promise.all([
      hearsay(SEARCH),
      hearsay([...SEARCH, '--prior', String(standardAssumptions.prior)]),
      hearsay(['score', '--help']),
    ])
    expect(plain.out).toBe(said.out)
    expect(help.out.replaceAll(/\s+/gu, ' ')).toContain(`(default: ${standardAssumptions.prior})`)
  })

  it.each([
    [['--fmr', '1.5'], 'The false match rate (FMR) lies between 0 and 1, so it cannot be 1.5.'],
    [['--fmr', '-0.1'], 'The false match rate (FMR) lies between 0 and 1, so it cannot be -0.1.'],
    [['--fmr', '0'], 'No test can show a false match rate (FMR) of 0: where it saw no false match in n comparisons, give 3 / n.'],
    [['--fmr', 'rare'], '--fmr takes a number as 1e-3, not "rare".'],
    [['--fmr', ''], '--fmr takes a number as 1e-3, not "".'],
    [['--fnmr', '1'], 'A false non-match rate (FNMR) of 1 is that of a machine which never finds the one sought.'],
    [['--fnmr', '-2'], 'The false non-match rate (FNMR) lies between 0 and 1, so it cannot be -2.'],
    [['--gallery', '-25000'], 'The gallery is a whole number of candidates, at least 1 and below 2^53, so it cannot be -25000.'],
    [['--gallery', 'many'], '--gallery takes a number as 25000, not "many".'],
    [['--prior', '1'], 'The prior lies between 0 and 1 and is neither, or no match could move it, so it cannot be 1.'],
    [['--value', '1e999'], 'The score is a number, so it cannot be Infinity.'],
    [['--scale', ''], 'The scale takes the name that the machine has for its score, as "similarity".'],
    [['--galery', '3'], 'Unknown option "--galery"; did you mean --gallery?'],
    [
      ['more'],
      'Too many arguments for "score": Expected 0 arguments but got 1: more; "hearsay score --help" tells what there is.',
    ],
  ])('says in one sentence what is wrong with %j, exit code 2', async (words, sentence) => {
    expect(await hearsay([...SEARCH, ...words])).toMatchObject({ code: 2, out: '', err: `${sentence}\n` })
  })
})
