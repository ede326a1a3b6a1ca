import type { CheckedCase } from '../core/case.ts'
import type { ClaimId } from '../core/claim.ts'
import { clipped, displayWidth } from '../core/display-width.ts'
import { plain } from '../core/plain-text.ts'
import { logit } from '../core/probability.ts'
import type { Factor, Reason } from '../core/verdict.ts'
import { caseFileOf, claimFilesOf, type ClaimFile } from './case-file.ts'
import { citeAbout } from './citation.ts'
import { colophonOf } from './colophon.ts'
import { intervalWords } from './figures.ts'
import { glyphOf } from './glyphs.ts'
import { labelled, rootOf, titleOf } from './naming.ts'
import { notes } from './notes.data.ts'
import { BANDS } from './phrases.data.ts'
import { printed, type TerminalOptions } from './printed.ts'
import { flushed, run, wrapped, type Run, type StyledLine } from './styled-line.ts'
import { BAND_STYLES, labelsOf, sideStyle } from './terminal-claim.ts'
import { heading, listUnder } from './terminal.ts'
import { oddsAndPercent } from './weight-sections.ts'
import { capitalised, natsWords, percent, weightWords } from './wording.ts'

const BODY = 3
const INNER = 5

/** Columns of a row's value, and of what stands before its point. */
const VALUE = 8
const WHOLE = 3

/** Columns of a row's name; the table has none so long. */
const LONGEST_ROW = 24

/** Columns that what a row stands for needs beside it. */
const NARROWEST_CLAUSE = 20

const claimFileOf = (checked: CheckedCase, claim: ClaimId): ClaimFile => {
  const on = claimFilesOf(caseFileOf(checked)).find((one) => one.claim.id === claim)
  if (on === undefined) throw new Error(`the case has no claim ${claim}`)
  return on
}

/** The log odds at the end, as the sum that they are: from a probability near 1 they could not be had back. */
const sumOf = ({ prior, reasons }: ClaimFile['verdict']): number =>
  reasons.reduce<number>((sum, { nats }) => sum + nats, logit(prior))

const kindOf = (on: ClaimFile, { about }: Reason) => {
  const origin = on.origins.find(({ id }) => id === about.id)
  return origin === undefined ? null : (rootOf(on.file, origin)?.kind ?? 'unnamed')
}

/** Three figures of a row's value, its point under those of the others. */
const valueWords = (value: number): string => {
  const [whole = '', fraction] = String(Number(value.toPrecision(3))).split('.')
  return `${whole.padStart(WHOLE)}${fraction === undefined ? '' : `.${fraction}`}`.padEnd(VALUE)
}

/** Each row: its value, its name, and what it stands for beside it, or below where there is no room. */
const factorLines = (on: ClaimFile, factors: readonly Factor[], width: number): readonly StyledLine[] => {
  const names = factors.map(({ assumption }) => clipped(plain(assumption), LONGEST_ROW))
  const columns = Math.max(0, ...names.map(displayWidth))
  const besideAt = INNER + VALUE + 2 + columns + 2
  const isBeside = width - besideAt >= NARROWEST_CLAUSE
  const indent = isBeside ? besideAt : INNER + VALUE + 2
  return factors.flatMap(({ value, says }, place) => {
    const row = `${' '.repeat(INNER)}${valueWords(value)}  ${names[place] ?? ''}`
    const [first = [], ...rest] = wrapped([run(labelled(on.file, says), 'faint')], { width, indent, hang: indent })
    if (!isBeside) return [[run(row)], first, ...rest]
    const gap = run(' '.repeat(besideAt - displayWidth(row)))
    return [[run(row), gap, ...first.slice(1)], ...rest]
  })
}

