import { createHash } from 'node:crypto'

/** The journal most programs would keep: each entry with the hash of itself and of the hash before. */
export interface Link {
  readonly text: string
  /** Of the bytes that it names, and what is held under that name; null where it names none. */
  readonly blob: { readonly sha256: string; readonly bytes: Buffer | null } | null
  readonly hash: string
}

const hashOf = (before: string, text: string, sha256: string): string =>
  createHash('sha256')
    .update(JSON.stringify([before, text, sha256]))
    .digest('hex')

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const chained = (entries: readonly Omit<Link, 'hash'>[]): readonly Link[] => {
  let before = ''
  return entries.map((entry) => {
    before = hashOf(before, entry.text, entry.blob?.sha256 ?? '')
    return { ...entry, hash: before }
  })
}

export const isSound = (links: readonly Link[]): boolean => {
  let before = ''
  return links.every(({ text, blob, hash }) => {
    before = hashOf(before, text, blob?.sha256 ?? '')
    return before === hash && (blob === null || (blob.bytes !== null && digestOf(blob.bytes) === blob.sha256))
  })
}

const entry = (at: number): Omit<Link, 'hash'> => {
  const bytes = Buffer.from(`bytes ${at}`)
  return { text: `entry ${at}`, blob: { sha256: digestOf(bytes), bytes } }
}

/** The eight ways of rewriting a library, done to a chain of ten; which of them it shows. */
export const shownByChain = (): readonly (readonly [name: string, shown: boolean])[] => {
  const links = chained(Array.from({ length: 10 }, (_, at) => entry(at)))
  const at = (index: number): Link => links[index] ?? ({} as Link)
  const tampered: readonly (readonly [string, readonly Link[]])[] = [
    ['an entry altered', links.with(4, { ...at(4), text: 'another' })],
    ['an entry taken out', links.toSpliced(4, 1)],
    ['an entry put in', links.toSpliced(4, 0, at(5))],
    ['two entries changed about', links.with(4, at(5)).with(5, at(4))],
    ['the end cut off', links.slice(0, 7)],
    ['an older copy put in its place', links.slice(0, 3)],
    ['all of it rewritten', chained(links.map((link, index) => (index === 4 ? { ...link, text: 'another' } : link)))],
    ['bytes taken away', links.with(4, { ...at(4), blob: { sha256: at(4).blob?.sha256 ?? '', bytes: null } })],
  ]
  return tampered.map(([name, chain]) => [name, !isSound(chain)])
}
