import type { Edge, Provenance } from '../src/core/origin.ts'
import type { StatementId } from '../src/core/statement.ts'
import { trace } from '../src/trace/trace.ts'
import { plant, type PlantedCase } from './planted-provenance.ts'
import { keepTable } from './results.ts'

const SIZES = [1_000, 10_000, 100_000]
const SEED = 4

interface Row {
  readonly statements: number
  readonly noise: boolean
  readonly seconds: number
  /** Of all threads together, which a busy machine lengthens less than the clock's. */
  readonly cpuSeconds: number
  readonly edgePrecision: number
  readonly edgeRecall: number
  readonly parentRecall: number
  readonly origins: number
  readonly found: number
  readonly precision: number
  readonly recall: number
}

/** B-cubed precision and recall (Bagga and Baldwin 1998) of groups of statements, in time linear in them. */
const bCubed = ({ origins }: Provenance, { originOf }: PlantedCase) => {
  const sizes = new Map<number, number>()
  for (const origin of originOf.values()) sizes.set(origin, (sizes.get(origin) ?? 0) + 1)
  let precision = 0
  let recall = 0
  for (const { statements } of origins) {
    const shared = new Map<number, number>()
    for (const id of statements) shared.set(originOf.get(id)!, (shared.get(originOf.get(id)!) ?? 0) + 1)
    for (const [origin, count] of shared) {
      precision += (count * count) / statements.length
      recall += (count * count) / sizes.get(origin)!
    }
  }
  return { precision: precision / originOf.size, recall: recall / originOf.size }
}

const keyOf = (a: StatementId, b: StatementId): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Precision: edges that join two tellings of one true origin. Recall: planted echoes whose two ends one found origin holds; of those, by an edge of their own. */
const edgeScores = ({ edges, origins }: Provenance, { originOf, echoes }: PlantedCase) => {
  const joins = (edge: Edge): boolean => edge.by.sure >= 0.5
  const right = edges.filter((edge) => joins(edge) && originOf.get(edge.from) === originOf.get(edge.to)).length
  const drawn = new Set(edges.map(({ from, to }) => keyOf(from, to)))
  const foundIn = new Map(origins.flatMap(({ id, statements }) => statements.map((statement) => [statement, id] as const)))
  const connected = echoes.filter(([child, parent]) => foundIn.get(child) === foundIn.get(parent)).length
  const direct = echoes.filter(([child, parent]) => drawn.has(keyOf(child, parent))).length
  return {
    edgePrecision: right / edges.filter(joins).length,
    edgeRecall: connected / echoes.length,
    parentRecall: direct / echoes.length,
  }
}

/** Traced once, as a user does: a second run would find everything compiled. */
const timed = (planted: PlantedCase) => {
  const start = performance.now()
  const before = process.cpuUsage()
  const provenance = trace(planted)
  const { user, system } = process.cpuUsage(before)
  return { provenance, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 }
}

const measured = (statements: number, noise: boolean): Row => {
  const planted = plant({ statements, noise, seed: SEED })
  const { provenance, seconds, cpuSeconds } = timed(planted)
  const origins = new Set(planted.originOf.values()).size
  return {
    statements,
    noise,
    seconds,
    cpuSeconds,
    ...edgeScores(provenance, planted),
    origins,
    found: provenance.origins.length,
    ...bCubed(provenance, planted),
  }
}

const share = (value: number): string => value.toFixed(3)

const printed = (
  { statements, noise, seconds, cpuSeconds, edgePrecision, edgeRecall, parentRecall, origins, found, precision, recall }: Row,
  before: Row | undefined,
): string =>
  [
    statements,
    noise ? 'edited' : 'verbatim',
    share(edgePrecision),
    share(edgeRecall),
    share(parentRecall),
    origins,
    found,
    share(precision),
    share(recall),
    share((2 * precision * recall) / (precision + recall)),
    seconds.toFixed(2),
    cpuSeconds.toFixed(2),
    before === undefined ? '' : `×${(cpuSeconds / before.cpuSeconds).toFixed(1)}`,
  ].join('\t')

const HEADINGS = [
  'statements',
  'copies',
  'edge P',
  'edge R',
  'parent R',
  'origins',
  'found',
  'B³ P',
  'B³ R',
  'B³ F1',
  'seconds',
  'CPU s',
  'growth',
]

// Once unmeasured, so that the first row does not pay for compiling.
measured(SIZES[0]!, true)
const lines = [HEADINGS.join('\t')]
for (const noise of [false, true]) {
  let before: Row | undefined
  for (const size of SIZES) {
    const row = measured(size, noise)
    lines.push(printed(row, before))
    before = row
  }
}
keepTable('trace', lines.join('\n'))
