import { posix } from 'node:path'
import ts from 'typescript'

/** Paths from the repository's root, with forward slashes, to source text. */
export type Sources = ReadonlyMap<string, string>

export type Rule = 'import' | 'cycle' | 'platform' | 'size' | 'name' | 'form'

/** One place where a rule of the house does not hold. */
export interface Breach {
  readonly rule: Rule
  readonly path: string
  /** From 1. */
  readonly line: number
  /** What is wrong there and what to do. */
  readonly sentence: string
}

export const ROOMS = ['read', 'attribute', 'resolve', 'trace', 'weigh', 'tell'] as const
const FOLDERS = ['core', ...ROOMS, 'store', 'node', 'server', 'cli', 'web'] as const
const FILES = ['pipeline', 'index'] as const

/** A part of the house: a folder of `src`, or one of the two files that stand beside the folders. */
export type Area = (typeof FOLDERS)[number] | (typeof FILES)[number]

/** The area that a path belongs to; null where the house has no such place. */
export const areaOf = (path: string): Area | null => {
  const [top, place, ...rest] = path.split('/')
  if (top !== 'src' || place === undefined) return null
  if (rest.length === 0) return FILES.find((name) => place === `${name}.ts` || place === `${name}.test.ts`) ?? null
  return FOLDERS.find((name) => name === place) ?? null
}

/** Parts that know no platform: what they need of clock, chance and the outside they are given. */
export const isPlatformFree = (area: Area): boolean =>
  area === 'core' || area === 'pipeline' || area === 'index' || ROOMS.some((room) => room === area)

/** A room's door: the file named as the room. */
export const isDoor = (path: string): boolean => ROOMS.some((room) => path === `src/${room}/${room}.ts`)

/** Tests and what they are fed stand beside the product and are no part of it. */
export const isProduct = (path: string): boolean => !/\.(?:test|fixture)\.tsx?$/.test(path)

/** One product file, parsed and bound. */
export interface Module {
  readonly path: string
  readonly area: Area | null
  readonly file: ts.SourceFile
  readonly checker: ts.TypeChecker
}

const OPTIONS: ts.CompilerOptions = {
  noLib: true,
  noResolve: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.Preserve,
}

/**
 * The product files of `sources`, parsed. The program knows no library and follows no import, so that a name that none of the file's
 * own declarations explains is a global.
 */
export const modulesOf = (sources: Sources): readonly Module[] => {
  const product = new Map([...sources].filter(([path]) => isProduct(path)).map(([path, text]) => [`/${path}`, text]))
  const host: ts.CompilerHost = {
    getSourceFile: (path, options) => {
      const text = product.get(path)
      return text === undefined ? undefined : ts.createSourceFile(path, text, options, true)
    },
    fileExists: (path) => product.has(path),
    readFile: (path) => product.get(path),
    writeFile: () => {
      throw new Error('the walls are looked at, not built')
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  }
  const program = ts.createProgram({ rootNames: [...product.keys()], options: OPTIONS, host })
  const checker = program.getTypeChecker()
  return program.getSourceFiles().map((file) => {
    const path = posix.relative('/', file.fileName)
    return { path, area: areaOf(path), file, checker }
  })
}

export const lineOf = (file: ts.SourceFile, node: ts.Node): number =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1

/** Calls `visit` on every node below `root`, in reading order; not by recursion, since minified code nests thousands deep. */
export const walk = (root: ts.Node, visit: (node: ts.Node) => void): void => {
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node !== root) visit(node)
    const children: ts.Node[] = []
    ts.forEachChild(node, (child) => {
      children.push(child)
    })
    for (const child of children.reverse()) pending.push(child)
  }
}
