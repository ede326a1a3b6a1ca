import type { StatementId } from '../core/statement.ts'
import { chainOf, held, type ClaimFile, type Telling } from './case-file.ts'
import { citeStatement, citeTellings, said } from './citation.ts'
import { point, type Point, type Section } from './explanation.ts'
import { judgedBearing, takenFrom } from './judged.ts'
import { quoteFrom, quoteOf, speakerOf } from './naming.ts'
import { HEADINGS, phrases } from './phrases.data.ts'
import { elsewhere, unanswered } from './verdict-section.ts'

const pointFrom = (on: ClaimFile, telling: Telling, text: string): Point =>
  point([...said(text, citeTellings(on.file, [telling])), ...judgedBearing(on, telling)], {
    kind: telling.chain.at(-1)?.kind ?? null,
    quotes: quoteOf(on.file, telling),
  })

/** A passage that a person took from the claim. */
const takenPoint = ({ file }: ClaimFile, id: StatementId): Point => {
  const statement = held(file.statements, id)
  const chain = chainOf(file, id)
  const { act, certainty } = statement
  const quotes = citeStatement(file, statement).map((citation) =>
    quoteFrom(file, { statement, chain, citation, stance: 'neutral', certainty, act }),
  )
  return point(said(phrases.judgedBearing('none'), citeStatement(file, statement)), { kind: chain.at(-1)?.kind ?? null, quotes })
}

/** What was said and is not counted: denials of something else, non-answers, and what takes no side. */
export const asideSections = (on: ClaimFile): readonly Section[] => {
  const denials = elsewhere(on)
  const silences = unanswered(on)
  const rest = on.tellings.filter(
    (telling) => telling.bearing.stance === 'neutral' && !denials.includes(telling) && !silences.includes(telling),
  )
  return [
    {
      kind: 'elsewhere',
      heading: HEADINGS.elsewhere,
      points: denials.map((telling) => pointFrom(on, telling, phrases.elsewhere(speakerOf(on.file, telling)))),
    },
    {
      kind: 'unanswered',
      heading: HEADINGS.unanswered,
      points: silences.map((telling) => pointFrom(on, telling, phrases.unanswered(speakerOf(on.file, telling)))),
    },
    {
      kind: 'aside',
      heading: HEADINGS.aside,
      points: [
        ...rest.map((telling) => pointFrom(on, telling, phrases.aside(speakerOf(on.file, telling), telling.bearing.act))),
        ...takenFrom(on).map((id) => takenPoint(on, id)),
      ],
    },
  ]
}
