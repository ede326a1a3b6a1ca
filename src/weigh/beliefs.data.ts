import type { AssumptionRow } from './assumption.ts'

const OBSERVATIONS = 'observations'

const OURS = 'Ours; no data set measures it.'

/** What is believed before anything is read, and how firmly the other rows are held. */
export const BELIEF_ROWS = [
  {
    name: 'prior',
    unit: 'probability',
    standard: 0.5,
    low: 0.1,
    high: 0.9,
    basis: 'judgement',
    source: 'Even odds before anybody has spoken: what is disputed in print is neither known nor absurd.',
    ifWrong: 'Every verdict moves by the same log odds; a claim with little said about it keeps whatever is put here.',
  },
  {
    name: 'concentration.graded',
    unit: OBSERVATIONS,
    standard: 30,
    low: 10,
    high: 100,
    basis: 'judgement',
    source: 'Ours: a grade A to E stands for about thirty statements that turned out.',
    ifWrong: 'Intervals behind graded sources are too narrow or too wide; the probability stays.',
  },
  {
    name: 'concentration.ungraded',
    unit: OBSERVATIONS,
    standard: 2,
    low: 1,
    high: 6,
    basis: 'judgement',
    source: 'Ours: nearly flat, as if two statements had been seen to turn out.',
    ifWrong: 'Intervals behind unknown sources are too narrow or too wide; the probability stays.',
  },
  {
    name: 'concentration.interest',
    unit: OBSERVATIONS,
    standard: 10,
    low: 3,
    high: 50,
    basis: 'judgement',
    source: OURS,
    ifWrong: 'What an untied source would say anyway is held too firmly; only intervals move.',
  },
  {
    name: 'concentration.item',
    unit: OBSERVATIONS,
    standard: 6,
    low: 2,
    high: 30,
    basis: 'judgement',
    source: OURS,
    ifWrong: 'Intervals behind photographs and papers are too narrow or too wide; the probability stays.',
  },
  {
    name: 'forgotten',
    unit: 'prior weight of each forgotten hypothesis',
    standard: 0.05,
    low: 0.01,
    high: 0.2,
    basis: 'judgement',
    source: OURS,
    ifWrong: 'Staged, mistaken, and true of another time or place are feared too much or too little; verdicts do not move.',
  },
] as const satisfies readonly AssumptionRow[]
