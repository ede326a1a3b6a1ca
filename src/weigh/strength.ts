/** Upper ends of the likelihood ratios that a word stands for (ENFSI Guideline for Evaluative Reporting, 2015). */
const SCALE: readonly (readonly [number, string])[] = [
  [2, 'no'],
  [10, 'weak'],
  [100, 'moderate'],
  [1_000, 'moderately strong'],
  [10_000, 'strong'],
  [1_000_000, 'very strong'],
  [Infinity, 'extremely strong'],
]

/** "moderate support", "weak support against": a log likelihood ratio in nats, in words. */
export const strengthOf = (nats: number): string => {
  const ratio = Math.exp(Math.abs(nats))
  const word = SCALE.find(([end]) => ratio < end)?.[1] ?? 'extremely strong'
  return `${word} support${nats < 0 && word !== 'no' ? ' against' : ''}`
}
