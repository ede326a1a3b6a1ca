/** How much of a tree an XML text makes. */
export interface XmlShape {
  /** Elements that stand open inside each other at the deepest place. */
  readonly depth: number
  readonly elements: number
}

/** Where the tag that opens at `at` ends: its `>`, or that of a comment or a CDATA section with all in it. */
const endOfTag = (xml: string, at: number): number => {
  const mark = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>'
  const end = xml.indexOf(mark, at)
  return end < 0 ? xml.length : end + mark.length
}

/** Measures an XML text in one pass, before there is a tree; it need not be well formed. */
export const xmlShape = (xml: string): XmlShape => {
  let open = 0
  let depth = 0
  let elements = 0
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = endOfTag(xml, at)
    const next = xml.charAt(at + 1)
    if (next === '/') open--
    else if (next !== '!' && next !== '?') {
      elements++
      if (xml.charAt(end - 2) !== '/') depth = Math.max(depth, ++open)
    }
    at = xml.indexOf('<', end)
  }
  return { depth, elements }
}
