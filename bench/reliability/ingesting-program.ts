/**
 * A program that keeps captures, readings, exhibits, judgements and verdicts, and writes one line of JSON for each once the library has
 * told it as kept: what the rows on kills, power and drives run and break. `node ingesting-program.ts '{…}'`, options as `Orders`.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ClaimId } from '../../src/core/claim.ts'
import { ok, type Result } from '../../src/core/refusal.ts'
import { keepCapture } from '../../src/store/captures.ts'
import { addExhibits, beginCase, caseMark, judge } from '../../src/store/cases.ts'
import { record } from '../../src/store/journal/journal.ts'
import { DATABASE_FILE, type Library, openLibrary } from '../../src/store/library.ts'
import { keepReading } from '../../src/store/readings.ts'
import type { Acknowledgement, Orders } from './ingesting.ts'
import { fetchedDraft, fileDraft, type Item, madeReading, READER } from './made-captures.ts'
import { openNaively, withBug } from './seeded-bugs.ts'

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders

const say = (line: Acknowledgement): void => {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

/** Where this program is, for whoever kills it: one letter on the pipe of that number. */
const mark = (stage: string): void => {
  if (orders.stages) writeSync(3, stage)
}

const CASE = 'made'

/** Tells where the library is, in the parts it is made of. */
const marked = (library: Library): Library => {
  const { archive, engine } = library
  return {
    ...library,
    archive: {
      ...archive,
      keep: async (bytes) => {
        mark('b')
        const sha256 = await archive.keep(bytes)
        mark('k')
        return sha256
      },
    },
    engine: {
      ...engine,
      write: async (work) => {
        const value = await engine.write(async (db) => {
          mark('t')
          const done = await work(db)
          mark('c')
          return done
        })
        mark('d')
        return value
      },
    },
  }
}

/** Refusals are said and lived with: the drive may be better the next time. */
const acknowledged = <T>(result: Result<T>, line: (value: T) => Acknowledgement): T | null => {
  say(result.ok ? line(result.value) : { kind: 'refused', code: result.refusal.code, sentence: result.refusal.sentence })
  return result.ok ? result.value : null
}

const keepItem = async (library: Library, place: Item): Promise<void> => {
  const { item } = place
  const draft = item % 2 === 1 && orders.origin !== null ? await fetchedDraft(place, orders.origin) : fileDraft(place)
  const capture = acknowledged(await keepCapture(library, draft), ({ id, sha256 }) => ({ kind: 'capture', item, id, sha256 }))
  if (capture === null) return
  const { id } = capture
  const kept = await keepReading(library, { capture: id, reader: READER, reading: madeReading(place) })
  acknowledged(kept, () => ({ kind: 'reading', item, capture: id }))
  const added = await addExhibits(library, CASE, [{ capture: id, label: null }])
  acknowledged(added, (entries) => ({ kind: 'entry', entry: entries[0] ?? null }))
  if (item % 2 === 1) return
  const judged = await judge(library, CASE, { judgement: { kind: 'note', text: `on ${id}`, about: null }, reason: 'made' })
  acknowledged(judged, (entries) => ({ kind: 'entry', entry: entries[0] ?? null }))
  const mark = await caseMark(library, CASE)
  if (mark === null) return
  const claims = [{ claim: 'c1' as ClaimId, probability: 0.5, interval: [0.4, 0.6], band: 'roughly even' }] as const
  const deed = { kind: 'verdict', asOf: null, basis: `${id} ${mark.digest}`, claims } as never
  const told = await record(library, () => Promise.resolve(ok([{ case: mark.id, deed }])))
  acknowledged(told, (entries) => ({ kind: 'entry', entry: entries[0] ?? null }))
}

const naive = orders.bug === 'never-syncs'

const opened = (): Promise<Result<Library>> =>
  openLibrary(orders.folder, {
    who: 'a program',
    ...(naive
      ? {
          openEngine: (folder, at) =>
            openNaively(join(folder, DATABASE_FILE), at, { begin: 'begin immediate', synchronous: 'off', timeout: 5000 }),
        }
      : {}),
  })

const main = async (): Promise<void> => {
  if (orders.waits) {
    say({ kind: 'ready' })
    let told = false
    for await (const line of createInterface({ input: process.stdin })) {
      told = line === 'go'
      if (told) break
    }
    if (!told) return
  }
  mark('o')
  const library = acknowledged(await opened(), () => ({ kind: 'opened' }))
  if (library === null) return
  const ground = withBug(marked(library), orders.bug)
  if ((await caseMark(ground, CASE)) === null)
    acknowledged(await beginCase(ground, { name: CASE, question: null, claims: ['It was made.'] }), () => ({ kind: 'begun' }))
  const items = Array.from({ length: orders.items }, (_, item) => item).values()
  const lane = async (): Promise<void> => {
    for (const item of items) await keepItem(ground, { seed: orders.seed, program: orders.program, item })
  }
  await Promise.all(Array.from({ length: orders.lanes }, lane))
  await ground.close()
  say({ kind: 'closed' })
}

await main()
process.exit(0)
