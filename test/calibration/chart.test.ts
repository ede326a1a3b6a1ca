import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reliabilityChart } from '../../bench/calibration/chart.ts'
import { binsOf } from '../../bench/calibration/scores.ts'
import { all, parsedPage } from '../../src/tell/parsed-page.fixture.ts'

const bins = binsOf([
  { probability: 0.12, isSo: false },
  { probability: 0.9, isSo: true },
  { probability: 0.95, isSo: true },
])
const panel = { title: 'k < half & more', notes: ['Hearsay: Brier 0.1', 'votes: Brier 0.2'], hearsay: bins, votes: bins }
const chart = reliabilityChart('As said?', 'Three claims', [panel, panel, panel, panel])
const drawn = parsedPage(`<html><body>${chart}</body></html>`)

describe('the reliability diagram', () => {
  it('has a mark and an interval for every bin that is not empty, and a bar for every bin', () => {
    expect(all(drawn, 'circle.hearsay')).toHaveLength(1 + 4 * 2)
    expect(all(drawn, 'line.reach.votes')).toHaveLength(1 + 4 * 2)
    expect(all(drawn, 'rect.count')).toHaveLength(1 + 4 * 10)
  })

  it('puts the mark of 12 % that was never so at the foot of the square', () => {
    const [, first] = all(drawn, 'circle.hearsay')
    expect([first?.getAttribute('cx'), first?.getAttribute('cy')]).toEqual(['28.8', '240'])
  })

  it('says what it shows, escapes what it is given, and has no script', () => {
    expect(drawn.querySelector('desc')?.textContent).toContain('k < half & more: Hearsay: Brier 0.1; votes: Brier 0.2.')
    expect(chart).toContain('k &lt; half &amp; more')
    expect(chart).not.toMatch(/<script|\son\w+=|NaN|Infinity|null/u)
  })

  it('is dark only on a screen that asks for it', () => {
    expect(chart).toContain('@media screen and (prefers-color-scheme:dark)')
  })

  it('stands in docs, of six kinds of worlds', () => {
    const kept = readFileSync(join(import.meta.dirname, '../../docs/calibration.svg'), 'utf8')
    expect(all(parsedPage(`<html><body>${kept}</body></html>`), 'g text.name')).toHaveLength(6)
  })
})
