import { describe, expect, it } from 'vitest'
import { textAt } from '../core/span.ts'
import { documentFromText } from '../read/plain.ts'
import { outermost } from './outermost.ts'
import { rulesTagger } from './rules-tagger.ts'
import type { Attribution } from './tagger.ts'

const tag = async (text: string): Promise<readonly Attribution[]> => (await rulesTagger.tag([documentFromText(text)]))[0] ?? []

/** Each attribution as "source | cue | content / content". */
const told = async (
  text: string,
  keep: (all: readonly Attribution[]) => readonly Attribution[] = (all) => all,
): Promise<readonly string[]> =>
  keep(await tag(text)).map(({ source, cue, content }) =>
    [
      source.map((at) => textAt(text, at)).join(' '),
      cue.map((at) => textAt(text, at)).join(' '),
      content.map((at) => textAt(text, at)).join(' / '),
    ].join(' | '),
  )

const SENTENCES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a clause after the cue', 'The mayor said that the bridge was closed.', ['The mayor | said | that the bridge was closed']],
  ['a clause before the cue', 'The bridge was closed, the mayor said on Friday.', ['the mayor | said | The bridge was closed']],
  ['a cue in the middle', 'The bridge, she said, was never safe.', ['she | said | The bridge / was never safe']],
  [
    'a quotation and an inverted cue',
    '“We closed it,” said Ola Brandt, the mayor of Lund.',
    ['Ola Brandt, the mayor of Lund | said | “We closed it,”'],
  ],
  [
    'a quotation cut in two',
    '“We closed it,” Brandt said, “and we will open it again.”',
    ['Brandt | said | “We closed it,” / “and we will open it again.”'],
  ],
  [
    'an apposition before the cue',
    'Ola Brandt, the mayor, said the bridge was safe.',
    ['Ola Brandt, the mayor, | said | the bridge was safe'],
  ],
  [
    'a relative clause before the cue',
    'An engineer who may not talk about the case said the bolts were old.',
    ['An engineer who may not talk about the case | said | the bolts were old'],
  ],
  [
    'somebody who is told',
    'The mayor told reporters on Monday that the bridge was safe.',
    ['The mayor | told | that the bridge was safe'],
  ],
  [
    'according to',
    'The bridge was closed at noon, according to the police.',
    ['the police | according to | The bridge was closed at noon'],
  ],
  [
    'according to, first',
    'According to the police, the bridge was closed at noon.',
    ['the police | According to | the bridge was closed at noon'],
  ],
  ['a thing denied', 'The firm denied the report.', ['The firm | denied | the report']],
  ['a thought', 'Residents fear that the bridge will fall.', ['Residents | fear | that the bridge will fall']],
  [
    'a passive',
    'The bridge is believed to have been closed by the army.',
    [' | is believed | The bridge / to have been closed by the army'],
  ],
  [
    'a decline',
    'The ministry declined to say who had closed it.',
    ['The ministry | declined | declined to say who had closed it'],
  ],
  [
    'a thing not confirmed',
    'The army has not confirmed the closure.',
    ['The army | has not confirmed | has not confirmed the closure'],
  ],
  ['a turn of a transcript', 'BRANDT: It was never safe.', ['BRANDT | : | It was never safe.']],
  [
    'a claim somebody makes',
    'The paper printed the mayor’s claim that the bridge was safe.',
    ['the mayor | claim | that the bridge was safe'],
  ],
  [
    'two speakers in a sentence',
    'The mayor said the bridge was safe, but the police said it was not.',
    ['The mayor | said | the bridge was safe', 'the police | said | it was not'],
  ],
  ['nobody', 'The bridge has four lanes.', []],
]

describe('the rules tagger', () => {
  it.each(SENTENCES)('reads %s', async (_, text, expected) => {
    expect(await told(text)).toEqual(expected)
  })

  it('finds the speaker inside a content, and the one whom the speaker cites', async () => {
    const text = 'The Courier reported that an engineer had warned that the bolts were old, citing a memo.'
    expect(await told(text)).toEqual([
      'a memo | citing | that an engineer had warned that the bolts were old',
      'The Courier | reported | that an engineer had warned that the bolts were old',
      'an engineer | had warned | that the bolts were old',
    ])
    expect(await told(text, outermost)).toHaveLength(2)
  })

  it('goes on with the speaker of the quotation before', async () => {
    expect(await told('“It is closed,” Brandt said. “It will stay closed.”')).toEqual([
      'Brandt | said | “It is closed,” / “It will stay closed.”',
    ])
  })

  it('takes words picked out for words, not for speech', async () => {
    expect(await told('The “expert” walked over the “bridge” twice.')).toEqual([])
  })

  it('gives the same answer whatever stands beside a document', async () => {
    const documents = SENTENCES.map(([, text]) => documentFromText(text))
    const together = await rulesTagger.tag(documents)
    const alone = await Promise.all(documents.map(async (document) => (await rulesTagger.tag([document]))[0]))
    expect(together).toEqual(alone)
  })

  it.each(['', '?', '🜁🜂🜃 🜄', '“', '”””', '“a “b “c', "''", 'word', ':::', 'Das ist, sagte er, nicht wahr.', 'x'.repeat(20_000)])(
    'keeps its spans inside odd text %#',
    async (text) => {
      for (const { source, cue, content } of await tag(text)) {
        for (const { start, end } of [...source, ...cue, ...content])
          expect(0 <= start && start < end && end <= text.length).toBe(true)
      }
    },
  )
})
