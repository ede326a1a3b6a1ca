import type { CheckedCase } from '../core/case.ts'
import { checkedCase, type CaseDraft } from './case-draft.fixture.ts'
import { BOARD, documents, OFFICIAL, statements } from './silo-statements.fixture.ts'

/** Six documents, two claims, fourteen statements: one unnamed official told three times over, a baker, a denial of something else. */
export const siloDraft: CaseDraft = {
  question: 'Was flooded grain from Corvane sold to bakeries, and did the board know?',
  asOf: '2024-05-12',
  documents,
  sources: [
    { name: 'The Sluice Courier', kind: 'outlet', aliases: ['the Sluice Courier', 'the newspaper'] },
    { name: OFFICIAL, kind: 'unnamed', aliases: ['the official'], speaksFor: BOARD },
    { name: BOARD, kind: 'organization', aliases: ['the board'] },
    { name: 'Tilda Brask', kind: 'person', speaksFor: BOARD },
    { name: 'Weir Wire', kind: 'outlet' },
    { name: 'The Upland Ledger', kind: 'outlet' },
    { name: 'Crust and Crumb', kind: 'outlet' },
    { name: 'Rufus Hask', kind: 'person', aliases: ['he'] },
    { name: 'Odo Varn', kind: 'person' },
    { name: 'Radio Lowmark', kind: 'outlet' },
    { name: 'Hedda Lunt', kind: 'person', aliases: ['the food minister'] },
    { name: "the board's night log", kind: 'document', speaksFor: BOARD },
  ],
  claims: [
    ['c1', 'Grain from the flooded silo at Corvane was sold to bakeries.'],
    ['c2', 'The Corvane Grain Board knew of the flood before the grain left the silo.'],
  ],
  statements,
  origins: [
    {
      key: 'official-sold',
      claim: 'c1',
      side: 'supports',
      root: OFFICIAL,
      affiliation: BOARD,
      statements: ['sold', 'lorries', 'wire', 'ledger'],
      retellings: 1,
      edges: [
        ['lorries', 'sold', 'same-speaker', 'the same official speaks twice in d1'],
        ['wire', 'sold', 'cites', 'd2 names the Sluice Courier as its source', ['d2', 'the Sluice Courier reported on Monday']],
        ['ledger', 'wire', 'copies', "d3 repeats d2's passage nearly word for word", ['d3', 'according to Weir Wire']],
      ],
    },
    {
      key: 'baker',
      claim: 'c1',
      side: 'supports',
      root: 'Rufus Hask',
      statements: ['damp-sacks'],
      access: 'witness',
      certainty: 'probable',
    },
    {
      key: 'board-slip',
      claim: 'c1',
      side: 'supports',
      root: BOARD,
      affiliation: BOARD,
      statements: ['after-the-last'],
      access: 'own-decision',
      interest: 'disbelief',
      certainty: 'possible',
    },
    {
      key: 'official-knew',
      claim: 'c2',
      side: 'supports',
      root: OFFICIAL,
      affiliation: BOARD,
      statements: ['first-night', 'wire-known'],
      retellings: 1,
      edges: [
        [
          'wire-known',
          'first-night',
          'cites',
          'd2 has it from “the newspaper”, which is the Sluice Courier of d1',
          ['d2', 'the newspaper'],
        ],
      ],
    },
    {
      key: 'night-log',
      claim: 'c2',
      side: 'supports',
      root: BOARD,
      affiliation: BOARD,
      statements: ['night-log'],
      access: 'record',
      retellings: 1,
    },
    {
      key: 'board-denies',
      claim: 'c2',
      side: 'contradicts',
      root: BOARD,
      affiliation: BOARD,
      statements: ['after-the-last'],
      access: 'own-decision',
      interest: 'disbelief',
    },
  ],
  evidence: [
    {
      key: 'sacks',
      in: 'd5',
      mention: 'A photograph of wet sacks under a tin roof',
      kind: 'photo',
      claim: 'c1',
      stance: 'supports',
      provenance: 'unknown',
      score: ['a likeness of 0.82', 0.82, 'likeness'],
      challengedBy: ['any-shed'],
    },
    {
      key: 'log',
      in: 'd6',
      mention: "An entry in the board's night log",
      kind: 'document',
      claim: 'c2',
      stance: 'supports',
      provenance: 'partial',
    },
  ],
  verdicts: [
    {
      claim: 'c1',
      band: 'likely',
      interval: [0.524, 0.961],
      reasons: [
        [
          'official-sold',
          0.92,
          [
            ['grade.F', 'graded F: cannot be judged'],
            ['unnamed', 'not named'],
            ['retelling', 'one retelling from the source'],
          ],
          'likely',
        ],
        [
          'baker',
          0.71,
          [
            ['grade.F', 'graded F: cannot be judged'],
            ['access.witness', 'saw it itself'],
            ['certainty.probable', 'put as probable'],
          ],
          'likely',
        ],
        [
          'board-slip',
          0.12,
          [
            ['interest', 'admits what it would rather not'],
            ['certainty.possible', 'put as possible'],
          ],
          'likely',
        ],
        ['sacks', 0, [['provenance', 'nobody knows who made it, where or when']], 'likely'],
      ],
      flip: [['official-sold', 'baker'], 'contested'],
      tornado: [
        ['grade.F', 0.61, 0.93, true],
        ['prior', 0.7, 0.9, false],
      ],
      gaps: [
        ['sacks', 'who took the photograph, where and when', 0.84],
        ['official-sold', 'who the official is, and whether they loaded the lorries themselves', 0.41],
        [null, 'the delivery notes of the bakeries for the first week of May', 1.2],
      ],
    },
    {
      claim: 'c2',
      band: 'contested',
      interval: [0.22, 0.88],
      reasons: [
        [
          'board-denies',
          -0.74,
          [
            ['interest', 'gains if this is not believed'],
            ['access.own-decision', 'speaks of what it did'],
          ],
          'likely',
        ],
        ['log', 0.62, [['provenance', 'known in part']], 'contested'],
        [
          'official-knew',
          0.48,
          [
            ['grade.F', 'graded F: cannot be judged'],
            ['unnamed', 'not named'],
          ],
          'contested',
        ],
        ['night-log', 0.04, [['access.record', 'keeps the record']], 'contested'],
      ],
      flip: [['board-denies'], 'likely'],
      tornado: [['prior', 0.39, 0.78, true]],
      gaps: [['log', 'the page of the night log itself, and who wrote it', 1.05]],
    },
  ],
  dates: [
    ['d1', 'Saturday', '2024-05-04'],
    ['d2', 'on Monday', '2024-05-06'],
    ['d6', '2 May', '2024-05-02'],
  ],
  quantities: [['d1', 'Forty tonnes', 40, 'tonnes']],
}

export const siloCase: CheckedCase = {
  ...checkedCase(siloDraft),
  refusals: [
    {
      code: 'no-text-layer',
      sentence: 'log-scan.pdf holds pictures of pages and no text; run it through character recognition first.',
    },
  ],
  overrides: [{ assumption: 'grade.F', value: 0.35, standard: 0.3 }],
}
