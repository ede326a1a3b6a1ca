import type { Ground } from '../ground.ts'
import { archiveFindings } from './archive-flaws.ts'
import { type Flaw, flaw, type Verification } from './flaw.ts'
import { accountOf, answerFlaws, rowFlaws } from './holding-flaws.ts'
import { journalFindings, type OutsideCheckpoint } from './journal-flaws.ts'

const databaseFlaws = async ({ engine }: Ground): Promise<readonly Flaw[]> => {
  const found = await engine.flaw()
  return found === null ? [] : [flaw('database', `The file of the database is damaged: ${found}.`)]
}

const NO_CHECKPOINT =
  'No checkpoint kept elsewhere was given: an older copy put in this one’s place, or a journal rewritten with its key, cannot show.'

const notesOf = (strangers: number, outside: readonly OutsideCheckpoint[]): readonly string[] => {
  const files = strangers === 1 ? 'one file' : `${strangers} files`
  return [
    ...(strangers === 0
      ? []
      : [`The archive holds ${files} that no entry names: left by a program that was killed, or put there.`]),
    ...(outside.length > 0 ? [] : [NO_CHECKPOINT]),
  ]
}

/**
 * Hashes everything again, the journal from its first entry and all bytes in the archive, and holds it against the journal, against the
 * library's own signature, and against checkpoints that were kept elsewhere. Needs no network, changes nothing, and stops nobody from
 * writing: it looks at the library as it was when it began.
 */
export const verifyLibrary = async (ground: Ground, outside: readonly OutsideCheckpoint[] = []): Promise<Verification> => {
  const damage = await databaseFlaws(ground)
  const { journal, account, ofRows } = await ground.engine.snapshot(async (db) => {
    const found = await journalFindings(db, ground.key, outside)
    const held = accountOf(found.entries)
    return {
      journal: found,
      account: held,
      ofRows: [...(await rowFlaws(db, found.entries, held)), ...(await answerFlaws(ground, db))],
    }
  })
  const archive = await archiveFindings(ground, account)
  return {
    entries: journal.size,
    captures: account.captures.size - account.tombstones.size,
    readings: account.readings.size,
    bytes: archive.bytes,
    tombstones: account.tombstones.size,
    root: journal.root,
    flaws: [...journal.flaws, ...archive.flaws, ...ofRows, ...damage],
    notes: notesOf(archive.strangers, outside),
  }
}
