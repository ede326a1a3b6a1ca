import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'
import { areaOf, isDoor, isPlatformFree, isProduct, lineOf, ROOMS, walk, type Area, type Breach, type Module } from './house.ts'

/** Words by which a file names another module. */
export interface Import {
  /** Null where the name is computed. */
  readonly specifier: string | null
  readonly line: number
}

const literalOf = (node: ts.Node | undefined): string | null =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : null

/** What one node imports, whichever way the language allows; undefined where it imports nothing. */
const specifierAt = (node: ts.Node): string | null | undefined => {
  if (ts.isImportDeclaration(node)) return literalOf(node.moduleSpecifier)
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier === undefined ? undefined : literalOf(node.moduleSpecifier)
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literalOf(node.argument.literal) : null
  if (ts.isExternalModuleReference(node)) return literalOf(node.expression)
  if (!ts.isCallExpression(node)) return undefined
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  return isImport || isRequire ? literalOf(node.arguments[0]) : undefined
}

/** Every import of a file: declarations, re-exports, dynamic imports, types written as imports, `require` and triple-slash paths. */
export const importsOf = (file: ts.SourceFile): readonly Import[] => {
  const found: Import[] = file.referencedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: file.getLineAndCharacterOfPosition(pos).line + 1,
  }))
  walk(file, (node) => {
    const specifier = specifierAt(node)
    if (specifier !== undefined) found.push({ specifier, line: lineOf(file, node) })
  })
  return found
}

const isRelative = (specifier: string): boolean => specifier.startsWith('./') || specifier.startsWith('../')

const targetOf = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier)

const OUTSIDE: readonly Area[] = ['core', 'store', 'node', 'index']

/** Which other parts a part may import. Everything may import its own files, except that the two files beside the folders have none. */
const ALLOWED: Readonly<Record<Area, readonly Area[]>> = {
  core: [],
  read: ['core'],
  attribute: ['core'],
  resolve: ['core'],
  trace: ['core'],
  weigh: ['core'],
  tell: ['core'],
  pipeline: ['core', ...ROOMS],
  index: ['core', 'pipeline', ...ROOMS],
  store: ['core'],
  node: ['core', 'store'],
  server: OUTSIDE,
  cli: [...OUTSIDE, 'server', 'pipeline'],
  web: ['core', 'index'],
}

/** Why `from` may not import the file at `target`; null where it may. */
const refusalOfFile = (from: Module & { area: Area }, target: string): string | null => {
  if (!isProduct(target)) return 'a test or a fixture is no part of the product'
  const area = areaOf(target)
  if (area === null) return 'it lies outside the house'
  if (area === from.area || ALLOWED[from.area].includes(area)) return null
  if (from.area === 'cli' && isDoor(target)) return null
  const allowed = [...ALLOWED[from.area], ...(from.area === 'cli' ? ['the doors of rooms'] : [])].join(', ')
  return `${from.area} may import ${allowed === '' ? 'nothing but its own files' : `only its own files and ${allowed}`}`
}

/** The one library of `core`, and the one file that may name it. */
const CORE_LIBRARY = { name: '@noble/hashes', file: 'src/core/digest.ts' }

/** Why `from` may not import the library `specifier`; null where it may. */
const refusalOfLibrary = (from: Module & { area: Area }, specifier: string): string | null => {
  const { area, path } = from
  if ((isPlatformFree(area) || area === 'web') && isBuiltin(specifier))
    return 'it is a part of Node, and this part runs in a browser too'
  if (area === 'pipeline' || area === 'index') return `${area} imports rooms and core, no library`
  if (area !== 'core') return null
  if (path === CORE_LIBRARY.file && specifier.startsWith(`${CORE_LIBRARY.name}/`)) return null
  return `core imports no library but ${CORE_LIBRARY.name}, and that in ${CORE_LIBRARY.file} alone`
}

const refusalOf = (from: Module & { area: Area }, specifier: string | null): string | null => {
  if (specifier === null) return 'a computed module name cannot be checked'
  return isRelative(specifier) ? refusalOfFile(from, targetOf(from.path, specifier)) : refusalOfLibrary(from, specifier)
}

const hasArea = (module: Module): module is Module & { area: Area } => module.area !== null

/** Imports that the import rule does not allow, and files that stand in no part of the house. */
export const importBreaches = (modules: readonly Module[]): readonly Breach[] =>
  modules.flatMap((module) => {
    if (!hasArea(module)) {
      const sentence = 'stands in no part of the house: move it, or write down a decision that adds a part'
      return [{ rule: 'import', path: module.path, line: 1, sentence }]
    }
    return importsOf(module.file).flatMap(({ specifier, line }) => {
      const reason = refusalOf(module, specifier)
      return reason === null
        ? []
        : [
            {
              rule: 'import' as const,
              path: module.path,
              line,
              sentence: `imports ${specifier ?? 'by a computed name'}: ${reason}`,
            },
          ]
    })
  })

/** One breach for each cycle found, named by its members in the order in which they import each other. */
export const cycleBreaches = (modules: readonly Module[]): readonly Breach[] => {
  const graph = new Map(
    modules.map(({ path, file }) => {
      const relative = importsOf(file).flatMap(({ specifier }) =>
        specifier !== null && isRelative(specifier) ? [specifier] : [],
      )
      return [path, relative.map((specifier) => targetOf(path, specifier))]
    }),
  )
  const found: Breach[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      const sentence = `is imported by what it imports: ${[...trail.slice(at), path].join(' → ')}`
      found.push({ rule: 'cycle', path, line: 1, sentence })
    }
    if (at >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}
