import { describe, expect, it } from 'vitest'
import { clustersOf } from './statement-clusters.ts'

const item = (words: string, leads = true) => ({ stems: words.split(' '), leads })

describe('clustersOf', () => {
  it('gathers what shares its telling words round the first', () => {
    const clusters = clustersOf([
      item('bridge close crack'),
      item('mayor resign'),
      item('bridge close noon'),
      item('mayor resign monday', false),
      item('weather fine', false),
    ])
    expect(clusters).toEqual([
      { leader: 0, members: [0, 2] },
      { leader: 1, members: [1, 3] },
    ])
  })

  it('lets nobody lead who may not', () => {
    expect(clustersOf([item('bridge close', false), item('bridge close', false)])).toEqual([])
  })

  it('takes time in step with the statements', () => {
    const milliseconds = (count: number): number => {
      const items = Array.from({ length: count }, (_, at) => item(`topic word${at % 53} word${at % 59} rare${at}`))
      const before = performance.now()
      clustersOf(items)
      return performance.now() - before
    }
    const least = (count: number): number => Math.min(...[1, 2, 3].map(() => milliseconds(count)))
    expect(least(16_000) / least(2000)).toBeLessThan(20)
  })
})
