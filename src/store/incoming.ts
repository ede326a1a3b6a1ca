import { randomBytes } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './folders.ts'

/** Milliseconds after which nobody can still be writing one file: process ids come round again. */
const LONGEST_WRITING_MS = 24 * 60 * 60 * 1000

/** A name that tells which process writes there: `PREFIX.PID.CHANCE`, so that what it leaves behind can be told from what is being written. */
export const halfName = (prefix = ''): string => `${prefix}${process.pid}.${randomBytes(8).toString('hex')}`

const HALF_WRITTEN = /^(\d+)\.[0-9a-f]+$/u

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** In a container every program may have the same process id: what is older than this process is not this one's. */
const isBeingWritten = (pid: number, changed: number): boolean => {
  const now = Date.now()
  if (changed < now - LONGEST_WRITING_MS) return false
  if (pid === process.pid) return changed >= now - process.uptime() * 1000 - 1000
  return isRunning(pid)
}

const changedAt = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/**
 * Deletes from a folder what writers that are gone left half written there: files named by `halfName(prefix)`, and, without a prefix,
 * whatever else lies there. Gives how many there were.
 */
export const sweepHalves = async (folder: string, prefix = ''): Promise<number> => {
  let swept = 0
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue
    const pid = HALF_WRITTEN.exec(name.slice(prefix.length))?.[1]
    if (pid === undefined && prefix !== '') continue
    const path = join(folder, name)
    const changed = await changedAt(path)
    if (changed === null || (pid !== undefined && isBeingWritten(Number(pid), changed))) continue
    await rm(path, { force: true, recursive: true })
    swept++
  }
  return swept
}

/** Writes a new file; it is on the drive when this resolves, but its folder may not know of it yet. */
export const writeSynced = async (path: string, bytes: Uint8Array | string, mode: number): Promise<void> => {
  const handle = await open(path, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