const reasonLines = (on: ClaimFile, reason: Reason, width: number): readonly StyledLine[] => {
  const { nats, factors, without } = reason
  const title = capitalised(titleOf(on, reason.about))
  const style = sideStyle(nats)
  const labels = labelsOf(citeAbout(on, reason.about))
  const name = [
    run(glyphOf({ kind: kindOf(on, reason), title }), style),
    run(' '),
    run(plain(title), 'strong'),
    // Some titles end in the label already.
    ...(title.endsWith(`(${labels})`) ? [] : [run(` [${labels}]`, 'faint')]),
  ]
  const about = `${weightWords(nats)}; ${notes.without(percent(without.probability), BANDS[without.band])}`
  return [
    [],
    ...flushed(name, [run(natsWords(nats), style)], { width, indent: BODY, hang: INNER }),
    ...wrapped([run(about)], { width, indent: INNER, hang: INNER }),
    ...factorLines(on, factors, width),
  ]
}

const NARROWEST = 40

/**
 * One claim's verdict as a sum, for a terminal: the prior, what each origin and thing adds with every row of the assumptions at work
 * in it, and the log odds that they make. No line is wider than `width`. Throws where the case has no such claim.
 */
export const ledgerText = (checked: CheckedCase, claim: ClaimId, { width: asked, colour }: TerminalOptions): string => {
  const width = Math.max(NARROWEST, asked)
  const on = claimFileOf(checked, claim)
  const { band, probability, interval, prior, reasons } = on.verdict
  const body = { width, indent: BODY, hang: BODY }
  const total = (words: string, nats: number): readonly StyledLine[] => {
    const figures: readonly Run[] = [run(natsWords(nats), 'strong')]
    return flushed([run(words, 'strong')], figures, body)
  }
  return printed(
    [
      ...wrapped([run(`${plain(claim)}\u00A0 `, 'faint'), run(plain(on.claim.text), 'strong')], { width, indent: 0, hang: BODY }),
      [],
      ...wrapped(
        [
          run(BANDS[band].toUpperCase(), BAND_STYLES[band]),
          run(` ${notes.figures(percent(probability), intervalWords(interval))}`),
        ],
        body,
      ),
      ...heading(notes.nats, width),
      ...total(notes.prior(oddsAndPercent(prior)), logit(prior)),
      ...reasons.flatMap((reason) => reasonLines(on, reason, width)),
      ...(reasons.length === 0 ? wrapped([run(notes.noReasons)], body) : []),
      [],
      ...total(notes.posterior(oddsAndPercent(probability)), sumOf(on.verdict)),
      ...wrapped([run(notes.natsWhat, 'faint')], body),
      ...listUnder(notes.assumptions, colophonOf(checked).overrides, width),
    ],
    colour,
  )
}

/** Decimals of nats and probabilities in JSON: past these two machines may differ. */
const DECIMALS = 9

const rounded = (value: number): number => Number(value.toFixed(DECIMALS))

/** The same as indented JSON. Throws where the case has no such claim. */
export const ledgerJson = (checked: CheckedCase, claim: ClaimId): string => {
  const on = claimFileOf(checked, claim)
  const { band, probability, interval, prior, reasons } = on.verdict
  const rows = reasons.map((reason) => ({
    about: reason.about,
    title: capitalised(titleOf(on, reason.about)),
    documents: [...new Set(citeAbout(on, reason.about).map(({ label }) => label))],
    nats: rounded(reason.nats),
    factors: reason.factors.map(({ assumption, value, says }) => ({
      assumption,
      value: rounded(value),
      says: labelled(on.file, says),
    })),
    without: { probability: rounded(reason.without.probability), band: reason.without.band },
  }))
  const ledger = {
    claim,
    text: on.claim.text,
    band,
    probability: rounded(probability),
    interval: interval.map(rounded),
    prior: { probability: rounded(prior), nats: rounded(logit(prior)) },
    reasons: rows,
    nats: rounded(sumOf(on.verdict)),
    overrides: checked.overrides,
  }
  return `${JSON.stringify(ledger, null, 2)}\n`
}
