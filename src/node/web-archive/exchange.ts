/**
 * One request and what answered it, as it went over the wire. `responseBlock` and `requestBlock` are what is kept and written out;
 * everything else is read off them, so that an archive written again says byte for byte what the first one said.
 */
export interface Exchange {
  readonly url: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Null for what has no HTTP: a resource record, or a response whose first line is none of HTTP's. */
  readonly status: number | null
  /** Of the response, in order, as received. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly requestHeaders: readonly (readonly [name: string, value: string])[]
  /** The payload: transfer encoding undone, content encoding undone where it can be. */
  readonly body: Uint8Array
  /** The Content-Encoding that `body` still has since it is unknown or broken; null where the body is plain. */
  readonly encodedAs: string | null
  /** As told, with its parameters; null where none is. */
  readonly contentType: string | null
  /** Where a redirect leads, made absolute. */
  readonly redirectedTo: string | null
  /** Why the capture stops short (`length`, `time`, `disconnect`, `unspecified`); null where it is whole. */
  readonly truncated: string | null
  /** The IP address that answered. */
  readonly address: string | null
  /** Status line, header lines and body as stored; of a resource, its bytes. `body` often points into it. */
  readonly responseBlock: Uint8Array
  /** Request line, header lines and body; null where the request is not kept. */
  readonly requestBlock: Uint8Array | null
}

export interface ArchivePage {
  readonly url: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly title: string | null
}

/** A file of a WACZ outside its reserved folders (`archive`, `indexes`, `pages`). */
export interface ArchiveFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A `datapackage-digest.json`. Its hash was compared; its signature was not verified. */
export interface ArchiveDigest {
  /** `sha256:` and 64 hexadecimal digits, of `datapackage.json`. */
  readonly hash: string
  /** WACZ-auth 0.1.0, as found. */
  readonly signedData: Readonly<Record<string, unknown>> | null
}

export interface WebArchive {
  readonly exchanges: readonly Exchange[]
  readonly pages: readonly ArchivePage[]
  readonly files: readonly ArchiveFile[]
  /** Places in `exchanges` of what differs from a digest that its own record carries: altered, or wrongly recorded. */
  readonly mismatched: readonly number[]
  /** One plain sentence each, for what was read with doubt or left out. */
  readonly warnings: readonly string[]
  readonly title: string | null
  /** ISO 8601 as told by the archive. */
  readonly createdAt: string | null
  readonly software: string | null
  readonly digest: ArchiveDigest | null
}
