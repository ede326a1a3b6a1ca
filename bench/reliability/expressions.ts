import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** A regular expression of our own, where it stands. */
export interface Expression {
  /** From the root of the repository. */
  readonly path: string
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** What one file has: expressions as they stand, and whether it puts others together while it runs. */
export interface Written {
  readonly expressions: readonly Expression[]
  readonly makes: boolean
}

const asLiteral = (text: string): Pick<Expression, 'source' | 'flags'> => {
  const end = text.lastIndexOf('/')
  return { source: text.slice(1, end), flags: text.slice(end + 1) }
}

const isConstructor = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp'

const constantOf = (node: ts.Expression | undefined): string | null => {
  if (node === undefined) return ''
  return ts.isStringLiteralLike(node) ? node.text : null
}

/** Every expression in a source, by its syntax tree: literals, and `RegExp(…)` of constant text. */
export const expressionsIn = (path: string, source: string): Written => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true)
  const expressions: Expression[] = []
  let makes = false
  const put = (node: ts.Node, expression: Pick<Expression, 'source' | 'flags'>): void => {
    expressions.push({ path, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, ...expression })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) put(node, asLiteral(node.text))
    else if (isConstructor(node)) {
      const [text, flags] = [constantOf(node.arguments?.[0]), constantOf(node.arguments?.[1])]
      if (text === null || flags === null) makes = true
      else put(node, { source: text, flags })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { expressions, makes }
}

const isOurs = (path: string): boolean => /\.tsx?$/u.test(path) && !/\.(?:test|fixture|d)\.tsx?$/u.test(path)

/** The sources of the product, without tests, from the root of the repository. */
export const sourcesOf = (root: string): readonly string[] =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(isOurs)
    .map((path) => `src/${path.replaceAll(sep, '/')}`)
    .sort()

/** The file under `src` that called, by the trace of an error; null where none did. */
const callerIn = (trace: string): { readonly path: string; readonly line: number } | null => {
  const [, path = '', line = ''] = /[/\\](src[/\\][\w./\\-]+\.tsx?)(?:\?[^:]*)?:(\d+)/u.exec(trace) ?? []
  return path === '' ? null : { path: path.replaceAll(sep, '/'), line: Number(line) }
}

/** Loads files and takes down every expression that is put together meanwhile, whatever it is put together from. */
const madeBy = async (root: string, paths: readonly string[]): Promise<readonly Expression[]> => {
  const plain = globalThis.RegExp
  const made: Expression[] = []
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, args: [string | RegExp, string?]) => {
      const caller = callerIn(new Error().stack ?? '')
      if (caller !== null) made.push({ ...caller, source: String(args[0]), flags: args[1] ?? '' })
      return Reflect.construct(target, args)
    },
  })
  try {
    for (const path of paths) await import(/* @vite-ignore */ pathToFileURL(join(root, path)).href)
  } finally {
    globalThis.RegExp = plain
  }
  return made
}

/** Made anew for each name it is asked for, so not made by loading: as for a name of ordinary length. */
const MADE_LATER: readonly Expression[] = [{ path: 'src/read/tags.ts', line: 71, source: '</script(?=[\\s/>])', flags: 'giu' }]

/** All expressions of the product, each text once; those put together as they come out of it. `unseen`: files whose own were not had. */
export const allExpressions = async (
  root: string,
): Promise<{ readonly expressions: readonly Expression[]; readonly places: number; readonly unseen: readonly string[] }> => {
  const written = sourcesOf(root).map((path) => ({ path, ...expressionsIn(path, readFileSync(join(root, path), 'utf8')) }))
  const makers = written.filter(({ makes }) => makes).map(({ path }) => path)
  const all = [...written.flatMap(({ expressions }) => expressions), ...(await madeBy(root, makers)), ...MADE_LATER]
  const seen = new Set(all.map(({ path }) => path))
  return {
    expressions: [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()],
    places: all.length,
    unseen: makers.filter((path) => !seen.has(path)),
  }
}
