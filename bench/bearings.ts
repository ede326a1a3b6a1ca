/**
 * How well statements are tied to claims: `node bench/bearings.ts`. Files a to e are measured by five-fold cross-validation by file, f and
 * g with the shipped weights, which have not seen them.
 */
import { rulesTagger } from '../src/attribute/rules-tagger.ts'
import type { BearingChance, Claim, Stance } from '../src/core/claim.ts'
import { grouped } from '../src/core/grouped.ts'
import type { Statement } from '../src/core/statement.ts'
import { bearingsOf, bearingsWith } from '../src/resolve/bearings/bearings.ts'
import { BEARING_BAR } from '../src/resolve/bearings/bearing-weights.data.ts'
import { claimTermsOf } from '../src/resolve/bearings/claim-terms.ts'
import { coverageOf, viewOf } from '../src/resolve/bearings/claim-view.ts'
import type { BearingReader } from '../src/resolve/bearings/model/bearing-reader.ts'
import { wordedStatements } from '../src/resolve/bearings/worded-statement.ts'
import { wordingOf } from '../src/resolve/bearings/wording.ts'
import { fitted, LEARNT_FROM } from './bearing-fit.ts'
import { passagesOf, type JudgedStatement, type Passage } from './passages.ts'
import { keepTable } from './results.ts'
import { shippedBearings } from './shipped-models.ts'

type Verdict = Stance | 'none'

/** One statement on one claim: as annotated, and as told. */
interface Told {
  readonly gold: Verdict
  readonly told: Verdict
}

interface Question {
  readonly passage: Passage
  readonly claims: readonly Claim[]
}

/** For each statement its stance on each claim. */
type Teller = (question: Question, statements: readonly Statement[]) => readonly (readonly Verdict[])[]

const VERDICTS: readonly Verdict[] = ['supports', 'contradicts', 'neutral', 'none']

const byRules =
  (bearings: typeof bearingsOf): Teller =>
  ({ passage, claims }, statements) => {
    const found = new Map(
      bearings({ documents: [passage.document], statements, claims }).map(({ statement, claim, stance }) => [
        `${statement} ${claim}`,
        stance,
      ]),
    )
    return statements.map((statement) => claims.map((claim) => found.get(`${statement.id} ${claim.id}`) ?? 'none'))
  }

const nothing: Teller = ({ claims }, statements) => statements.map(() => claims.map(() => 'none'))

/** Share of a claim's words that must be in the content for the overlap baseline: best of 0.05 to 0.5 on files a to e. */
const OVERLAP = 0.1

/** What word overlap alone tells: supports where enough of the claim's words are in the content. */
const byOverlap: Teller = ({ passage, claims }, statements) => {
  const wording = wordingOf(passage.document)
  const views = claimTermsOf(claims).map((claim) => viewOf(claim, wording))
  return wordedStatements(statements, wording).map(({ content }) =>
    views.map((view) => (coverageOf(content, view).exact >= OVERLAP ? 'supports' : 'none')),
  )
}

type Part = 'annotated' | 'all' | 'read'

const tell = (passages: readonly Passage[], teller: Teller, { part, alone }: { part: Part; alone: boolean }): readonly Told[] =>
  passages.flatMap((passage) => {
    const judged: readonly JudgedStatement[] = passage[part]
    const questions = alone ? passage.claims.map((_, column) => [column]) : [[...passage.claims.keys()]]
    return questions.flatMap((columns) => {
      const claims = columns.flatMap((column) => passage.claims[column] ?? [])
      const told = teller(
        { passage, claims },
        judged.map(({ statement }) => statement),
      )
      const rows = judged.flatMap(({ golds }, row) =>
        columns.map((column, at): Told => ({ gold: golds[column] ?? 'none', told: told[row]?.[at] ?? 'none' })),
      )
      const missed = part === 'read' ? passage.missed : []
      return [
        ...rows,
        ...missed.flatMap((golds) => columns.map((column): Told => ({ gold: golds[column] ?? 'none', told: 'none' }))),
      ]
    })
  })

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const f1Of = (rows: readonly Told[], verdict: Verdict): number => {
  const both = rows.filter(({ gold, told }) => gold === verdict && told === verdict).length
  return ratio(2 * both, rows.filter(({ gold }) => gold === verdict).length + rows.filter(({ told }) => told === verdict).length)
}

