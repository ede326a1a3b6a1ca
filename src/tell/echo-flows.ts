import type { Stance } from '../core/claim.ts'
import type { OriginId } from '../core/origin.ts'
import type { Source, SourceKind } from '../core/source.ts'
import { tellingsOf, type ClaimFile, type Telling } from './case-file.ts'
import { nameOf, titleOf } from './naming.ts'
import { notes } from './notes.data.ts'
import { plain } from '../core/plain-text.ts'
import { capitalised } from './wording.ts'

/** A box of the drawing of echoes. */
export interface FlowNode {
  readonly id: string
  readonly label: string
  /** The short name of an article; null for voices and origins. */
  readonly short: string | null
  readonly kind: SourceKind | null
  readonly stance: Stance
}

/** Passages that one article prints, one voice says, and one origin stands behind. */
export interface Flow {
  readonly article: string
  readonly voice: string
  readonly target: string
  readonly stance: Stance
  readonly count: number
}

/** The three columns of the drawing, each in the order that crosses least, and what runs between them. */
export interface EchoFlows {
  readonly articles: readonly FlowNode[]
  readonly voices: readonly FlowNode[]
  readonly targets: readonly FlowNode[]
  readonly flows: readonly Flow[]
}

/** Where passages end that go back to no origin. */
const NO_SIDE = 'no-side'

const articleNode = ({ exhibit: { label, document } }: Telling): FlowNode => ({
  id: document.id,
  label: plain(document.publisher ?? document.title ?? ''),
  short: plain(label),
  kind: null,
  stance: 'neutral',
})

const voiceNode = (voice: Source): FlowNode => ({
  id: voice.id,
  label: nameOf(voice),
  short: null,
  kind: voice.kind,
  stance: 'neutral',
})

const targetNodes = (on: ClaimFile): readonly FlowNode[] => {
  const origins = (['supports', 'contradicts'] as const).flatMap((side) =>
    on.origins
      .filter((origin) => origin.side === side)
      .map((origin): FlowNode => {
        const root = origin.root === null ? null : on.file.sources.get(origin.root)
        const label = capitalised(titleOf(on, { kind: 'origin', id: origin.id }))
        return { id: origin.id, label, short: null, kind: root?.kind ?? 'unnamed', stance: side }
      }),
  )
  return [...origins, { id: NO_SIDE, label: notes.noSide, short: null, kind: null, stance: 'neutral' }]
}

const flowsOf = (on: ClaimFile): readonly Flow[] => {
  const targets = new Map<string, OriginId>(
    on.origins.flatMap((origin) => tellingsOf(on, origin).map(({ statement }) => [statement.id, origin.id])),
  )
  const flows = new Map<string, Flow>()
  for (const { statement, bearing, chain, exhibit } of on.tellings) {
    const voice = chain.at(-1)
    if (voice === undefined) continue
    const flow: Flow = {
      article: exhibit.document.id,
      voice: voice.id,
      target: targets.get(statement.id) ?? NO_SIDE,
      stance: bearing.stance,
      count: 1,
    }
    const key = [flow.article, flow.voice, flow.target, flow.stance].join(' ')
    flows.set(key, { ...flow, count: (flows.get(key)?.count ?? 0) + 1 })
  }
  return [...flows.values()]
}

/** The first of each id. */
const distinct = (nodes: readonly FlowNode[]): readonly FlowNode[] =>
  nodes.filter((node, place) => nodes.findIndex(({ id }) => id === node.id) === place)

/** `nodes` by the mean place of what they run to, ties as they came: neighbours run to neighbours. */
const towards = (
  nodes: readonly FlowNode[],
  right: readonly FlowNode[],
  ends: (id: string) => readonly string[],
): readonly FlowNode[] => {
  const meanOf = ({ id }: FlowNode): number => {
    const places = ends(id).map((end) => right.findIndex((node) => node.id === end))
    return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length)
  }
  return nodes.toSorted((a, b) => meanOf(a) - meanOf(b))
}

/** Which article tells what which voice says, and where it goes back to. */
export const echoFlowsOf = (on: ClaimFile): EchoFlows => {
  const flows = flowsOf(on)
  const targets = targetNodes(on).filter(({ id }) => flows.some(({ target }) => target === id))
  const voices = towards(distinct(on.tellings.flatMap(({ chain }) => chain.slice(-1).map(voiceNode))), targets, (id) =>
    flows.filter(({ voice }) => voice === id).map(({ target }) => target),
  )
  const articles = towards(distinct(on.tellings.map(articleNode)), voices, (id) =>
    flows.filter(({ article }) => article === id).map(({ voice }) => voice),
  )
  return { articles, voices, targets, flows }
}
