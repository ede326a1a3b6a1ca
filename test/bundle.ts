import { isBuiltin } from 'node:module'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import ts from 'typescript'
import { build, type Plugin, type Rolldown } from 'vite'
import { importsOf } from './walls/imports.ts'

/** A module of Node that some file of the bundle asks for, and that a browser does not have. */
export interface Want {
  readonly module: string
  readonly importer: string
}

/** A library as a browser gets it. */
export interface Bundle {
  /** Chunk names to code; the first is the entry. */
  readonly chunks: ReadonlyMap<string, string>
  readonly wants: readonly Want[]
  /** Imports left in the code that name no chunk. */
  readonly unresolved: readonly string[]
  /** Bytes, gzipped, of the entry and of what it cannot start without: lazily imported chunks are left out. */
  readonly entryBytes: number
}

/** What stands in for a module of Node in a browser build: it holds nothing, and its absence shows when it is called. */
const STUB = '__vite-browser-external'

/** Notes every import of a module of Node that nothing replaces. */
const witness = (wants: Want[]): Plugin => ({
  name: 'witness',
  enforce: 'pre',
  async resolveId(module, importer) {
    if (importer === undefined || !isBuiltin(module)) return null
    const resolved = await this.resolve(module, importer, { skipSelf: true })
    if (resolved === null || resolved.id.startsWith(STUB)) wants.push({ module, importer })
    return resolved
  },
})

const isChunk = (output: Rolldown.OutputChunk | Rolldown.OutputAsset): output is Rolldown.OutputChunk => output.type === 'chunk'

/** `entry` and the chunks that it imports at once, directly or not. */
const startOf = (entry: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<Rolldown.OutputChunk> => {
  const start = new Set([entry])
  for (const chunk of start) {
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) start.add(other)
  }
  return start
}

/** The names of modules that the code of a chunk still imports; what a library computes while running is its own affair. */
const importedBy = ({ fileName, code }: Rolldown.OutputChunk): readonly string[] =>
  importsOf(ts.createSourceFile(fileName, code, ts.ScriptTarget.ESNext, true)).flatMap(({ specifier }) => specifier ?? [])

/** Builds the library whose door is the file `entry` for browsers, in memory. Throws where an import leads nowhere. */
export const bundleOf = async (entry: string): Promise<Bundle> => {
  const wants: Want[] = []
  const built = await build({
    configFile: false,
    root: dirname(entry),
    logLevel: 'silent',
    plugins: [witness(wants)],
    build: { write: false, target: 'es2023', minify: true, lib: { entry, formats: ['es'], fileName: 'index' } },
  })
  if (!Array.isArray(built)) throw new Error('one build of one library was asked for')
  const chunks = built.flatMap(({ output }) => output).filter(isChunk)
  const door = chunks.find(({ isEntry }) => isEntry)
  if (door === undefined) throw new Error('the build has no entry')
  const names = new Set(chunks.map(({ fileName }) => fileName))
  return {
    chunks: new Map([door, ...chunks].map(({ fileName, code }) => [fileName, code])),
    wants,
    unresolved: chunks.flatMap(importedBy).filter((specifier) => !names.has(specifier.replace(/^\.\//, ''))),
    entryBytes: [...startOf(door, chunks)].reduce((sum, { code }) => sum + gzipSync(code).length, 0),
  }
}
