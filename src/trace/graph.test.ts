import { describe, expect, it } from 'vitest'
import { dot, graphMl, graphOf } from './graph.ts'
import { smallCase } from './small-case.fixture.ts'
import { trace } from './trace.ts'

const input = smallCase({
  claims: ['The Marrow bridge was unsafe.'],
  voices: { kell: { name: 'Ann "Annie" Kell' } },
  pages: [
    {
      outlet: 'Ferry & Dune',
      published: '2032-03-01',
      lines: [{ text: 'Kell said [beams < 3 cm were \u0007 rotten].', chain: ['kell'] }],
    },
    {
      outlet: 'Reed Weekly',
      published: '2032-03-02',
      lines: [
        { text: 'Kell said [nobody had looked].', chain: ['kell'] },
        { text: 'It was [a fine day].', stance: 'neutral' },
      ],
    },
  ],
})
const graph = graphOf(trace(input), input)

describe('the graph', () => {
  it('has a point for every statement with an origin or an edge, with its words', () => {
    expect(graph.nodes.map(({ says, told, origins }) => [says, told, origins.length])).toEqual([
      ['beams < 3 cm were \u0007 rotten', 'Ferry & Dune of 2032-03-01', 1],
      ['nobody had looked', 'Reed Weekly of 2032-03-02', 1],
    ])
    expect(graph.edges).toHaveLength(1)
  })

  it('as GraphML escapes marks and leaves out what XML may not hold', () => {
    const xml = graphMl(graph)
    expect(xml).toContain('<data key="says">beams &lt; 3 cm were  rotten</data>')
    expect(xml).toContain('<data key="told">Ferry &amp; Dune of 2032-03-01</data>')
    expect(xml.match(/<node /gu)).toHaveLength(2)
    expect(xml).toMatch(/<edge source="st_[0-9a-f]{16}" target="st_[0-9a-f]{16}"><data key="kind">same-speaker<\/data>/u)
  })

  it('as DOT escapes quotation marks', () => {
    const lines = dot(graph).split('\n')
    expect(lines[0]).toBe('digraph provenance {')
    expect(lines[3]).toContain('[label="Ann \\"Annie\\" Kell: nobody had looked (Reed Weekly of 2032-03-02)"]')
    expect(lines[4]).toMatch(/^ {2}"st_[0-9a-f]{16}" -> "st_[0-9a-f]{16}" \[label="same-speaker"/u)
  })
})
