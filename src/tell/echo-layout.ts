import type { Stance } from '../core/claim.ts'
import { displayWidth } from '../core/display-width.ts'
import type { EchoFlows, Flow, FlowNode } from './echo-flows.ts'
import { wrapped, run } from './styled-line.ts'

/** How wide the drawing is, and how its labels are set; all in its own units, one a CSS pixel at full size. */
export interface EchoFormat {
  readonly name: string
  readonly width: number
  readonly columns: readonly [article: number, voice: number, target: number]
  /** Of the labels. */
  readonly fontSize: number
  /** Whether articles are called by their short names alone. */
  readonly brief: boolean
}

export interface Box {
  readonly node: FlowNode
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}

/** A strand from the right edge of one box to the left edge of another. */
export interface Strand {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  readonly thickness: number
  readonly stance: Stance
}

export interface EchoLayout {
  readonly height: number
  readonly columns: readonly [readonly Box[], readonly Box[], readonly Box[]]
  readonly strands: readonly Strand[]
}

/** Of one passage. */
const STRAND = 7
const STRAND_GAP = 2
const BOX_GAP = 8
const PADDING = 6
/** Of a label, while the boxes of its column are few; one where they are many. */
const MOST_LINES = 2
const FEW_BOXES = 9
/** Left of a label: its shape, or nothing. */
export const GLYPH_ROOM = 16
/** Mean width of a letter of a sans-serif face, in its size. */
const LETTER = 0.56
const LEADING = 1.25

interface Slot {
  readonly stance: Stance
  readonly count: number
}

const slotsHeight = (slots: readonly Slot[]): number =>
  slots.reduce((sum, { count }) => sum + count * STRAND, 0) + STRAND_GAP * Math.max(0, slots.length - 1)

/** A label in at most `most` lines of `columns` letters; what does not fit ends in an ellipsis. */
const linesOf = (label: string, columns: number, most: number): readonly string[] => {
  const lines = wrapped([run(label)], { width: columns, indent: 0, hang: 0 }).map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
  if (lines.length <= most) return lines
  const last = lines[most - 1] ?? ''
  const kept = displayWidth(last) < columns ? last : last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${kept.trimEnd()}…`]
}

interface Column {
  readonly nodes: readonly FlowNode[]
  readonly x: number
  readonly width: number
  readonly slots: (id: string) => readonly Slot[]
  readonly labelOf: (node: FlowNode) => string
}

const boxesOf = ({ nodes, x, width, slots, labelOf }: Column, fontSize: number): readonly Box[] => {
  const shapes = nodes.some(({ kind }) => kind !== null) ? GLYPH_ROOM : 0
  const letters = Math.max(4, Math.floor((width - 2 * PADDING - shapes) / (fontSize * LETTER)))
  const most = nodes.length < FEW_BOXES ? MOST_LINES : 1
  let y = 0
  return nodes.map((node) => {
    const lines = linesOf(labelOf(node), letters, most)
    const height = Math.round(Math.max(lines.length * fontSize * LEADING, slotsHeight(slots(node.id))) + 2 * PADDING)
    const box = { node, x, y, width, height, lines }
    y += height + BOX_GAP
    return box
  })
}

const bottomOf = (boxes: readonly Box[]): number => boxes.reduce((most, { y, height }) => Math.max(most, y + height), 0)

/** Hands out, strand by strand and from the top, the places at the edge of each box. */
const edgeOf = (boxes: readonly Box[], slots: (id: string) => readonly Slot[]) => {
  const next = new Map(boxes.map(({ node, y, height }) => [node.id, y + (height - slotsHeight(slots(node.id))) / 2]))
  return (id: string, thickness: number): number => {
    const at = next.get(id) ?? 0
    next.set(id, at + thickness + STRAND_GAP)
    return at + thickness / 2
  }
}

type End = 'article' | 'voice' | 'target'

type PlaceOf = (flow: Flow) => number

const sorted = (flows: readonly Flow[], first: PlaceOf, second: PlaceOf): readonly Flow[] =>
  flows.toSorted((a, b) => first(a) - first(b) || second(a) - second(b))

/** Two neighbouring columns, and which ends of the flows stand in them. */
interface Gap {
  readonly boxes: readonly [left: readonly Box[], right: readonly Box[]]
  readonly ends: readonly [left: End, right: End]
}

/** Strands between two neighbouring columns, as thick as the passages they carry are many; at each box in the order of the other column. */
const strandsBetween = (flows: readonly Flow[], { boxes: [left, right], ends: [from, to] }: Gap): readonly Strand[] => {
  const leftPlace: PlaceOf = (flow) => left.findIndex(({ node }) => node.id === flow[from])
  const rightPlace: PlaceOf = (flow) => right.findIndex(({ node }) => node.id === flow[to])
  const leave = edgeOf(left, (id) => flows.filter((flow) => flow[from] === id))
  const arrive = edgeOf(right, (id) => flows.filter((flow) => flow[to] === id))
  const departures = new Map(sorted(flows, leftPlace, rightPlace).map((flow) => [flow, leave(flow[from], flow.count * STRAND)]))
  const arrivals = new Map(sorted(flows, rightPlace, leftPlace).map((flow) => [flow, arrive(flow[to], flow.count * STRAND)]))
  const edge = (left[0]?.x ?? 0) + (left[0]?.width ?? 0)
  return flows.map((flow) => ({
    from: { x: edge, y: departures.get(flow) ?? 0 },
    to: { x: right[0]?.x ?? 0, y: arrivals.get(flow) ?? 0 },
    thickness: flow.count * STRAND,
    stance: flow.stance,
  }))
}

/** Where every box and strand stands. The same flows give the same drawing. */
export const echoLayout = ({ articles, voices, targets, flows }: EchoFlows, format: EchoFormat): EchoLayout => {
  const [articleWidth, voiceWidth, targetWidth] = format.columns
  const gap = (format.width - articleWidth - voiceWidth - targetWidth) / 2
  const flowsAt = (end: End) => (id: string) => flows.filter((flow) => flow[end] === id)
  const name = ({ label }: FlowNode): string => label
  const article = ({ short, label }: FlowNode): string =>
    format.brief ? (short ?? '') : [short, label].filter(Boolean).join('\u00A0 ')
  const raw: readonly (readonly Box[])[] = [
    boxesOf({ nodes: articles, x: 0, width: articleWidth, slots: flowsAt('article'), labelOf: article }, format.fontSize),
    boxesOf({ nodes: voices, x: articleWidth + gap, width: voiceWidth, slots: flowsAt('voice'), labelOf: name }, format.fontSize),
    boxesOf(
      { nodes: targets, x: format.width - targetWidth, width: targetWidth, slots: flowsAt('target'), labelOf: name },
      format.fontSize,
    ),
  ]
  const height = Math.max(...raw.map(bottomOf))
  const centred = (boxes: readonly Box[] = []): readonly Box[] => {
    const drop = Math.round((height - bottomOf(boxes)) / 2)
    return boxes.map((box) => ({ ...box, y: box.y + drop }))
  }
  const columns = [centred(raw[0]), centred(raw[1]), centred(raw[2])] as const
  return {
    height,
    columns,
    strands: [
      ...strandsBetween(flows, { boxes: [columns[0], columns[1]], ends: ['article', 'voice'] }),
      ...strandsBetween(flows, { boxes: [columns[1], columns[2]], ends: ['voice', 'target'] }),
    ],
  }
}
