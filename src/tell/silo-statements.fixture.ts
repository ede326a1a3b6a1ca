import type { DocumentDraft, StatementDraft } from './case-draft.fixture.ts'

export const documents: readonly DocumentDraft[] = [
  {
    label: 'd1',
    publisher: 'The Sluice Courier',
    author: 'Pia Renk',
    title: 'Flooded grain went to bakeries, official says',
    published: '2024-05-06',
    url: 'https://sluicecourier.example/flooded-grain',
    text: `Flooded grain went to bakeries, official says

Grain that stood in river water at the Corvane silo was sold to bakeries two days later, an official of the grain board told the Sluice Courier on Saturday.

“Forty tonnes left on the lorries,” the official said, “and nobody asked what it smelt of.”

The official, who asked not to be named, said that the board had been told of the flood on the first night.

Tilda Brask, a spokeswoman for the board, said that she would not discuss single deliveries. The silo stands on the low bank of the river and was built in 1961.`,
  },
  {
    label: 'd2',
    publisher: 'Weir Wire',
    author: null,
    title: 'Bakeries got flooded grain: report',
    published: '2024-05-07',
    url: 'https://weirwire.example/a/7712',
    text: `Bakeries got flooded grain: report

Bakeries were supplied with grain from the flooded Corvane silo, the Sluice Courier reported on Monday, citing an official of the grain board.

The board may have known of the water before the lorries were loaded, according to the newspaper.

River levels at Corvane are falling, and the ferry is expected to run again this week.`,
  },
  {
    label: 'd3',
    publisher: 'The Upland Ledger',
    author: 'Staff',
    title: 'River grain “sold for bread”',
    published: '2024-05-07',
    url: 'https://uplandledger.example/news/river-grain',
    text: `River grain “sold for bread”

Bakeries were supplied with grain from the flooded Corvane silo, according to Weir Wire.

It is understood that the price of flour will rise before the summer. Readers who have seen spoiled flour are asked to write to the newsdesk.`,
  },
  {
    label: 'd4',
    publisher: 'Corvane Grain Board',
    author: null,
    title: 'Statement on the new silo',
    published: '2024-05-08',
    url: 'https://grainboard.example/statements/14',
    text: `Statement on the new silo

The Corvane Grain Board denies that any grain was taken from the new silo at Hithe, as has been suggested.

“We learned of the water on 4 May, after the last lorry had gone,” said Tilda Brask, spokeswoman for the board.

The board thanks its staff for their work during the flood.`,
  },
  {
    label: 'd5',
    publisher: 'Crust and Crumb',
    author: 'Lene Osk',
    title: 'A baker speaks',
    published: '2024-05-10',
    url: 'https://crustandcrumb.example/a-baker-speaks',
    text: `A baker speaks

Rufus Hask has baked in Tamsel for thirty years. “The sacks were damp and the flour smelt of the river,” he said, and he sent the second load back.

“They were Corvane sacks, with the Corvane seal on them.”

A photograph of wet sacks under a tin roof has been shared widely since. A matching tool gave it a likeness of 0.82 with the Corvane loading bay. “That could be any shed on the river,” said Odo Varn, who drives for another mill.`,
  },
  {
    label: 'd6',
    publisher: 'Radio Lowmark',
    author: null,
    title: 'Morning programme, transcript',
    published: '2024-05-11',
    url: null,
    text: `Morning programme, transcript

Asked whether the grain had been sold, the food minister, Hedda Lunt, said that it was a matter for the inspectors.

An entry in the board's night log, seen by this station, reads “water in bay three, board told” and is dated 2 May.

The same entry is in the hand of the night porter, who has since left the board.`,
  },
]

export const OFFICIAL = 'an official of the grain board'
export const BOARD = 'Corvane Grain Board'

