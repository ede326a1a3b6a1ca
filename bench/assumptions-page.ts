/** Writes `docs/assumptions.md` from the table of assumptions: `node bench/assumptions-page.ts`. A test fails while the page is not current. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assumptionRows, type AssumptionRow } from '../src/weigh/assumptions.ts'

export const PAGE = join(import.meta.dirname, '..', 'docs', 'assumptions.md')

/** What the rows under one heading set, by the first word of their names. */
const HEADINGS: readonly (readonly [heading: string, says: string, families: readonly string[]])[] = [
  ['Before anything is read', 'Where every claim starts.', ['prior', 'forgotten']],
  [
    'How far a source is tied to the truth',
    'Each is a factor of k. An origin has one grade, one access and one certainty, and those of the others that apply to it.',
    ['grade', 'access', 'certainty', 'retelling', 'reading', 'unnamed', 'unbacked'],
  ],
  ['What a source would say anyway', 'g, and what interest does to k.', ['interest']],
  ['What origins share', 'One line spoken by several, and one origin that may be two.', ['one-line', 'stray']],
  [
    'Things',
    'What a thing is worth when it is what it is said to be, and how likely it is not.',
    ['item', 'provenance', 'challenge', 'score'],
  ],
  [
    'How firmly all this is held',
    'Concentrations of the Beta distributions: they set the width of the interval and never move the probability.',
    ['concentration'],
  ],
]

const familyOf = ({ name }: AssumptionRow): string => name.split('.')[0] ?? name

const rangeOf = ({ low, high }: AssumptionRow): string => (low === high ? 'fixed' : `${low} to ${high}`)

const lineOf = (row: AssumptionRow): string =>
  `| \`${row.name}\` | ${row.unit} | ${row.standard} | ${rangeOf(row)} | ${row.basis} | ${row.source} | ${row.ifWrong} |`

const tableOf = (rows: readonly AssumptionRow[]): readonly string[] => [
  '| name | unit | standard | range | basis | source | if it is wrong |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...rows.map(lineOf),
]

const fittedSentence = (rows: readonly AssumptionRow[]): string => {
  const fitted = rows.filter(({ basis }) => basis === 'fitted').length
  if (fitted === 0)
    return `None of the ${rows.length} rows is fitted to data: they are the judgement of those who wrote them, and say so.`
  return `${fitted} of the ${rows.length} rows ${fitted === 1 ? 'is' : 'are'} fitted to data; the rest are the judgement of those who wrote them, and say so.`
}

/** The page, in Markdown. Throws where a row stands under no heading. */
export const assumptionsPage = (rows: readonly AssumptionRow[]): string => {
  const homeless = rows.find((row) => !HEADINGS.some(([, , families]) => families.includes(familyOf(row))))
  if (homeless !== undefined) throw new Error(`the row "${homeless.name}" stands under no heading of the assumptions page`)
  return [
    '# Assumptions',
    '',
    'Every number of the model that weighs a verdict. `--assume name=value` puts another in its place, inside the range; a report prints what',
    'was overridden. The range is also what the tornado moves a row over. [How the numbers are used](method.md).',
    '',
    fittedSentence(rows),
    '',
    '*This page is written from `src/weigh/assumptions.ts` by `node bench/assumptions-page.ts`.*',
    '',
    ...HEADINGS.flatMap(([heading, says, families]) => [
      `## ${heading}`,
      '',
      says,
      '',
      ...tableOf(rows.filter((row) => families.includes(familyOf(row)))),
      '',
    ]),
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, assumptionsPage(assumptionRows))
