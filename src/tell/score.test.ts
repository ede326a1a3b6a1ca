import { assert, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreWorth, type ScoreInput } from '../weigh/score.ts'
import { displayWidth } from '../core/display-width.ts'
import type { ScoreWorth } from '../core/score-worth.ts'
import { scoreJson, scoreText } from './score.ts'
import { STRENGTHS } from './wording.data.ts'

const worthOf = (input: ScoreInput): ScoreWorth => {
  const worth = scoreWorth(input)
  if (!worth.ok) throw new Error(worth.refusal.sentence)
  return worth.value
}

const CURVE = { value: 0.8, fmr: 1e-3, fnmr: 0.02 } as const

/** Its words on one line, with plain blanks. */
const flat = (input: ScoreInput): string =>
  scoreText(worthOf(input), { width: 100, colour: false }).replaceAll('\u00A0', ' ').replaceAll(/\s+/gu, ' ')

describe('a score in words', () => {
  it('of a search: the ratio, its word, and whole numbers', () => {
    const text = flat({ ...CURVE, gallery: 25_000 })
    for (const words of [
      'A match at 0.8 (similarity), found by searching 25,000 candidates',
      'NO SUPPORT: likelihood ratio 0.039; 980 were it not for the search',
      'calls the one sought a match in 98 of 100 comparisons, and somebody else in 1 of 1,000.',
      'So a match is 0.98 ÷ 0.001, or about 980, times as likely',
      'That is moderately strong support, at best',
      'Of 25,000 candidates that are not the one sought, about 25 would match all the same.',
      'still finds somebody in over 99 % of all cases',
      '980 ÷ 25,000, or about 0.039.',
      'A ranking that always put the one sought first could make it 0.98, and no more.',
      'Nor is it support for anybody else',
      'Take 1,000 such searches. In 500 of them the one sought is among the candidates (the prior, 50 %).',
      'All of them find somebody; the best match is the one sought in 20, and somebody else in 980.',
      'a false one in 98 % of the searches that find somebody.',
      'it would still be a false one in 51 % (510).',
    ])
      expect(text).toContain(words)
  })

  it('of two compared: no search, and no candidates to rank', () => {
    const text = flat({ ...CURVE, gallery: 1 })
    expect(text).toContain('MODERATELY STRONG SUPPORT: likelihood ratio at most 980 ')
    expect(text).toContain('49,050 are called a match: 49,000 rightly, 50 wrongly.')
    expect(text).not.toMatch(/The search|such searches|ranking/u)
  })

  it('of a gallery that nobody tells: what a search would leave of it', () => {
    const text = flat(CURVE)
    expect(text).toContain('likelihood ratio at most 980, and less if it was found by a search')
    expect(text).toContain('among 980 candidates nothing is left of it')
    expect(text).not.toContain('In whole numbers')
    expect(flat({ ...CURVE, fmr: 1 })).not.toContain('nothing is left')
  })

  it('without both rates: nothing, why, and what to ask for', () => {
    const none = flat({ value: 0.8, scale: 'likeness' })
    expect(none).toContain('A match at 0.8 (likeness) NO SUPPORT: likelihood ratio 1: as it stands it is worth nothing')
    expect(none).toContain('Here both are missing.')
    for (const asked of ['· The false match rate (FMR)', '· The false non-match rate (FNMR)', '· How many candidates'])
      expect(none).toContain(asked)
    const half = flat({ value: 0.8, fmr: 1e-3, gallery: 25_000 })
    expect(half).toContain('Here the false non-match rate (FNMR) is missing')
    expect(half).not.toContain('· The false match rate (FMR)')
    expect(half).not.toContain('· How many candidates')
  })

  it('writes small rates out', () => {
    expect(flat({ ...CURVE, fmr: 1e-7, gallery: 3000 })).toContain('0.98 ÷ 0.0000001, or about 9,800,000,')
  })
})

const galleries = integer({ min: 1, max: 10_000_000 })
const matches = record({
  value: double({ min: 0.011, max: 0.989, noNaN: true }).map((value) => Number(value.toFixed(3))),
  fmr: double({ min: 1e-7, max: 1, noNaN: true }),
  fnmr: double({ min: 0, max: 0.99, noNaN: true }),
  gallery: galleries,
  prior: double({ min: 0.01, max: 0.99, noNaN: true }),
})
const runs = { numRuns: 200, seed: 3 }

describe('laws of the words', () => {
  it('are those of the verbal scale', () => {
    assert(
      property(matches, (input) => {
        const worth = worthOf(input)
        const { ratio } = worth.worth
        const place = STRENGTHS.findIndex(({ below }) => ratio < below)
        const word = place === 0 ? 'no' : (STRENGTHS[place]?.words ?? 'extremely strong')
        expect(JSON.parse(scoreJson(worth))).toMatchObject({ support: `${word} support` })
        expect(flat(input)).toContain(`${word.toUpperCase()} SUPPORT: `)
      }),
      runs,
    )
  })

  it('keep to the width, and name the score alike whatever it is', () => {
    assert(
      property(matches, (input) => {
        const text = scoreText(worthOf(input), { width: 80, colour: false })
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
        // Nothing but the naming of it depends on the score: no sentence can have made a probability of it.
        const other = scoreText(worthOf({ ...input, value: 77.7 }), { width: 10_000, colour: false })
        const own = scoreText(worthOf(input), { width: 10_000, colour: false })
        expect(other.replaceAll('77.7', '#').replaceAll(/─+/gu, '')).toBe(
          own.replace(`at ${input.value} (`, 'at # (').replace(`The ${input.value} is`, 'The # is').replaceAll(/─+/gu, ''),
        )
      }),
      runs,
    )
  })

  it('take no orders from the name of a scale', () => {
    const worth = worthOf({ value: 1, scale: `\u001B[31m${'x'.repeat(300)}` })
    const text = scoreText(worth, { width: 80, colour: false })
    expect(text).not.toContain('\u001B')
    expect(text.split('\n')[0]?.length).toBeLessThanOrEqual(80)
    expect(scoreText(worth, { width: 80, colour: true })).toContain('\u001B[1m')
  })
})
