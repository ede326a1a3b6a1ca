import { describe, expect, it } from 'vitest'
import { stemOf } from './stem.ts'

describe('stemOf', () => {
  it.each([
    'inspect inspected inspection inspectors',
    'evacuate evacuated evacuation evacuees',
    'fail failed failure failing',
    'sell sold sale sales',
    'resign resigned resignation',
    'drive driver drove driven',
    'injure injured injuries injury',
    'stop stopped stopping',
    'die died dies dying',
    'dead death deaths',
    'child children',
  ])('gives one stem to: %s', (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(1)
  })

  it.each(['police policy', 'mine mint', 'passed past', 'safe unsafe', 'bus busy'])('keeps apart: %s', (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(2)
  })

  it('drops the genitive', () => {
    expect(stemOf("ministry's")).toBe(stemOf('ministry'))
    expect(stemOf('owners’')).toBe(stemOf('owner'))
  })
})
