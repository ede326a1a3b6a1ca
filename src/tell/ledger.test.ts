import { describe, expect, it } from 'vitest'
import type { CheckedCase } from '../core/case.ts'
import { displayWidth } from '../core/display-width.ts'
import { logit } from '../core/probability.ts'
import { siloCase } from './checked-case.fixture.ts'
import { ledgerJson, ledgerText } from './ledger.ts'
import { echoCase, evasiveCase, hostileCase, silentCase, unreadCase } from './odd-cases.fixture.ts'

const CONTROLS = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u

const cases: readonly (readonly [string, CheckedCase])[] = [
  ['the silo', siloCase],
  ['twenty articles', echoCase(20)],
  ['silence', silentCase],
  ['evasion', evasiveCase],
  ['nothing read', unreadCase],
  ['hostile documents', hostileCase],
]

const claimsOf = ({ resolution }: CheckedCase) => resolution.claims.map(({ id }) => id)

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ')

interface Ledger {
  readonly prior: { readonly nats: number }
  readonly reasons: readonly { readonly nats: number; readonly factors: readonly object[] }[]
  readonly nats: number
}

describe.each(cases)('the ledgers of %s', (_, checked) => {
  it.each([40, 60, 80, 100])('have no line over %i columns, and none that ends in blanks', (width) => {
    for (const claim of claimsOf(checked)) {
      for (const line of ledgerText(checked, claim, { width, colour: false }).split('\n')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width)
        expect(line.trimEnd()).toBe(line)
      }
    }
  })

  it('send a terminal nothing but text', () => {
    for (const claim of claimsOf(checked)) expect(ledgerText(checked, claim, { width: 80, colour: false })).not.toMatch(CONTROLS)
  })

  it('sum from the prior to the log odds of the verdict', () => {
    for (const { claim, probability, reasons } of checked.verdicts) {
      const ledger = JSON.parse(ledgerJson(checked, claim)) as Ledger
      const sum = ledger.reasons.reduce((all, { nats }) => all + nats, ledger.prior.nats)
      expect(ledger.nats).toBeCloseTo(logit(probability), 7)
      expect(sum).toBeCloseTo(ledger.nats, 7)
      expect(ledger.reasons.map(({ factors }) => factors.length)).toEqual(reasons.map(({ factors }) => factors.length))
    }
  })
})

describe('what a ledger shows', () => {
  const [first, second] = claimsOf(siloCase)
  const textOf = (claim = second!): string => spaced(ledgerText(siloCase, claim, { width: 80, colour: false }))

  it('opens with the claim and its verdict, starts from the prior and ends in the sum', () => {
    const text = textOf()
    expect(text).toMatch(/^c2 {2}\S[^\n]*\n\n {3}CONTESTED \d\d %; 90 % interval 22 % to 88 %\n/u)
    expect(text).toMatch(/^ {3}Before anybody speaks: even \(50 %\) +0\.0000$/mu)
    // −0.74 + 0.62 + 0.48 + 0.04
    expect(text).toMatch(/^ {3}The sum: 1\.5 to 1 \(60 %\) +\+0\.4000$/mu)
  })

  it('has for each reason its nats, its odds, where the claim stands without it, and every row at work', () => {
    expect(textOf()).toMatch(
      /^ {3}■ The Corvane Grain Board \(d4\) +−0\.7400\n {5}×2\.1 against; without it 76 %, likely\n {7}0\.5 {5}interest +gains if this is not believed\n {7}0\.5 {5}access\.own-decision +speaks of what it did\n/mu,
    )
  })

  it('names the assumptions that were moved', () => {
    expect(textOf(first)).toContain('grade.F is set to 0.35; the standard value is 0.3.')
  })

  it('says where the prior stands alone', () => {
    const [claim] = claimsOf(silentCase)
    const text = spaced(ledgerText(silentCase, claim!, { width: 80, colour: true }))
    expect(text).toContain('No origin and no thing speaks for the claim or against it: the prior stands.')
    expect(text).toContain('\u001B[1m')
  })

  it('throws for a claim that the case has not', () => {
    expect(() => ledgerJson(silentCase, second!)).toThrow('the case has no claim c2')
  })
})
