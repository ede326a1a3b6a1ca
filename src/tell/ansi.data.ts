import type { Style } from './styled-line.ts'

/** SGR parameters (ECMA-48): the 16-colour palette, which every terminal maps to its own light or dark theme. */
export const SGR: Readonly<Record<Style, string>> = {
  plain: '',
  strong: '1',
  faint: '2',
  supports: '34',
  contradicts: '33',
  neutral: '36',
  struck: '9',
  matched: '1;33',
}
