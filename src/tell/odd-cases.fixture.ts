import type { CheckedCase } from '../core/case.ts'
import { checkedCase, type CaseDraft, type DocumentDraft, type StatementDraft } from './case-draft.fixture.ts'

const EMPTY: CaseDraft = {
  question: null,
  asOf: null,
  documents: [],
  sources: [],
  claims: [['c1', 'The ferry ran aground.']],
  statements: [],
  origins: [],
  evidence: [],
  verdicts: [{ claim: 'c1', band: 'unverifiable', interval: [0.05, 0.95], reasons: [] }],
  dates: [],
  quantities: [],
}

const echo = (place: number): DocumentDraft => ({
  label: `d${place}`,
  publisher: place === 1 ? 'The Strand Packet' : `Paper of the Outer Parishes No. ${place}`,
  author: null,
  title: 'Ferry aground',
  published: '2025-02-03',
  url: `https://paper-${place}.example/ferry`,
  text: `Ferry aground\n\nThe ferry ran aground on the bar, a deckhand told the Strand Packet on Monday.\n\nIt is the ${place}th report of the day.`,
})

/** `count` articles that all have it from one deckhand, each through the paper before it; `published` orders nothing here. */
export const echoCase = (count: number): CheckedCase => {
  const documents = Array.from({ length: count }, (_, place) => echo(place + 1))
  const statements = documents.map(({ label, publisher }, place): StatementDraft => ({
    key: label,
    in: label,
    content: 'The ferry ran aground on the bar',
    chain: [publisher ?? '', ...(place === 0 ? [] : ['The Strand Packet']), ['a deckhand', 'a deckhand']],
    bears: [['c1', 'supports']],
  }))
  return checkedCase({
    ...EMPTY,
    question: 'Did the ferry run aground?',
    documents,
    sources: [
      ...documents.map(({ publisher }) => ({ name: publisher ?? '', kind: 'outlet' as const })),
      { name: 'a deckhand', kind: 'unnamed' },
    ],
    statements,
    origins: [
      {
        key: 'deckhand',
        claim: 'c1',
        side: 'supports',
        root: 'a deckhand',
        statements: documents.map(({ label }) => label),
        access: 'hearsay',
        edges: documents.slice(1).map(({ label }) => [label, 'd1', 'cites', `${label} names the Strand Packet`] as const),
      },
    ],
    verdicts: [
      {
        claim: 'c1',
        band: 'likely',
        interval: [0.5, 0.9],
        reasons: [['deckhand', 1.1, [['access.hearsay', 'has it from others']], 'unverifiable']],
        flip: [['deckhand'], 'unverifiable'],
        tornado: [['grade.F', 0.68, 0.8, false]],
        gaps: [['deckhand', 'who the deckhand is', 0.7]],
      },
    ],
  })
}

/** Documents that say nothing of the claim. */
export const silentCase: CheckedCase = checkedCase({ ...EMPTY, documents: [echo(1), echo(2)] })

/** Nothing but a refusal. */
export const unreadCase: CheckedCase = {
  ...checkedCase(EMPTY),
  refusals: [{ code: 'empty', sentence: 'notes.txt is empty; give a file with text in it.' }],
}

/** Only denials of something else and non-answers. */
export const evasiveCase: CheckedCase = checkedCase({
  ...EMPTY,
  documents: [echo(1)],
  sources: [
    { name: 'The Strand Packet', kind: 'outlet' },
    { name: 'a deckhand', kind: 'unnamed' },
  ],
  statements: [
    {
      key: 'denies',
      in: 'd1',
      content: 'The ferry ran aground on the bar',
      chain: ['The Strand Packet', 'a deckhand'],
      act: 'deny',
      bears: [['c1', 'neutral']],
    },
  ],
})

/** Escape sequences, a window title, markup, a link in Markdown, an override of the reading direction, wide and combining letters. */
export const HOSTILE =
  '\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2J <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ' +
  '](javascript:alert(2)) `code` ![i](http://evil.example/i.png) \u202Etxet\u202C "quoted" \'single\' &amp; ${7*7} 漢字 👩‍👩‍👧 e\u0301 \uD800 - # 1. end'

/** The same in every place that a stranger can fill. */
export const hostileCase: CheckedCase = {
  ...checkedCase({
    question: HOSTILE,
    asOf: '\u001B[1m2025-01-01',
    documents: [
      {
        label: 'd1"><b>\u001B[7m',
        publisher: HOSTILE,
        author: HOSTILE,
        title: HOSTILE,
        published: '2025-01-01<script>',
        language: 'en"><script>',
        url: 'javascript:alert(1)',
        text: `${HOSTILE}\n\n${HOSTILE} said ${HOSTILE} and a picture of ${HOSTILE} scored 9<script> in all.`,
      },
      {
        label: 'd2',
        publisher: null,
        author: null,
        title: null,
        published: null,
        url: 'https://evil.example/a">(b)<script>\u001B[31m',
        text: 'Nothing to see.',
      },
      {
        label: 'd3',
        publisher: 'x'.repeat(300),
        author: null,
        title: null,
        published: null,
        url: `https://evil.example/${'a>)"'.repeat(60)}`,
        text: '漢'.repeat(400),
      },
    ],
    sources: [
      { name: HOSTILE, kind: 'unnamed' },
      { name: '漢'.repeat(80), kind: 'organization', speaksFor: HOSTILE },
    ],
    claims: [['c1"><script>', HOSTILE]],
    statements: [
      {
        key: 'a',
        in: 'd1"><b>\u001B[7m',
        content: HOSTILE,
        chain: [HOSTILE, '漢'.repeat(80)],
        bears: [['c1"><script>', 'supports']],
      },
      { key: 'b', in: 'd3', content: '漢'.repeat(200), chain: [HOSTILE], bears: [['c1"><script>', 'contradicts', 'deny']] },
    ],
    origins: [
      {
        key: 'a',
        claim: 'c1"><script>',
        side: 'supports',
        root: '漢'.repeat(80),
        statements: ['a'],
        edges: [['a', 'a', 'cites', HOSTILE]],
      },
      { key: 'b', claim: 'c1"><script>', side: 'contradicts', root: HOSTILE, statements: ['b'] },
    ],
    evidence: [
      {
        key: 'e',
        in: 'd1"><b>\u001B[7m',
        mention: `a picture of ${HOSTILE}`,
        kind: 'photo',
        claim: 'c1"><script>',
        stance: 'supports',
        provenance: 'unknown',
        score: ['9<script>', 9, HOSTILE],
        challengedBy: ['b'],
      },
    ],
    verdicts: [
      {
        claim: 'c1"><script>',
        band: 'contested',
        interval: [0.1, 0.9],
        reasons: [
          ['a', 800, [[HOSTILE, HOSTILE]], 'refuted'],
          ['b', -800, [[HOSTILE, HOSTILE]], 'established'],
          ['e', 0, [], 'contested'],
        ],
        flip: [['a'], 'refuted'],
        tornado: [[HOSTILE, 0.1, 0.9, true]],
        gaps: [['e', HOSTILE, 1]],
      },
    ],
    dates: [],
    quantities: [],
  }),
  refusals: [{ code: 'not-readable', sentence: HOSTILE }],
  overrides: [{ assumption: HOSTILE, value: 1, standard: 0 }],
}
