import { describe, expect, it } from 'vitest'
import { probability } from '../core/probability.ts'
import {
  asSentence,
  capitalised,
  counted,
  dateWords,
  figured,
  likelihoodWords,
  listed,
  natsWords,
  oddsWords,
  percent,
  ratioWords,
  strengthWords,
  supportWords,
  times,
  weightWords,
} from './wording.ts'

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('probabilities in words', () => {
  it.each([
    [0.004, 'almost no chance', 'under 1 %'],
    [0.05, 'very unlikely', '5 %'],
    [0.3, 'unlikely', '30 %'],
    [0.5, 'roughly even', '50 %'],
    [0.55, 'likely', '55 %'],
    [0.8, 'very likely', '80 %'],
    [0.95, 'almost certain', '95 %'],
    [0.999, 'almost certain', 'over 99 %'],
  ])('%f is %s and %s', (value, words, figure) => {
    expect(likelihoodWords(probability(value))).toBe(words)
    expect(spaced(percent(probability(value)))).toBe(figure)
  })

  it('has odds on the side where they are longer', () => {
    expect(oddsWords(probability(0.5))).toBe('even')
    expect(oddsWords(probability(0.75))).toBe('3.0 to 1')
    expect(oddsWords(probability(0.25))).toBe('1 to 3.0')
  })
})

describe('weights in words', () => {
  it.each([
    [0, 'no weight'],
    [Math.log(1.04), '×1.04 for'],
    [Math.log(3.2), '×3.2 for'],
    [-Math.log(4), '×4.0 against'],
    [Math.log(41.2), '×41 for'],
    [-Math.log(12_345), '×12,000 against'],
    [Math.log(2e6), '>×1,000,000 for'],
    [-Infinity, '>×1,000,000 against'],
  ])('%f nats are %s', (nats, words) => {
    expect(spaced(weightWords(nats))).toBe(words)
  })

  it.each([
    [Math.LN2, '+0.6931'],
    [-1.2, '−1.2000'],
    [-0.00001, '0.0000'],
    [0, '0.0000'],
  ])('%f nats are %s', (nats, words) => {
    expect(natsWords(nats)).toBe(words)
  })

  it('tells a ratio the same way for either sign', () => {
    expect(times(-Math.log(3.2))).toBe(times(Math.log(3.2)))
  })

  it.each([
    [1.9, 'little or none'],
    [2, 'weak'],
    [150, 'moderately strong'],
    [2e6, 'extremely strong'],
  ])('a ratio of %f is %s support', (ratio, words) => {
    expect(strengthWords(-Math.log(ratio))).toBe(words)
  })
})

describe('likelihood ratios in words', () => {
  it.each([
    [1e-9, 'under 0.000001'],
    [0.0392, '0.039'],
    [1.04, '1.04'],
    [980, '980'],
    [98_765, '99,000'],
    [9_700_000, '9,700,000'],
  ])('%f is %s', (ratio, words) => {
    expect(ratioWords(ratio)).toBe(words)
  })

  it.each([
    [0.039, 'no support'],
    [1.99, 'no support'],
    [2, 'weak support'],
    [0.9 / 0.09, 'moderate support'],
    [0.9 / 0.009, 'moderately strong support'],
    [0.7 / 0.0007, 'strong support'],
    [10_000, 'very strong support'],
    [1e6, 'extremely strong support'],
  ])('%f is %s', (ratio, words) => {
    expect(supportWords(ratio)).toBe(words)
  })
})

describe('numbers and lists', () => {
  it('counts one and many', () => {
    expect(counted(1, 'article')).toBe('one article')
    expect(counted(12, 'article')).toBe('twelve articles')
    expect(counted(14, 'body', 'bodies')).toBe('14 bodies')
    expect(spaced(figured(0, 'origin'))).toBe('0 origins')
  })

  it('joins a list with one and', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })
})

describe('sentences and dates', () => {
  it('makes a clause a sentence, and leaves the label of a document small', () => {
    expect(asSentence('who took it')).toBe('Who took it.')
    expect(asSentence('who took it?')).toBe('Who took it?')
    expect(asSentence('he said “no.”')).toBe('He said “no.”')
    expect(asSentence('d12 repeats d1')).toBe('d12 repeats d1.')
  })

  it('capitalises a letter of two code units, and nothing', () => {
    expect(capitalised('𐐨x')).toBe('𐐀x')
    expect(capitalised('')).toBe('')
  })

  it.each([
    ['2024-05-06', '6 May 2024'],
    ['2024-05', 'May 2024'],
    ['2024', '2024'],
    ['in spring', 'in spring'],
  ])('%s is %s', (iso, words) => {
    expect(spaced(dateWords(iso))).toBe(words)
  })
})
