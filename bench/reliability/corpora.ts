import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of public test suites that are read but not kept in the repository: `html5lib-tests` (the `tokenizer` and
 * `tree-construction` folders of html5lib-tests, MIT, as in the sdist of html5lib 1.1), `bleach` (tests/data of bleach, Apache-2.0),
 * `pages` (any pages of HTML) and `pdfs` (any PDFs). Null where the environment names none.
 */
export const CORPORA: string | null = process.env['HEARSAY_CORPORA'] ?? null

/** A piece of a suite with the name of where it is from. */
export interface Piece {
  readonly name: string
  readonly text: string
}

const filesIn = (folder: string, ending: RegExp): readonly string[] => {
  const root = join(CORPORA ?? '', folder)
  if (CORPORA === null || !existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .toSorted()
    .map((name) => join(root, name))
}

const utf8 = (path: string): string => readFileSync(path, 'utf8')

/** A tokenizer test may write its input once more escaped, `\\uD800` and the like. */
const inputOf = ({ input, doubleEscaped }: { input: string; doubleEscaped?: boolean }): string =>
  doubleEscaped === true
    ? input.replaceAll(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : input

interface TokenizerFile {
  readonly tests?: readonly { input: string; doubleEscaped?: boolean }[]
  readonly xmlViolationTests?: readonly { input: string }[]
}

const tokenizerTests = (): readonly Piece[] =>
  filesIn('html5lib-tests/tokenizer', /\.test$/u).flatMap((path) => {
    const { tests, xmlViolationTests } = JSON.parse(utf8(path)) as TokenizerFile
    return [...(tests ?? []), ...(xmlViolationTests ?? [])].map((test) => ({ name: path, text: inputOf(test) }))
  })

/** A test of tree construction is its input after `#data`, up to the line `#errors`. */
const treeTests = (): readonly Piece[] =>
  filesIn('html5lib-tests/tree-construction', /\.dat$/u).flatMap((path) =>
    `\n${utf8(path)}`
      .split('\n#data\n')
      .slice(1)
      .map((test) => ({ name: path, text: test.slice(0, Math.max(0, `\n${test}`.indexOf('\n#errors') - 1)) })),
  )

const bleachTests = (): readonly Piece[] =>
  filesIn('bleach', /\.test$/u).map((path) => ({ name: path, text: utf8(path).split('\n--\n')[0] ?? '' }))

/** Fragments of HTML out of public suites; none where there are no suites. */
export const suiteFragments = (): readonly Piece[] => [...tokenizerTests(), ...treeTests(), ...bleachTests()]

export interface HeldFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const suiteFiles = (folder: 'pages' | 'pdfs'): readonly HeldFile[] =>
  filesIn(folder, folder === 'pages' ? /\.html?$/iu : /\.pdf$/iu).map((path) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: readFileSync(path),
  }))