export const statements: readonly StatementDraft[] = [
  {
    key: 'sold',
    in: 'd1',
    content: 'Grain that stood in river water at the Corvane silo was sold to bakeries two days later',
    cue: 'told',
    chain: ['The Sluice Courier', [OFFICIAL, OFFICIAL]],
    saidAt: 'on Saturday',
    bears: [['c1', 'supports']],
  },
  {
    key: 'lorries',
    in: 'd1',
    content: ['Forty tonnes left on the lorries', 'and nobody asked what it smelt of'],
    cue: 'said',
    chain: ['The Sluice Courier', [OFFICIAL, 'the official']],
    bears: [['c1', 'supports']],
  },
  {
    key: 'first-night',
    in: 'd1',
    content: 'the board had been told of the flood on the first night',
    cue: 'said that',
    chain: ['The Sluice Courier', [OFFICIAL, 'The official']],
    bears: [['c2', 'supports']],
  },
  {
    key: 'single-deliveries',
    in: 'd1',
    content: 'she would not discuss single deliveries',
    cue: 'said that',
    chain: ['The Sluice Courier', ['Tilda Brask', 'Tilda Brask, a spokeswoman for the board']],
    act: 'decline',
    certainty: 'unknown',
    bears: [['c1', 'neutral']],
  },
  {
    key: 'wire',
    in: 'd2',
    content: 'Bakeries were supplied with grain from the flooded Corvane silo',
    cue: 'reported',
    chain: ['Weir Wire', ['The Sluice Courier', 'the Sluice Courier'], [OFFICIAL, OFFICIAL]],
    saidAt: 'on Monday',
    bears: [['c1', 'supports']],
  },
  {
    key: 'wire-known',
    in: 'd2',
    content: 'The board may have known of the water before the lorries were loaded',
    cue: 'according to',
    chain: ['Weir Wire', ['The Sluice Courier', 'the newspaper']],
    certainty: 'possible',
    bears: [['c2', 'supports']],
  },
  {
    key: 'ledger',
    in: 'd3',
    content: 'Bakeries were supplied with grain from the flooded Corvane silo',
    cue: 'according to',
    chain: ['The Upland Ledger', ['Weir Wire', 'Weir Wire']],
    bears: [['c1', 'supports']],
  },
  {
    key: 'flour-price',
    in: 'd3',
    content: 'the price of flour will rise before the summer',
    cue: 'It is understood that',
    chain: ['The Upland Ledger'],
    act: 'predict',
    certainty: 'probable',
  },
  {
    key: 'new-silo',
    in: 'd4',
    content: 'any grain was taken from the new silo at Hithe',
    cue: 'denies that',
    chain: [[BOARD, 'The Corvane Grain Board']],
    act: 'deny',
    bears: [['c1', 'neutral']],
  },
  {
    key: 'after-the-last',
    in: 'd4',
    content: 'We learned of the water on 4 May, after the last lorry had gone',
    cue: 'said',
    chain: [BOARD, ['Tilda Brask', 'Tilda Brask']],
    bears: [
      ['c2', 'contradicts'],
      ['c1', 'supports', 'confirm', 'possible'],
    ],
  },
  {
    key: 'damp-sacks',
    in: 'd5',
    content: 'The sacks were damp and the flour smelt of the river',
    cue: 'said',
    chain: ['Crust and Crumb', ['Rufus Hask', 'he']],
    bears: [['c1', 'supports', 'assert', 'probable']],
  },
  {
    key: 'any-shed',
    in: 'd5',
    content: 'That could be any shed on the river',
    cue: 'said',
    chain: ['Crust and Crumb', ['Odo Varn', 'Odo Varn']],
    act: 'opinion',
    certainty: 'possible',
    bears: [['c1', 'neutral']],
  },
  {
    key: 'inspectors',
    in: 'd6',
    content: 'it was a matter for the inspectors',
    cue: 'said that',
    chain: ['Radio Lowmark', ['Hedda Lunt', 'the food minister, Hedda Lunt,']],
    act: 'decline',
    certainty: 'unknown',
    bears: [['c1', 'neutral']],
  },
  {
    key: 'night-log',
    in: 'd6',
    content: 'water in bay three, board told',
    cue: 'reads',
    chain: ['Radio Lowmark', ["the board's night log", "An entry in the board's night log"]],
    bears: [['c2', 'supports']],
  },
]
