import ts from 'typescript'
import { isPlatformFree, lineOf, type Breach, type Module } from './house.ts'

/** Globals of the language itself that neither look at the machine nor at the moment, and the encodings that every platform has. */
const PURE_GLOBALS = new Set(
  `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array Float64Array
   Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect
   RegExp Set String Symbol SyntaxError TextDecoder TextEncoder TypeError URIError URL URLSearchParams Uint16Array Uint32Array Uint8Array
   Uint8ClampedArray WeakMap WeakSet arguments atob btoa decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN
   parseFloat parseInt structuredClone undefined`.split(/\s+/),
)

/** Members that bring in the moment, chance, or the machine's own zone and language. */
const IMPURE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Intl: ['DateTimeFormat'],
}

/** Methods of a date that read it in the zone of the machine, whatever the machine's zone is. */
const LOCAL_TIME = new Set(
  `getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTimezoneOffset setDate setFullYear setHours
   setMilliseconds setMinutes setMonth setSeconds toDateString toTimeString`.split(/\s+/),
)

/** Methods that follow the language of the machine, with the number of arguments from which on they follow what they are told. */
const LOCAL_LANGUAGE = new Map([
  ['localeCompare', 2],
  ['toLocaleString', 1],
  ['toLocaleDateString', 1],
  ['toLocaleTimeString', 1],
  ['toLocaleLowerCase', 1],
  ['toLocaleUpperCase', 1],
])

/** Whether the identifier stands for a property, a label or a name given elsewhere, and not for a value in reach. */
const isOnlyName = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node
  return [ts.isExportSpecifier, ts.isLabeledStatement, ts.isBreakStatement, ts.isContinueStatement].some((is) => is(parent))
}

const isDeclared = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)

const isAmbient = (node: ts.Node): boolean => ts.findAncestor(node, isDeclared) !== undefined

/** Whether no declaration of the file explains the name: `declare` only says that the platform has it. */
const isGlobal = (node: ts.Identifier, checker: ts.TypeChecker): boolean => {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  return (symbol?.declarations ?? []).every(isAmbient)
}

const argumentsOf = (node: ts.NewExpression | ts.CallExpression): number => node.arguments?.length ?? 0

/** What a use of a pure global with impure members does wrong; null where nothing. */
const wrongUse = (node: ts.Identifier, impure: readonly string[]): string | null => {
  const { parent, text } = node
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return impure.includes(parent.name.text) ? `names ${text}.${parent.name.text}: clock, chance and zone are arguments` : null
  }
  if (text !== 'Date') return `uses ${text} other than by ${text}.name, so that what is taken of it cannot be seen`
  if (ts.isNewExpression(parent)) {
    const given = argumentsOf(parent)
    if (given === 0) return 'asks the clock by new Date(): the moment is an argument'
    return given === 1 ? null : 'makes a date in the zone of the machine: use Date.UTC'
  }
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
    ? null
    : 'uses Date other than by new Date(value) or Date.name'
}

const wrongGlobal = (node: ts.Identifier, checker: ts.TypeChecker): string | null => {
  if (isOnlyName(node) || !isGlobal(node, checker)) return null
  if (!PURE_GLOBALS.has(node.text)) return `names the global ${node.text}: rooms and core see no platform, take it as an argument`
  const impure = IMPURE_MEMBERS[node.text]
  return impure === undefined ? null : wrongUse(node, impure)
}

const wrongMethod = (node: ts.PropertyAccessExpression): string | null => {
  const name = node.name.text
  if (LOCAL_TIME.has(name)) return `calls ${name}, which reads the zone of the machine: use the UTC one`
  const needed = LOCAL_LANGUAGE.get(name)
  if (needed === undefined) return null
  const given = ts.isCallExpression(node.parent) && node.parent.expression === node ? argumentsOf(node.parent) : 0
  return given >= needed ? null : `calls ${name} without a locale, which follows the language of the machine`
}

const wrongAt = (node: ts.Node, checker: ts.TypeChecker): string | null => {
  if (ts.isIdentifier(node)) return wrongGlobal(node, checker)
  if (ts.isPropertyAccessExpression(node)) return wrongMethod(node)
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword
    ? 'names import.meta, which is the platform'
    : null
}

/** Parts of a file that are gone when it runs. */
const isErased = (node: ts.Node): boolean =>
  (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isTypeParameterDeclaration(node) ||
  isDeclared(node)

/** Triple-slash references to types or a library, which let a platform in by the back door. */
const references = ({ path, file }: Module): readonly Breach[] =>
  [...file.typeReferenceDirectives, ...file.libReferenceDirectives].map(({ fileName, pos }) => ({
    rule: 'platform',
    path,
    line: file.getLineAndCharacterOfPosition(pos).line + 1,
    sentence: `refers to the types of ${fileName}: rooms and core are checked against the language alone`,
  }))

/** Clock, chance and platform where there may be none. */
export const platformBreaches = (modules: readonly Module[]): readonly Breach[] =>
  modules
    .filter(({ area }) => area !== null && isPlatformFree(area))
    .flatMap((module) => {
      const { path, file, checker } = module
      const found = [...references(module)]
      const visit = (node: ts.Node): void => {
        if (isErased(node)) return
        const sentence = wrongAt(node, checker)
        if (sentence !== null) found.push({ rule: 'platform', path, line: lineOf(file, node), sentence })
        ts.forEachChild(node, visit)
      }
      ts.forEachChild(file, visit)
      return found
    })
