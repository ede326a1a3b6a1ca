/** A program that commits so and so often to a library that others write to: `node committing-program.ts '{…}'`, options as `Writing`. */
import { join } from 'node:path'
import type { CaptureId } from '../../src/core/capture.ts'
import type { Result } from '../../src/core/refusal.ts'
import { keepCapture } from '../../src/store/captures.ts'
import { judge } from '../../src/store/cases.ts'
import { DATABASE_FILE, type Library, openLibrary } from '../../src/store/library.ts'
import { keepReading } from '../../src/store/readings.ts'
import { CASE, type Writing, type Written } from './committing.ts'
import { fileDraft, madeReading } from './made-captures.ts'
import { openNaively } from './seeded-bugs.ts'

const { folder, seed, program, commits, role, manner } = JSON.parse(process.argv[2] ?? '{}') as Writing

/** Captures that one run of a command keeps. */
const OF_ONE_COMMAND = 25
/** Milliseconds that SQLite waits where nothing else does: what better-sqlite3 has unless told. */
const TIMEOUT_MS = 5000

const opened = async (): Promise<Library> => {
  const begin = manner === 'deferred' ? 'begin' : 'begin immediate'
  const library = await openLibrary(folder, {
    who: `${role} ${program}`,
    ...(manner === 'own'
      ? {}
      : {
          openEngine: (inside, at) =>
            openNaively(join(inside, DATABASE_FILE), at, { begin, synchronous: 'full', timeout: TIMEOUT_MS }),
        }),
  })
  if (!library.ok) throw new Error(library.refusal.sentence)
  return library.value
}

const captures = async (library: Library): Promise<readonly CaptureId[]> =>
  (await library.engine.reader.selectFrom('capture').select('id').orderBy('seq').limit(1).execute()).map(
    ({ id }) => id as CaptureId,
  )

const commit = async (library: Library, item: number, known: readonly CaptureId[]): Promise<Result<unknown>> => {
  if (role === 'command') return keepCapture(library, fileDraft({ seed, program, item }))
  if (role === 'server')
    return judge(library, CASE, { judgement: { kind: 'note', text: `${program} ${item}`, about: null }, reason: '' })
  const [capture] = known
  if (capture === undefined) throw new Error('nothing to read')
  return keepReading(library, { capture, reader: `made@${program}.${item}`, reading: madeReading({ seed, program, item }) })
}

const took: number[] = []
const failures: Record<string, number> = {}
const fail = (why: string): void => {
  failures[why] = (failures[why] ?? 0) + 1
}
let library = await opened()
const known = await captures(library)
for (let item = 0; item < commits; item++) {
  if (role === 'command' && item > 0 && item % OF_ONE_COMMAND === 0) {
    await library.close()
    library = await opened()
  }
  const before = performance.now()
  try {
    const result = await commit(library, item, known)
    if (result.ok) took.push(performance.now() - before)
    else fail(`${result.refusal.code}: ${result.refusal.sentence}`)
  } catch (error) {
    fail(error instanceof Error && 'code' in error ? String(error.code) : String(error))
  }
}
await library.close()
const written: Written = { done: took.length, took: took.map((ms) => Math.round(ms * 10) / 10), failures }
console.log(JSON.stringify(written))
