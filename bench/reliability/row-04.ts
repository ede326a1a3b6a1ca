/** Row 4: two command lines, a server and a worker writing to one library at the same time. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { keepCapture } from '../../src/store/captures.ts'
import { beginCase } from '../../src/store/cases.ts'
import { type Library, openLibrary } from '../../src/store/library.ts'
import { verifyLibrary } from '../../src/store/verification/verify.ts'
import { CASE, type Writing, type Written } from './committing.ts'
import { fileDraft } from './made-captures.ts'
import type { RowOptions, RowResult } from './row.ts'

const PROGRAM = join(import.meta.dirname, 'committing-program.ts')
const ROLES = ['command', 'command', 'server', 'worker'] as const
const P99_MS = 1000

const written = async (orders: Writing): Promise<Written> => {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (out === '') return { done: 0, took: [], failures: { [error.slice(0, 300)]: orders.commits } }
  return JSON.parse(out) as Written
}

const opened = async (folder: string): Promise<Library> => {
  const library = await openLibrary(folder, { who: 'the bench' })
  if (!library.ok) throw new Error(library.refusal.sentence)
  return library.value
}

interface Together {
  readonly tried: number
  readonly done: number
  readonly took: readonly number[]
  readonly failures: readonly string[]
  readonly flaws: readonly string[]
  /** Commits that were told as done and are not in the journal, or are there without having been told. */
  readonly astray: number
  readonly seconds: number
}

const together = async (commits: number, seed: number, manner: Writing['manner']): Promise<Together> => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-together-'))
  const first = await opened(folder)
  const begun = await beginCase(first, { name: CASE, question: null, claims: [] })
  const kept = await keepCapture(first, fileDraft({ seed, program: 0, item: 0 }))
  if (!begun.ok || !kept.ok) throw new Error('the library could not be begun')
  const entries = (ground: Library): Promise<readonly { readonly seq: number }[]> =>
    ground.engine.reader.selectFrom('entry').select('seq').execute()
  const before = (await entries(first)).length
  await first.close()
  const start = performance.now()
  const all = await Promise.all(
    ROLES.map((role, program) => written({ folder, seed, program: program + 1, commits, role, manner })),
  )
  const seconds = (performance.now() - start) / 1000
  const last = await opened(folder)
  const { flaws } = await verifyLibrary(last)
  const after = (await entries(last)).length
  await last.close()
  await rm(folder, { recursive: true })
  const done = all.reduce((sum, one) => sum + one.done, 0)
  return {
    tried: commits * ROLES.length,
    done,
    took: all.flatMap(({ took }) => took).toSorted((a, b) => a - b),
    failures: all.flatMap(({ failures }) => Object.entries(failures).map(([why, count]) => `${why} (${count})`)),
    flaws: flaws.map(({ item, sentence }) => `${item}: ${sentence}`),
    astray: Math.abs(after - before - done),
    seconds,
  }
}

const at = (took: readonly number[], share: number): number => took[Math.floor(took.length * share)] ?? Number.NaN

const shown = ({ done, tried }: Together): string =>
  `${done} of ${tried} succeed (${Math.round((1 - done / tried) * 1000) / 10} % fail)`

export const run = async ({ short, seed }: RowOptions): Promise<RowResult> => {
  const before = performance.now()
  const own = await together(short ? 15 : 2500, seed, 'own')
  const deferred = await together(short ? 15 : 250, seed, 'deferred')
  const immediate = short ? null : await together(1500, seed, 'immediate')
  const p99 = at(own.took, 0.99)
  const sound = own.flaws.length === 0 && own.astray === 0
  return {
    row: 4,
    name: 'Four programs writing together',
    n: own.tried,
    // Where it is too slow, those are counted that were quick enough; where the journal is not sound, none.
    passed: sound ? (p99 < P99_MS ? own.done : own.took.filter((ms) => ms < P99_MS).length) : 0,
    bar: 'every commit succeeds, nobody is told that the library is busy, no flaw in the journal, 99 of 100 commits in under 1 s',
    control: {
      name: 'transactions that begin as readers (a plain BEGIN) and do not try again',
      caught: deferred.done < deferred.tried,
      figure: shown(deferred),
    },
    figures: {
      'commits that succeeded': own.done,
      'half of the commits within, ms': at(own.took, 0.5),
      '99 of 100 within, ms': p99,
      'longest, ms': own.took.at(-1) ?? Number.NaN,
      'seconds for all': Math.round(own.seconds),
      ...(immediate === null ? {} : { 'peer: BEGIN IMMEDIATE, SQLite’s own wait of 5 s, not tried again': shown(immediate) }),
    },
    seconds: (performance.now() - before) / 1000,
    notes: [
      'Two programs keep captures and open the library anew for every 25, as a command line does; one stands for a server, which is not there yet, and writes judgements; one keeps readings.',
      ...own.failures.slice(0, 5).map((failure) => `failed: ${failure}`),
      ...own.flaws.slice(0, 5).map((flaw) => `failed: ${flaw}`),
      ...(own.astray === 0 ? [] : [`failed: ${own.astray} commits are not what was told of them`]),
      ...(p99 < P99_MS ? [] : [`failed: one commit in a hundred took ${p99} ms or more`]),
    ],
  }
}
