import type { Document, DocumentId } from '../core/document.ts'
import type { Edge, OriginId, Provenance } from '../core/origin.ts'
import { hull, type Span, textOfAll } from '../core/span.ts'
import type { StatementId } from '../core/statement.ts'
import type { TraceInput } from './telling.ts'
import { calledBy } from './tie.ts'

/** A statement as a point of the graph. */
export interface GraphNode {
  readonly id: StatementId
  readonly document: DocumentId
  readonly span: Span
  /** What is said, in its own words. */
  readonly says: string
  /** Who says it. */
  readonly speaker: string
  /** Publisher and date of the document that tells it. */
  readonly told: string
  /** One for each claim on which it takes a side. */
  readonly origins: readonly OriginId[]
}

/** Which statement goes back to which: every statement that has an origin or an edge. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly Edge[]
}

const originsByStatement = ({ origins }: Provenance): ReadonlyMap<StatementId, readonly OriginId[]> => {
  const lists = new Map<StatementId, OriginId[]>()
  for (const { id, statements } of origins) {
    for (const statement of statements) {
      const list = lists.get(statement)
      if (list === undefined) lists.set(statement, [id])
      else list.push(id)
    }
  }
  return lists
}

/** The graph of a provenance with the words behind it. Statements in the order of `input.statements`. */
export const graphOf = (provenance: Provenance, { documents, statements, resolution }: TraceInput): Graph => {
  const origins = originsByStatement(provenance)
  const drawn = new Set([...origins.keys(), ...provenance.edges.flatMap(({ from, to }) => [from, to])])
  const documentById = new Map<DocumentId, Document>(documents.map((document) => [document.id, document]))
  const names = new Map(resolution.sources.map(({ id, name }) => [id, name]))
  const speakers = new Map(resolution.speakers.map(({ statement, sources }) => [statement, sources.at(-1)]))
  const nodes = statements.flatMap(({ id, document: told, content }): readonly GraphNode[] => {
    const document = documentById.get(told)
    const speaker = speakers.get(id)
    if (document === undefined || speaker === undefined || !drawn.has(id)) return []
    const says = textOfAll(document.text, content)
    return [
      {
        id,
        document: told,
        span: hull(content),
        says,
        speaker: names.get(speaker) ?? '',
        told: calledBy(document),
        origins: origins.get(id) ?? [],
      },
    ]
  })
  return { nodes, edges: provenance.edges }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML 1.0: marks escaped; what it may not hold at all, control characters and lone surrogates, left out. */
const xml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the ones that XML 1.0 forbids
    .replace(/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark)

const KEYS: readonly (readonly [name: string, of: 'node' | 'edge', type: 'string' | 'double'])[] = [
  ['says', 'node', 'string'],
  ['speaker', 'node', 'string'],
  ['told', 'node', 'string'],
  ['origins', 'node', 'string'],
  ['kind', 'edge', 'string'],
  ['reason', 'edge', 'string'],
  ['sure', 'edge', 'double'],
]

const data = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([key, value]) => `<data key="${key}">${xml(String(value))}</data>`)
    .join('')

/** The graph as GraphML 1.0, for Gephi, yEd and their like. */
export const graphMl = ({ nodes, edges }: Graph): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([name, of, type]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...nodes.map(
      ({ id, says, speaker, told, origins }) =>
        `<node id="${id}">${data({ says, speaker, told, origins: origins.join(' ') })}</node>`,
    ),
    ...edges.map(
      ({ from, to, kind, reason, by }) => `<edge source="${from}" target="${to}">${data({ kind, reason, sure: by.sure })}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')

/** A string of the DOT language, in quotes. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/gu, ' ')}"`

/** So many characters of what is said label a point of a drawing. */
const LABEL = 60

const shortened = (text: string): string => (text.length <= LABEL ? text : `${text.slice(0, LABEL).trimEnd()}…`)

/** The graph in the DOT language of Graphviz: a point for each statement, an arrow from each retelling to what it goes back to. */
export const dot = ({ nodes, edges }: Graph): string =>
  [
    'digraph provenance {',
    '  node [shape=box]',
    ...nodes.map(
      ({ id, says, speaker, told }) => `  ${quoted(id)} [label=${quoted(`${speaker}: ${shortened(says)} (${told})`)}]`,
    ),
    ...edges.map(
      ({ from, to, kind, reason }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(kind)}, tooltip=${quoted(reason)}]`,
    ),
    '}',
    '',
  ].join('\n')
