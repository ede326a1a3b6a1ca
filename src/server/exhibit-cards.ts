import type { CaptureId } from '../core/capture.ts'
import type { Imprint } from '../core/document.ts'
import type { KeptExhibit } from '../core/kept-case.ts'
import type { Reading } from '../core/reading.ts'
import { type Answer, answerKey, answersOf, holdAnswers } from '../store/answers.ts'
import type { Ground } from '../store/ground.ts'
import { capturesReadBy, readingOf } from '../store/readings.ts'

/** What a list shows of a reading, without its text. */
export interface Card {
  readonly imprint: Imprint | null
  readonly documents: number
  readonly statements: number
  readonly refusal: string | null
}

/** Cards that are held together: each time the drive is waited for. */
const BATCH = 200

const cardOf = ({ documents, statements, refusal }: Reading): Card => {
  const [only] = documents.length === 1 ? documents : []
  return {
    imprint:
      only === undefined
        ? null
        : { url: only.url, publisher: only.publisher, author: only.author, title: only.title, published: only.published },
    documents: documents.length,
    statements: statements.length,
    refusal: refusal?.sentence ?? null,
  }
}

/**
 * What that version of the reader found in captures, in short: a reading is a hundred times as long as its card, and a list of ten
 * thousand documents wants cards. What it has not read has none.
 */
export const cardsOf = async (
  ground: Ground,
  exhibits: readonly Pick<KeptExhibit, 'capture'>[],
  heardBy: string,
): Promise<ReadonlyMap<CaptureId, Card>> => {
  const keyOf = (capture: CaptureId): string => answerKey(['card', heardBy, capture])
  const ids = exhibits.map(({ capture }) => capture)
  const held = await answersOf(ground, ids.map(keyOf))
  const read = held.size === ids.length ? new Set<string>() : await capturesReadBy(ground, heardBy)
  const cards = new Map<CaptureId, Card>()
  const fresh: Answer[] = []
  const hold = async (): Promise<void> => {
    // What cannot be held is worked out again next time.
    if (fresh.length > 0) await holdAnswers(ground, 'heard', fresh.splice(0))
  }
  for (const id of ids) {
    const body = held.get(keyOf(id))
    const reading = body === undefined && read.has(id) ? await readingOf(ground, id, heardBy) : null
    if (body !== undefined) cards.set(id, JSON.parse(Buffer.from(body).toString()) as Card)
    else if (reading !== null) {
      const card = cardOf(reading)
      cards.set(id, card)
      fresh.push({ key: keyOf(id), body: Buffer.from(JSON.stringify(card)) })
      if (fresh.length >= BATCH) await hold()
    }
  }
  await hold()
  return cards
}
