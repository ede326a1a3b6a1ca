import { describe, expect, it } from 'vitest'
import { textAt, textOfAll } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { documentFromText } from '../read/plain.ts'
import { attribute } from './attribute.ts'
import { rulesTagger } from './rules-tagger.ts'

const statementsIn = async (text: string): Promise<readonly Statement[]> =>
  attribute({ documents: [documentFromText(text)], tagger: rulesTagger })

const chainIn = (text: string, { chain }: Statement): string =>
  chain.map(({ mention }) => (mention === null ? 'outlet' : textAt(text, mention))).join(' ← ')

const only = async (text: string): Promise<Statement> => {
  const all = await statementsIn(text)
  expect(all).toHaveLength(1)
  return all[0]!
}

describe('attribute', () => {
  it('leaves cue, speaker, "that" and outer quotation marks out of the content', async () => {
    const text = '“We closed the bridge,” said Ola Brandt, the mayor.'
    const statement = await only(text)
    expect(textOfAll(text, statement.content)).toBe('We closed the bridge')
    expect(statement.manner).toBe('direct')
    expect(chainIn(text, statement)).toBe('outlet ← Ola Brandt, the mayor')
  })

  it('builds a chain from what is told inside what is told, and from what is cited', async () => {
    const text =
      'The Courier reported that an engineer had warned that the bolts were old. The span will hold, the ministry said, citing a survey.'
    const chains = (await statementsIn(text)).map((statement) => chainIn(text, statement))
    expect(chains).toEqual(['outlet ← The Courier', 'outlet ← The Courier ← an engineer', 'outlet ← the ministry ← a survey'])
  })

  it('says which statement holds another', async () => {
    const [outer, inner] = await statementsIn('The mayor said the engineer had told her that the bolts were old.')
    expect(inner?.within).toBe(outer?.id)
    expect(outer?.within).toBeNull()
  })

  it('gives the outlet what nobody else is said to say', async () => {
    const text = 'The bridge has four lanes. It is safe, the mayor said.'
    const all = await statementsIn(text)
    expect(all.map((statement) => [chainIn(text, statement), statement.manner])).toEqual([
      ['outlet', 'narrated'],
      ['outlet ← the mayor', 'indirect'],
    ])
  })

  it.each([
    ['The mayor said the bridge was closed.', 'assert', 'certain'],
    ['The mayor confirmed that the bridge was closed.', 'confirm', 'certain'],
    ['The mayor denied that the bridge was closed.', 'deny', 'certain'],
    ['The mayor said the bridge had never been closed.', 'deny', 'certain'],
    ['The mayor said the bridge may have been closed.', 'assert', 'possible'],
    ['The bridge was reportedly closed, the mayor said.', 'assert', 'probable'],
    ['The mayor expects the bridge to open in May.', 'predict', 'probable'],
    ['The mayor fears that the bridge will fall.', 'predict', 'possible'],
    ['The mayor asked whether the bridge was closed.', 'question', 'unknown'],
    ['“Who closed the bridge?” the mayor asked.', 'question', 'unknown'],
    ['The mayor declined to comment on the bridge.', 'decline', 'unknown'],
    ['The mayor said she would not be drawn.', 'decline', 'unknown'],
    ['The mayor believes that the bridge was closed.', 'opinion', 'probable'],
    ['The mayor said the bridge should have been closed.', 'opinion', 'certain'],
  ])('reads the act and certainty of: %s', async (text, act, certainty) => {
    const statement = await only(text)
    expect([statement.act, statement.certainty]).toEqual([act, certainty])
  })

  it('marks what is said to be not so', async () => {
    expect((await only('The firm denied that the bridge was closed.')).polarity).toBe('negative')
    expect((await only('The firm said that the bridge was closed.')).polarity).toBe('positive')
  })

  it('keeps the words that tell when it was said', async () => {
    const text = 'The bridge was closed, the mayor said on Friday.'
    const { saidAt } = await only(text)
    expect(saidAt && textAt(text, saidAt)).toBe('Friday')
  })

  it('takes what speakers tell of their own earlier words for one statement', async () => {
    const text = '“I said the dam would fail,” Ida Falk said.'
    expect(textOfAll(text, (await only(text)).content)).toBe('I said the dam would fail')
  })

  it('leaves out an interviewer’s prompts, but not what is said inside them', async () => {
    const text =
      'BERG: The minister says the dam has failed. Is it safe?\n\nFALK: The gates are shut.\n\nBERG: Who shut them?\n\nFALK: The army.'
    expect((await statementsIn(text)).map((statement) => chainIn(text, statement))).toEqual([
      'outlet ← The minister',
      'outlet ← FALK',
      'outlet ← FALK',
    ])
  })

  it('doubts what a cue in quotation marks found', async () => {
    expect((await only('The program “determined” that the faces were the same.')).certainty).toBe('possible')
  })

  it('gives every statement an id of its own, the same every time', async () => {
    const text = 'The bridge was closed, the mayor said. The mayor said the bridge was closed.'
    const [first, second] = [await statementsIn(text), await statementsIn(text)]
    expect(first).toEqual(second)
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length)
  })

  it('stays quick on a long text', async () => {
    const text =
      'The Courier reported that an engineer had warned that the bolts were old. “It is closed,” Brandt said.\n\n'.repeat(2000)
    const before = performance.now()
    expect((await statementsIn(text)).length).toBeGreaterThan(2000)
    expect(performance.now() - before).toBeLessThan(5000)
  })
})
