import type { Document } from '../core/document.ts'
import { textAt } from '../core/span.ts'
import type { Statement } from '../core/statement.ts'
import { near } from './nearness.ts'
import { phraseTest, plainWords } from './phrases.ts'
import { sentenceSpan } from './sentence-span.ts'
import { calledBy, type Tie } from './tie.ts'
import { listed } from './shelves.ts'
import type { Telling } from './telling.ts'
import { WITHDRAWALS } from './withdrawals.data.ts'

const takesBack = phraseTest(WITHDRAWALS)
const WITHDRAWN = 0.8

const withdraws = (statement: Statement, document: Document): boolean =>
  takesBack(plainWords(textAt(document.text, sentenceSpan(document, statement.content))))

/**
 * What an outlet takes back leads to what it had reported on the same claim in an earlier document, on whichever side. Shown only: the
 * two are not one origin.
 */
export const withdrawalTies = (tellings: readonly Telling[]): readonly Tie[] => {
  const own = listed(tellings, ({ outlet, bearing }) => `${outlet.id} ${bearing.claim}`)
  return tellings.flatMap((from) => {
    if (from.speaker.id !== from.outlet.id || !withdraws(from.statement, from.document)) return []
    const reported = near(own.get(`${from.outlet.id} ${from.bearing.claim}`) ?? [], from.rank).filter(
      (to) => to.rank < from.rank && to.document !== from.document && to.group !== from.group,
    )
    const to = reported.find(({ bearing }) => bearing.stance !== 'neutral')
    if (to === undefined) return []
    const reason = `${calledBy(from.document)} takes back what ${calledBy(to.document)} reported`
    return { from, to, kind: 'cites', force: 'shown', rule: 'withdraws', sure: WITHDRAWN, reason }
  })
}
