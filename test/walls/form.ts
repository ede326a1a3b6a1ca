import { posix } from 'node:path'
import ts from 'typescript'
import { isPlatformFree, lineOf, walk, type Breach, type Module } from './house.ts'

const FILE_LINES = 400
const FUNCTION_LINES = 60

/** Words that say nothing about what a thing is. */
const EMPTY_WORDS = new Set(
  'util utils helper helpers common manager managers service services handler handlers data info infos misc'.split(' '),
)

/** The words of a kebab-case or camel-case name, in lower case. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())

/** The first empty word of a name; "data attribute" is HTML's own term. */
const emptyWord = (name: string): string | undefined =>
  wordsOf(name).find((word, at, words) => EMPTY_WORDS.has(word) && !(word === 'data' && words[at + 1]?.startsWith('attribute')))

const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** Files and functions that have outgrown their size. */
export const sizeBreaches = (modules: readonly Module[]): readonly Breach[] =>
  modules.flatMap(({ path, file }) => {
    const found: Breach[] = []
    const lines = countLines(file.text)
    if (lines > FILE_LINES)
      found.push({ rule: 'size', path, line: FILE_LINES + 1, sentence: `has ${lines} lines, more than ${FILE_LINES}` })
    walk(file, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return
      const length = countLines(node.getText(file))
      if (length > FUNCTION_LINES) {
        const sentence = `has a function of ${length} lines, more than ${FUNCTION_LINES}`
        found.push({ rule: 'size', path, line: lineOf(file, node), sentence })
      }
    })
    return found
  })

/** An exported name where it stands. */
interface Exported {
  readonly name: string
  readonly node: ts.Node
}

const boundNames = (name: ts.BindingName): readonly Exported[] =>
  ts.isIdentifier(name)
    ? [{ name: name.text, node: name }]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)))

const hasModifier = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)

const declaredNames = (statement: ts.Statement): readonly Exported[] => {
  if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) return [{ name: 'default', node: statement }]
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name))
  const name = ts.isDeclarationStatement(statement) ? statement.name : undefined
  return name !== undefined && ts.isIdentifier(name) ? [{ name: name.text, node: name }] : []
}

const exportedNames = (file: ts.SourceFile): readonly Exported[] =>
  file.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return [{ name: 'default', node: statement }]
    if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return declaredNames(statement)
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return []
    return ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map((element) => ({ name: element.name.text, node: element }))
      : [{ name: statement.exportClause.name.text, node: statement }]
  })

/** Empty words in the names of files, folders and exports, and types that call themselves interfaces. */
export const nameBreaches = (modules: readonly Module[]): readonly Breach[] =>
  modules.flatMap(({ path, file }) => {
    const found: Breach[] = []
    const stem = path.replace(/\.tsx?$/, '').replace(/\.data$/, '')
    for (const part of stem.split(posix.sep)) {
      const word = emptyWord(part)
      if (word !== undefined) found.push({ rule: 'name', path, line: 1, sentence: `is called ${part}: "${word}" names nothing` })
    }
    for (const { name, node } of exportedNames(file)) {
      const word = emptyWord(name)
      if (word !== undefined) {
        found.push({ rule: 'name', path, line: lineOf(file, node), sentence: `exports ${name}: "${word}" names nothing` })
      }
    }
    walk(file, (node) => {
      if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return
      if (!/^I\p{Lu}\p{Ll}/u.test(node.name.text)) return
      found.push({
        rule: 'name',
        path,
        line: lineOf(file, node),
        sentence: `prefixes ${node.name.text} with I: leave the prefix out`,
      })
    })
    return found
  })

/** Default exports anywhere, classes where values are plain, and anything but re-exports in the library's door. */
export const formBreaches = (modules: readonly Module[]): readonly Breach[] =>
  modules.flatMap(({ path, area, file }) => {
    const found: Breach[] = []
    const add = (node: ts.Node, sentence: string): void => {
      found.push({ rule: 'form', path, line: lineOf(file, node), sentence })
    }
    for (const { name, node } of exportedNames(file)) if (name === 'default') add(node, 'has a default export: give it a name')
    if (area !== null && isPlatformFree(area)) {
      walk(file, (node) => {
        if (ts.isClassLike(node)) add(node, 'has a class: rooms and core have plain values and functions')
      })
    }
    if (area === 'index') {
      for (const statement of file.statements) {
        if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) continue
        add(statement, 'does more than re-export: the door of the library has no code of its own')
      }
    }
    return found
  })
