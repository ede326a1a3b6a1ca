import { readFileSync } from 'node:fs'

/** What the public list lacks: half characters, spellings that normalising would join, names that objects have, line ends of all kinds. */
const OURS: readonly string[] = [
  'e\u0301te\u0301',
  '\u00E9t\u00E9',
  '\u212B and \u00C5 and A\u030A',
  '\u1112\u1161\u11AB\u1100\u1173\u11AF',
  'q\u0323\u0307 and q\u0307\u0323',
  '\uFB01ne \uFF21',
  '\u2126 ohm',
  '\uF900',
  'half \uD83D of a ship',
  '\uDE80',
  'a\uD800\uD800b',
  'nul \u0000 inside',
  'bell \u0007, escape \u001B[31mred\u001B[0m',
  'one\rtwo\r\nthree\nfour',
  'line \u2028 and paragraph \u2029',
  '\uFEFFmark in front',
  'noncharacter \uFFFE \uFFFF',
  '\u{10FFFF}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '\u202Egnp.exe',
  '\u2066a\u2069 \u200Fb',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  '\u{E0041}\u{E0042}',
  'tab\tand \u00A0 blank \u3000',
  ' blanks around ',
  `${'long '.repeat(4000)}end`,
  '%00%0A%ff {{7*7}} ${7*7} `7`',
]

/** The public list and ours: 515. */
export const naughtyStrings = (): readonly string[] => [
  ...(JSON.parse(readFileSync(new URL('./fixtures/naughty-strings.json', import.meta.url), 'utf8')) as readonly string[]),
  ...OURS,
]
