/** Ways to make a page that costs a parser more than its length says. Each gives about `size` bytes of HTML with some words in it. */
export type Generator = (size: number) => string

/** `unit` over and over, as often as `size` has room for; `unit` may depend on the place. */
const filled = (size: number, unit: (at: number) => string): string => {
  const out: string[] = []
  for (let at = 0, length = 0; length < size; at++) {
    const next = unit(at)
    out.push(next)
    length += next.length
  }
  return out.join('')
}

const LEAD = '<p>The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding corn.</p>'

const page = (body: string): string => `<!DOCTYPE html><html><head><title>Mill</title></head><body>${LEAD}${body}`

export const GENERATORS: Readonly<Record<string, Generator>> = {
  nesting: (size) => page(filled(size, () => '<div>')),
  'unclosed formatting': (size) => page(filled(size, (at) => `<b class=c${at % 97}><p>x`)),
  'many attributes': (size) => page(`<p ${filled(size, (at) => `a${at}=x `)}>x</p>`),
  'long attributes': (size) => page(`<p title="${'t '.repeat(size / 4)}" data-x="${'<b>'.repeat(size / 6)}">x</p>`),
  'tables in tables': (size) => page(filled(size, () => '<table><tr><td>x')),
  entities: (size) => page(filled(size, (at) => (at % 2 === 0 ? '&amp;' : '&#x1F4A9;'))),
  comments: (size) => page(filled(size, (at) => `<!-- ${at} --!><!--`)),
  CDATA: (size) => page(`<svg>${filled(size, () => '<![CDATA[<p>x</p>]]>')}`),
  'nested lists': (size) => page(filled(size, () => '<ul><li>x')),
  'misnested tags': (size) => page(filled(size, () => '<a href=x><b><table><i><p></b></a><td></i>x')),
  'huge text': (size) => page(`<p>${filled(size, (at) => `word${at} said that. `)}</p>`),
  'select, option and template': (size) => page(filled(size, () => '<select><option><template><optgroup>x')),
}
