import { createHash } from 'node:crypto'
import { ok, type Result } from '../core/refusal.ts'
import type { AnswerRow } from './database/tables.ts'
import type { Ground } from './ground.ts'
import { unlessTroubled } from './trouble.ts'

/**
 * What can be held: `told`, a checked case as it was told in one form; `heard`, what a trained reader makes of one document and one
 * claim. Either can be worked out again, so the oldest go first.
 */
export type AnswerKind = 'told' | 'heard'

const MOST: Readonly<Record<AnswerKind, number>> = { told: 500, heard: 1_000_000 }

/** Keys looked up in one statement. */
const BATCH = 500

export interface Answer {
  readonly key: string
  readonly body: Uint8Array
}

/** The name under which the answer to one question on one basis is held. */
export const answerKey = (parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** What is sealed of an answer: all of its row. */
const sealed = ({ key, kind, held_at, body }: Omit<AnswerRow, 'seal'>): string =>
  createHash('sha256')
    .update(JSON.stringify([key, kind, held_at]))
    .update(body)
    .digest('hex')

/** Whether a row is as this library held it. */
export const isAsHeld = (ground: Ground, row: AnswerRow): boolean => ground.isSealed(sealed(row), row.seal)

/** What was worked out before under those keys. One whose row was altered is left out: it is then worked out anew. */
export const answersOf = async (ground: Ground, keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
  const found = new Map<string, Uint8Array>()
  for (let at = 0; at < keys.length; at += BATCH) {
    const some = keys.slice(at, at + BATCH)
    const rows = await ground.engine.reader.selectFrom('answer').selectAll().where('key', 'in', some).execute()
    for (const row of rows) if (isAsHeld(ground, row)) found.set(row.key, row.body)
  }
  return found
}

export const answerOf = async (ground: Ground, key: string): Promise<Uint8Array | null> =>
  (await answersOf(ground, [key])).get(key) ?? null

/** Holds what was worked out, under seal: nobody can slip in another answer without the library's key. */
export const holdAnswers = (ground: Ground, kind: AnswerKind, answers: readonly Answer[]): Promise<Result<null>> =>
  unlessTroubled('What was worked out', () =>
    ground.engine.write(async (db) => {
      for (const { key, body } of answers) {
        const held = { kind, body, held_at: ground.now() }
        const rest = { ...held, seal: ground.seal(sealed({ key, ...held })) }
        await db
          .insertInto('answer')
          .values({ key, ...rest })
          .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
          .execute()
      }
      const old = db.selectFrom('answer').select('key').where('kind', '=', kind).orderBy('held_at', 'desc')
      await db.deleteFrom('answer').where('key', 'in', old.limit(MOST[kind]).offset(MOST[kind])).execute()
      return ok(null)
    }),
  )
