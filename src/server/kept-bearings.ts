import type { BearingChance, Claim, ClaimId } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { grouped } from '../core/grouped.ts'
import type { BearingReader } from '../index.ts'
import { type Answer, answerKey, answersOf, holdAnswers } from '../store/answers.ts'
import type { Ground } from '../store/ground.ts'

/** Documents whose answers are held together: each time the drive is waited for. */
const BATCH = 50

/** A chance as it is held: claims by their place, since another case may call them otherwise. */
type HeldChance = Omit<BearingChance, 'claim'> & { readonly claim: number }

const bodyOf = (chances: readonly BearingChance[], claims: readonly Claim[]): Uint8Array => {
  const placeOf = new Map(claims.map(({ id }, place) => [id, place]))
  return Buffer.from(JSON.stringify(chances.map((chance) => ({ ...chance, claim: placeOf.get(chance.claim) }))))
}

const chancesIn = (body: Uint8Array, claims: readonly Claim[]): readonly BearingChance[] =>
  (JSON.parse(Buffer.from(body).toString()) as readonly HeldChance[]).map((chance) => ({
    ...chance,
    claim: claims[chance.claim]?.id ?? ('' as ClaimId),
  }))

/**
 * A reader of bearings that remembers what it made of a document and these claims: it does not depend on what else is in the case.
 * `heardBy` is the version of whatever found the statements.
 */
export const keptBearings = (ground: Ground, reader: BearingReader, heardBy: string): BearingReader => ({
  version: reader.version,
  read: async ({ documents, statements, claims }, onDocument) => {
    const texts = JSON.stringify(claims.map(({ text }) => text))
    const keyOf = (document: Document): string => answerKey(['bearings', reader.version, heardBy, document.id, texts])
    const held = await answersOf(ground, documents.map(keyOf))
    const said = grouped(statements, ({ document }) => document)
    const chances: BearingChance[] = []
    const fresh: Answer[] = []
    const hold = async (): Promise<void> => {
      // What cannot be held is worked out again next time: the drive's trouble is told where something would be lost.
      if (fresh.length > 0) await holdAnswers(ground, 'heard', fresh.splice(0))
    }
    for (const [done, document] of documents.entries()) {
      onDocument?.(done)
      const body = held.get(keyOf(document))
      if (body !== undefined) chances.push(...chancesIn(body, claims))
      else {
        const read = await reader.read({ documents: [document], statements: said.get(document.id) ?? [], claims })
        chances.push(...read)
        fresh.push({ key: keyOf(document), body: bodyOf(read, claims) })
        if (fresh.length >= BATCH) await hold()
      }
    }
    await hold()
    return chances
  },
})
