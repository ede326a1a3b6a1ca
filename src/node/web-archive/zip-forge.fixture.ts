import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip to be made by hand, with whatever is to be wrong about it. */
export interface Forged {
  readonly path: string
  readonly bytes: Uint8Array
  readonly deflate?: boolean
  /** Packed bytes instead of those of `bytes`. */
  readonly packed?: Uint8Array
  readonly crc?: number
  readonly mode?: number
  /** In the local header, where it differs from the directory. */
  readonly localPath?: string
  /** In the directory, instead of where it is. */
  readonly offset?: number
  /** In the directory, instead of the size it has. */
  readonly size?: number
  readonly flags?: number
}

const local = (file: Forged, packed: Uint8Array): Buffer => {
  const name = Buffer.from(file.localPath ?? file.path)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(0x800 | (file.flags ?? 0), 6)
  head.writeUInt16LE(file.deflate === true ? 8 : 0, 8)
  head.writeUInt32LE(file.crc ?? crc32(file.bytes), 14)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(file.size ?? file.bytes.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, packed])
}

const central = (file: Forged, packed: Uint8Array, offset: number): Buffer => {
  const name = Buffer.from(file.path)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE((3 << 8) | 20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(0x800 | (file.flags ?? 0), 8)
  head.writeUInt16LE(file.deflate === true ? 8 : 0, 10)
  head.writeUInt32LE(file.crc ?? crc32(file.bytes), 16)
  head.writeUInt32LE(packed.length, 20)
  head.writeUInt32LE(file.size ?? file.bytes.length, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 38)
  head.writeUInt32LE(file.offset ?? offset, 42)
  return Buffer.concat([head, name])
}

/** A zip by hand. `count` is the number of files that its end tells; `between` stands before the directory. */
export const forgedZip = (
  files: readonly Forged[],
  { count, between }: { count?: number; between?: Uint8Array } = {},
): Uint8Array => {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let reached = 0
  for (const file of files) {
    const packed = file.packed ?? (file.deflate === true ? deflateRawSync(file.bytes) : file.bytes)
    directory.push(central(file, packed, reached))
    const entry = local(file, packed)
    body.push(entry)
    reached += entry.length
  }
  if (between !== undefined) body.push(Buffer.from(between))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count ?? files.length, 8)
  end.writeUInt16LE(count ?? files.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(reached + (between?.length ?? 0), 16)
  return new Uint8Array(Buffer.concat([...body, ...directory, end]))
}
