import { clipped, displayWidth } from '../core/display-width.ts'
import { plain } from '../core/plain-text.ts'
import { probability } from '../core/probability.ts'
import type { BareScore, MeasuredMatch, ScoredMatch, ScoreWorth, SearchWorth, Weight } from '../core/score-worth.ts'
import { printed, type TerminalOptions } from './printed.ts'
import { SCORE_HEADINGS, scorePhrases } from './score-phrases.data.ts'
import { run, wrapped, type Style, type StyledLine } from './styled-line.ts'
import { asSentence, percent, ratioWords, supportWords } from './wording.ts'

/** What there is to say of a score, before it is laid out. */
interface Told {
  readonly title: string
  /** The verbal scale's word for it. */
  readonly support: string
  readonly figures: string
  readonly sections: readonly ScoreSection[]
}

interface ScoreSection {
  readonly heading: string
  readonly sentences: readonly string[]
  /** Whether the sentences are points of a list. */
  readonly isList?: true
}

/** Columns of a scale's name. */
const LONGEST_SCALE = 40

const whole = (count: number): string => count.toLocaleString('en')

/** Six figures undo what binary fractions do to a difference: 1 − 0.03 is 0.97. */
const figureOf = (rate: number): string => rate.toLocaleString('en', { maximumSignificantDigits: 6 })

const percentOf = (share: number): string => percent(probability(share))

const MOST_COMPARISONS = 1e12

/** "980 of 1,000": over the least power of ten, from 100 on, that leaves a whole count. */
const rateWords = (rate: number): string => {
  let of = 100
  while (of < MOST_COMPARISONS && Math.abs(rate * of - Math.round(rate * of)) > 1e-9 * rate * of) of *= 10
  return `${whole(Math.round(rate * of))} of ${whole(of)}`
}

const scoreOf = ({ value, scale }: ScoredMatch): string => `${value} (${clipped(plain(scale), LONGEST_SCALE)})`

const comparisonSection = ({ match: { fmr, fnmr }, bound, baseRate }: MeasuredMatch): ScoreSection => {
  const [found, mistaken] = [1 - (fnmr ?? 1), fmr ?? 1]
  return {
    heading: SCORE_HEADINGS.comparison,
    sentences: [
      scorePhrases.rates(rateWords(found), rateWords(mistaken)),
      scorePhrases.bound(figureOf(found), figureOf(mistaken), ratioWords(bound.ratio)),
      scorePhrases.atBest(supportWords(bound.ratio)),
      scorePhrases.baseRate(whole(baseRate.candidates), whole(baseRate.matches)),
    ],
  }
}

/** What a perfect ranking could add, where it shows. */
const rankedSentences = (worth: Weight, { ranked }: SearchWorth): readonly string[] =>
  ratioWords(ranked.ratio) === ratioWords(worth.ratio) ? [] : [scorePhrases.ranked(ratioWords(ranked.ratio))]

const searchSection = ({ match: { gallery }, bound, worth, search }: MeasuredMatch): ScoreSection => {
  const sentences =
    gallery === null || search === null
      ? [scorePhrases.unknownGallery(whole(Math.ceil(bound.ratio))), scorePhrases.onlyTwo]
      : [
          scorePhrases.somebody(percentOf(search.someFalseMatch)),
          scorePhrases.divided(ratioWords(bound.ratio), whole(gallery), ratioWords(worth.ratio)),
          scorePhrases.support(supportWords(worth.ratio)),
          ...rankedSentences(worth, search),
          ...(worth.ratio < 1 ? [scorePhrases.against] : []),
        ]
  return { heading: SCORE_HEADINGS.search, sentences }
}

const countSection = ({ count, bestIsFalse }: SearchWorth, { gallery, prior }: ScoredMatch): ScoreSection => {
  const [searches, present, start] = [whole(count.searches), whole(count.present), percentOf(prior)]
  const [named, right, wrong] = [whole(count.named), whole(count.right), whole(count.wrong)]
  const sentences =
    gallery === 1
      ? [
          scorePhrases.comparisons(searches, present, start),
          scorePhrases.matches(named, right, wrong),
          scorePhrases.falseMatch(percentOf(bestIsFalse.unranked)),
        ]
      : [
          scorePhrases.searches(searches, present, start),
          scorePhrases.named(count.named === count.searches ? null : named, right, wrong),
          scorePhrases.false(percentOf(bestIsFalse.unranked)),
          scorePhrases.falseAtLeast(percentOf(bestIsFalse.atLeast), whole(count.wrongAtLeast)),
        ]
  return { heading: SCORE_HEADINGS.count, sentences }
}

const limitsOf = ({ match: { gallery, prior } }: MeasuredMatch): readonly string[] => {
  if (gallery === null) return [scorePhrases.tested]
  if (gallery === 1) return [scorePhrases.priorOfTwo(percentOf(prior)), scorePhrases.tested]
  return [
    scorePhrases.prior(percentOf(prior)),
    scorePhrases.tested,
    scorePhrases.order,
    scorePhrases.independent,
    scorePhrases.suspected,
  ]
}

