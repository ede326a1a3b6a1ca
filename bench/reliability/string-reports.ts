import MarkdownIt from 'markdown-it'
import { plain } from '../../src/core/plain-text.ts'
import { checkedCase } from '../../src/tell/case-draft.fixture.ts'
import { parsedPage } from '../../src/tell/parsed-page.fixture.ts'
import { htmlPage, markdownText, reportOf } from '../../src/tell/tell.ts'

/** Behind each string, so that it can be found where it is printed, however short it is. */
const END = ' ¤7'

const lenient = new MarkdownIt({ html: true })

const textOf = (html: string): string => plain(parsedPage(`<!doctype html><html><body>${html}</body></html>`).textContent)

/**
 * What of a string is not in the three forms of a report: in JSON exactly, in HTML and Markdown, once they are shown, without the
 * controls and hidden marks that these leave out on purpose.
 */
export const reportMisses = (given: string): readonly string[] => {
  const text = `${given}${END}`
  const imprint = { publisher: text, author: text, title: text, published: '2025-02-03', url: null }
  const checked = checkedCase({
    question: text,
    asOf: null,
    documents: [{ label: 'd1', ...imprint, text: `Head\n\nThe ferry ran aground, a deckhand said.` }],
    sources: [
      { name: text, kind: 'outlet' },
      { name: 'a deckhand', kind: 'unnamed' },
    ],
    claims: [['c1', text]],
    statements: [
      {
        key: 's',
        in: 'd1',
        content: 'The ferry ran aground',
        chain: [text, ['a deckhand', 'a deckhand']],
        bears: [['c1', 'supports']],
      },
    ],
    origins: [{ key: 'o', claim: 'c1', side: 'supports', root: 'a deckhand', statements: ['s'], access: 'hearsay' }],
    evidence: [],
    verdicts: [{ claim: 'c1', band: 'unverifiable', interval: [0.05, 0.95], reasons: [['o', 0.5, [], 'unverifiable']] }],
    dates: [],
    quantities: [],
  })
  const report = JSON.parse(JSON.stringify(reportOf(checked))) as unknown
  const held = JSON.stringify(report).includes(JSON.stringify(text))
  const page = textOf(htmlPage(checked))
  const shown = textOf(lenient.render(markdownText(checked).replaceAll(/\[\^\d+\]/gu, '')))
  const words = plain(text)
  return [
    ...(held ? [] : ['report.json']),
    ...(page.includes(words) ? [] : ['HTML']),
    ...(shown.includes(words) ? [] : ['Markdown']),
  ]
}