const figures = (rows: readonly Told[]): readonly number[] => {
  const bearing = rows.filter(({ gold }) => gold !== 'none')
  const found = rows.filter(({ told }) => told !== 'none')
  const matched = bearing.filter(({ told }) => told !== 'none')
  const right = matched.filter(({ gold, told }) => gold === told).length
  return [
    ratio(matched.length, found.length),
    ratio(matched.length, bearing.length),
    ratio(2 * matched.length, found.length + bearing.length),
    ratio(right, matched.length),
    ratio(2 * right, found.length + bearing.length),
    VERDICTS.reduce((sum, verdict) => sum + f1Of(rows, verdict), 0) / VERDICTS.length,
    ratio(rows.filter(({ gold, told }) => gold === told).length, rows.length),
  ]
}

const HEADS = ['P', 'R', 'F1', 'stance', 'strict F1', 'macro F1', 'accuracy']
const row = (name: string, rows: readonly Told[]): string =>
  [name.padEnd(50), ...figures(rows).map((value) => value.toFixed(3).padStart(10)), String(rows.length).padStart(8)].join('')

const PARTS = ['annotated', 'all', 'read'] as const
const PART_NAMES = { annotated: 'annotated statements', all: 'and all other sentences', read: 'as attribute reads' } as const

type Ours = (part: Part, alone: boolean) => readonly Told[]

const tableOf = (
  title: string,
  passages: readonly Passage[],
  { ours, trained = null }: { ours: Ours; trained?: Ours | null },
): string =>
  PARTS.map((part) =>
    [
      [`${title}, ${PART_NAMES[part]}`.padEnd(50), ...HEADS.map((head) => head.padStart(10)), 'N'.padStart(8)].join(''),
      row('  nothing bears on anything', tell(passages, nothing, { part, alone: false })),
      row('  word overlap', tell(passages, byOverlap, { part, alone: false })),
      row('  bearings, three claims asked', ours(part, false)),
      row('  bearings, one claim asked', ours(part, true)),
      ...(trained === null
        ? []
        : [
            row('  with the trained reader, three claims asked', trained(part, false)),
            row('  with the trained reader, one claim asked', trained(part, true)),
          ]),
    ].join('\n'),
  ).join('\n')

const crossValidated = (passages: readonly Passage[]): ((part: Part, alone: boolean) => readonly Told[]) => {
  const files = [...new Set(passages.map(({ file }) => file))]
  const folds = files.map((file) => {
    const weights = fitted(passages.filter((passage) => passage.file !== file))
    return {
      inFold: passages.filter((passage) => passage.file === file),
      teller: byRules((input) => bearingsWith({ weights, bar: BEARING_BAR, share: 0 }, input)),
    }
  })
  return (part, alone) => folds.flatMap(({ inFold, teller }) => tell(inFold, teller, { part, alone }))
}

/** What the trained reader says of every statement and claim of the passages, in whichever part it stands. */
const chancesFor = async (reader: BearingReader, passages: readonly Passage[]): Promise<readonly BearingChance[]> => {
  const chances: BearingChance[] = []
  for (const { document, claims, ...parts } of passages)
    for (const part of PARTS) {
      const statements = parts[part].map(({ statement }) => statement)
      chances.push(...(await reader.read({ documents: [document], statements, claims })))
    }
  return chances
}

/** The shipped weights with what the trained reader says of a passage's own claims; ids of claims are those of all passages. */
const byReader = (chances: readonly BearingChance[]): Teller => {
  const byStatement = grouped(chances, ({ statement }) => statement)
  return byRules((input) => bearingsOf({ ...input, chances: input.statements.flatMap(({ id }) => byStatement.get(id) ?? []) }))
}

const known = await passagesOf(LEARNT_FROM, rulesTagger)
const held = await passagesOf(['f', 'g'], rulesTagger)
if (known === null || held === null) console.error('Skipped: no passages at ../shared/data/passages.')
else {
  const shipped = byRules(bearingsOf)
  const trained = byReader(await chancesFor(await shippedBearings(), held))
  const table = [
    'Statements tied to claims. P, R, F1: whether a statement bears on a claim; stance: of those rightly found; strict F1: both right;\n' +
      'macro F1 and accuracy: over supports, contradicts, neutral, none; N: statements × claims.',
    tableOf('a–e, cross-validated', known, { ours: crossValidated(known) }),
    tableOf('f–g, held out', held, {
      ours: (part, alone) => tell(held, shipped, { part, alone }),
      trained: (part, alone) => tell(held, trained, { part, alone }),
    }),
  ]
  keepTable('bearings', table.join('\n\n'))
}
