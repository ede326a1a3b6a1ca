import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assumptionsPage, PAGE } from '../../bench/assumptions-page.ts'
import { assumptionRows } from './assumptions.ts'

describe('docs/assumptions.md', () => {
  it('is what the table says today (write it with `node bench/assumptions-page.ts`)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(assumptionsPage(assumptionRows))
  })

  it('has every row once', () => {
    const page = assumptionsPage(assumptionRows)
    for (const { name } of assumptionRows) expect(page.split(`\n| \`${name}\` |`)).toHaveLength(2)
  })

  it('has a heading for every row', () => {
    expect(() => assumptionsPage([{ ...assumptionRows[0]!, name: 'luck.good' }])).toThrow('luck.good')
  })
})
