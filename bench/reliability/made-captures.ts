import { createHash } from 'node:crypto'
import type { DocumentId } from '../../src/core/document.ts'
import type { Reading } from '../../src/core/reading.ts'
import type { CaptureDraft } from '../../src/store/captures.ts'
import { fetchPage } from '../../src/node/gateway.ts'

/** Which item of which program of which run: the same three always make the same bytes. */
export interface Item {
  readonly seed: number
  readonly program: number
  readonly item: number
}

/** Bytes of an item, `least` to some four times as many. */
const LEAST_BYTES = 3000

/** Bytes by chance out of SHA-256 in counter mode. */
export const madeBytes = ({ seed, program, item }: Item): Buffer => {
  const name = `${seed} ${program} ${item}`
  const first = createHash('sha256').update(name).digest()
  const length = LEAST_BYTES + (first.readUInt16BE(0) % (LEAST_BYTES * 3))
  const blocks: Buffer[] = []
  for (let made = 0; made < length; made += 32) blocks.push(createHash('sha256').update(`${name} ${made}`).digest())
  return Buffer.concat(blocks).subarray(0, length)
}

export const madeReading = ({ seed, program, item }: Item): Reading => {
  const text = `The harbour log of ${seed} was shown to ${program} at ${item}. `.repeat(20)
  return {
    documents: [
      {
        id: `doc_${seed}_${program}_${item}` as DocumentId,
        sha256: '',
        format: 'text',
        language: 'en',
        text,
        blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }],
        sentences: [{ start: 0, end: text.length }],
        tokens: [],
        url: null,
        publisher: null,
        author: null,
        title: `Log ${item}`,
        published: null,
      },
    ],
    statements: [],
    refusal: null,
  }
}

/** Under which version of a reader made readings are kept. */
export const READER = 'made@1'

/** An item as a file that somebody had. */
export const fileDraft = (item: Item): CaptureDraft => ({
  bytes: madeBytes(item),
  name: `${item.program}-${item.item}.bin`,
  mediaType: null,
  charset: null,
  imprint: {},
  method: 'file',
  takenAt: '2024-03-11T08:00:00.000Z',
  exchange: null,
})

/** An item as a page fetched over the network from a server of this machine. */
export const fetchedDraft = async (item: Item, origin: string): Promise<CaptureDraft> => {
  const requested = `${origin}/${item.seed}/${item.program}/${item.item}`
  const page = await fetchPage(requested, { allowPrivate: true })
  if (!page.ok) throw new Error(page.refusal.sentence)
  const { bytes, url, redirects } = page.value
  const exchange = { requested, url, status: 200, headers: [], redirects }
  return { ...fileDraft(item), bytes, method: 'fetched', takenAt: new Date().toISOString(), exchange }
}

/** The item that a path of that server means; null where none. */
export const itemOfPath = (path: string): Item | null => {
  const [, seed, program, item] = /^\/(\d+)\/(\d+)\/(\d+)$/u.exec(path) ?? []
  return seed === undefined ? null : { seed: Number(seed), program: Number(program), item: Number(item) }
}
