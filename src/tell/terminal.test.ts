import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { siloCase } from './checked-case.fixture.ts'
import { displayWidth } from '../core/display-width.ts'
import { echoCase, evasiveCase, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'
import { terminalText } from './terminal.ts'

const CONTROLS = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['one article', echoCase(1)],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

/** Painted text without its colours, each of which must be one of the room's own. */
const unpainted = (text: string): string => {
  const [first = '', ...rest] = text.split('\u001B[')
  for (const piece of rest) expect(piece).toMatch(/^(?:0|1|2|33|34|36)m/u)
  return first + rest.map((piece) => piece.slice(piece.indexOf('m') + 1)).join('')
}

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ')

describe.each(cases)('the terminal text of %s', (_, checked) => {
  it.each([40, 60, 80, 100])('has no line over %i columns, and none that ends in blanks', (width) => {
    for (const line of terminalText(checked, { width, colour: false }).split('\n')) {
      expect(displayWidth(line), line).toBeLessThanOrEqual(width)
      expect(line.trimEnd()).toBe(line)
    }
  })

  it('sends a terminal nothing but text, line ends and its own colours', () => {
    const painted = terminalText(checked, { width: 80, colour: true })
    expect(painted).toContain('\u001B[1m')
    expect(unpainted(painted)).not.toMatch(CONTROLS)
  })

  it('is the same text in colour and without, and from run to run', () => {
    const text = terminalText(checked, { width: 80, colour: false })
    const painted = unpainted(terminalText(checked, { width: 80, colour: true }))
    const unpadded = painted.split('\n').map((line) => line.trimEnd())
    expect(unpadded.join('\n')).toBe(text)
    expect(terminalText(checked, { width: 80, colour: false })).toBe(text)
  })
})

describe('what a terminal shows', () => {
  const text = spaced(terminalText(siloCase, { width: 80, colour: false }))

  it('opens each claim with its verdict, a gauge and the counts', () => {
    expect(text).toContain(
      [
        '1  Grain from the flooded silo at Corvane was sold to bakeries.',
        '',
        '   LIKELY 85 %; 90 % interval 52 % to 96 %',
        '   0 ────────────────────┼━━━━━━━━━━━━━●━━━━── 100',
        '   6 articles, 7 voices, 3 origins',
      ].join('\n'),
    )
  })

  it('puts the weight at the end of an origin, and its chains below', () => {
    expect(text).toMatch(/^ {3}○ An official of the grain board \(unnamed\) +×2\.5 for$/mu)
    expect(text).toContain(
      [
        '     d2  Weir Wire ← The Sluice Courier ← an official of the grain board',
        '         “Bakeries were supplied with grain from the flooded Corvane silo”',
      ].join('\n'),
    )
  })

  it('draws labels together and says how much it leaves out', () => {
    const many = terminalText(echoCase(20), { width: 80, colour: false })
    expect(many).toContain('[d1–d20]')
    expect(many).toContain('and 14 more passages')
    expect(many).toContain('And 15\n     more joins like these.')
  })

  it('lists documents, refusals and what was assumed anew', () => {
    expect(text).toContain(
      '   d1  The Sluice Courier, Pia Renk, 6 May 2024\n       Flooded grain went to bakeries, official says\n',
    )
    expect(text).toContain('log-scan.pdf holds pictures of pages and no text')
    expect(text).toContain('grade.F is set to 0.35; the standard value is 0.3.')
  })
})
