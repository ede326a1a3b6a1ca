import type { Ground } from '../ground.ts'
import { type Flaw, flaw, type Verification } from './flaw.ts'
import { holdingFindings } from './holding-flaws.ts'
import { journalFindings, type OutsideCheckpoint } from './journal-flaws.ts'

const databaseFlaws = async ({ engine }: Ground): Promise<readonly Flaw[]> => {
  const found = await engine.flaw()
  return found === null ? [] : [flaw('database', `The file of the database is damaged: ${found}.`)]
}

/** Bytes in the archive that no entry names: a program was killed between keeping them and saying so, or somebody put them there. */
const strangers = async (ground: Ground, named: ReadonlySet<string>): Promise<number> => {
  let count = 0
  for await (const name of ground.archive.names()) if (!named.has(name)) count++
  return count
}

/**
 * Hashes everything again, the journal from its first entry and all bytes in the archive, and holds it against the journal, against the
 * library's own signature, and against checkpoints that were kept elsewhere. Needs no network and changes nothing.
 */
export const verifyLibrary = async (ground: Ground, outside: readonly OutsideCheckpoint[] = []): Promise<Verification> => {
  const damage = await databaseFlaws(ground)
  const journal = await journalFindings(ground.engine.reader, ground.key, outside)
  const { flaws, bytes, account } = await holdingFindings(ground, journal.entries)
  const loose = await strangers(ground, new Set([...account.captures.values()].map(({ capture }) => capture.sha256)))
  const notes = [
    ...(loose === 0
      ? []
      : [
          `The archive holds ${loose === 1 ? 'one file' : `${loose} files`} that no entry names: left by a program that was killed, or put there.`,
        ]),
    ...(outside.length > 0
      ? []
      : [
          'No checkpoint kept elsewhere was given: an older copy put in this one’s place, or a journal rewritten with its key, cannot show.',
        ]),
  ]
  return {
    entries: journal.size,
    captures: account.captures.size - account.tombstones.size,
    readings: account.readings.size,
    bytes,
    tombstones: account.tombstones.size,
    root: journal.root,
    flaws: [...journal.flaws, ...flaws, ...damage],
    notes,
  }
}
