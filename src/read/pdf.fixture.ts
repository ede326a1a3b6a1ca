/** A line of text on a page: points from the left and from the bottom. */
export interface SetLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface PdfParts {
  readonly pages: readonly (readonly SetLine[])[]
  /** The document information dictionary: `{ Title: 'A' }`. */
  readonly information?: Readonly<Record<string, string>>
}

/** A text as a PDF string in WinAnsi: what is not ASCII as octal. */
const stringOf = (text: string): string => {
  const bytes: Readonly<Record<string, string>> = {
    '’': '\\222',
    '“': '\\223',
    '”': '\\224',
    '–': '\\226',
    é: '\\351',
    '•': '\\225',
  }
  return `(${text.replaceAll(/[()\\]/gu, String.raw`\$&`).replaceAll(/\P{ASCII}/gu, (sign) => bytes[sign] ?? '?')})`
}

const streamOf = (lines: readonly SetLine[]): string =>
  lines.map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td ${stringOf(text)} Tj ET`).join('\n')

/** The bytes of a PDF with these lines in Helvetica. A page without lines has no text. */
export const pdfOf = ({ pages, information = {} }: PdfParts): Uint8Array => {
  const pageNumber = (at: number): number => 5 + 2 * at
  const entries = Object.entries(information).map(([key, value]) => `/${key} ${stringOf(value)}`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${pageNumber(at)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${entries.join(' ')} >>`,
    ...pages.flatMap((lines, at) => {
      const stream = streamOf(lines)
      const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageNumber(at) + 1} 0 R >>`
      return [page, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`]
    }),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>`
  const text = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

/** Lines set one under the other from `top` down, `leading` apart; an empty one leaves its place free. */
export const column = (
  lines: readonly string[],
  at: { x?: number; top?: number; size?: number; leading?: number } = {},
): readonly SetLine[] => {
  const { x = 72, top = 740, size = 11, leading = 14 } = at
  return lines.map((text, row) => ({ text, x, y: top - row * leading, size })).filter(({ text }) => text !== '')
}