const figuresOf = ({ match: { gallery }, bound, worth }: MeasuredMatch): string => {
  if (gallery === null) return scorePhrases.unlessSearched(ratioWords(bound.ratio))
  if (gallery === 1) return scorePhrases.atMost(ratioWords(bound.ratio))
  return scorePhrases.asFound(ratioWords(worth.ratio), ratioWords(bound.ratio))
}

const titleOf = (match: ScoredMatch): string => {
  if (match.gallery === null) return scorePhrases.reported(scoreOf(match))
  return match.gallery === 1 ? scorePhrases.compared(scoreOf(match)) : scorePhrases.found(scoreOf(match), whole(match.gallery))
}

const measured = (worth: MeasuredMatch): Told => {
  const { match, search, bound } = worth
  return {
    title: titleOf(match),
    support: supportWords(worth.worth.ratio),
    figures: figuresOf(worth),
    sections: [
      {
        heading: SCORE_HEADINGS.score,
        sentences: [scorePhrases.notProbability(String(match.value)), scorePhrases.onlyMatch],
      },
      comparisonSection(worth),
      ...(match.gallery === 1 || (match.gallery === null && bound.ratio <= 1) ? [] : [searchSection(worth)]),
      ...(search === null ? [] : [countSection(search, match)]),
      { heading: SCORE_HEADINGS.limits, sentences: limitsOf(worth), isList: true },
    ],
  }
}

const bare = ({ match, missing, worth }: BareScore): Told => ({
  title: titleOf(match),
  support: supportWords(worth.ratio),
  figures: scorePhrases.noWeight,
  sections: [
    {
      heading: SCORE_HEADINGS.why,
      sentences: [
        scorePhrases.bare(String(match.value)),
        scorePhrases.takes,
        scorePhrases.missing(missing),
        scorePhrases.differs(String(match.value)),
      ],
    },
    {
      heading: SCORE_HEADINGS.ask,
      isList: true,
      sentences: [
        ...(missing.includes('fmr') ? [scorePhrases.askFmr] : []),
        ...(missing.includes('fnmr') ? [scorePhrases.askFnmr] : []),
        scorePhrases.askTest,
        ...(match.gallery === null ? [scorePhrases.askGallery] : []),
      ],
    },
  ],
})

const toldOf = (worth: ScoreWorth): Told => (worth.kind === 'bare' ? bare(worth) : measured(worth))

/** Figures of a number in the JSON: what the last of sixteen are depends on the machine. */
const JSON_FIGURES = 9

/** Fields that say again what was given, as it was given. */
const GIVEN: ReadonlySet<string> = new Set(['value', 'fmr', 'fnmr', 'prior'])

/**
 * A score's worth as indented JSON, with the verbal scale's word for it and every sentence. Nothing in it makes a probability of the
 * score.
 */
export const scoreJson = (worth: ScoreWorth): string => {
  const { support, sections } = toldOf(worth)
  const says = sections.map(({ heading, sentences }) => ({ heading, sentences: sentences.map(unbroken) }))
  const rounded = (key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) && !GIVEN.has(key) ? Number(value.toPrecision(JSON_FIGURES)) : value
  return `${JSON.stringify({ ...worth, support, says }, rounded, 2)}\n`
}

/** Without the blanks that keep a number and its sign on one line. */
const unbroken = (sentence: string): string => sentence.replaceAll('\u00A0', ' ')

const BODY = 3

const sectionLines = ({ heading, sentences, isList }: ScoreSection, width: number): readonly StyledLine[] => [
  [],
  [
    run(' '.repeat(BODY)),
    run(heading, 'strong'),
    run(` ${'─'.repeat(Math.max(0, width - BODY - displayWidth(heading) - 1))}`, 'faint'),
  ],
  ...(isList === true
    ? sentences.flatMap((sentence) =>
        wrapped([run('·', 'neutral'), run(' '), run(sentence)], { width, indent: BODY, hang: BODY + 2 }),
      )
    : wrapped([run(sentences.map(asSentence).join(' '))], { width, indent: BODY, hang: BODY })),
]

/** For a terminal: what the match is worth, why, and what that rests on; no line is wider than `width`. */
export const scoreText = (worth: ScoreWorth, { width, colour }: TerminalOptions): string => {
  const { title, support, figures, sections } = toldOf(worth)
  const style: Style = worth.worth.ratio < 2 ? 'neutral' : 'supports'
  return printed(
    [
      ...wrapped([run(title, 'strong')], { width, indent: 0, hang: 0 }),
      [],
      ...wrapped([run(support.toUpperCase(), style), run(`: ${figures}`)], { width, indent: BODY, hang: BODY }),
      ...sections.flatMap((section) => sectionLines(section, width)),
    ],
    colour,
  )
}
