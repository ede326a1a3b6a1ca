import type { Point } from './explanation.ts'
import type { SourceKind } from '../core/source.ts'

/** One shape for each kind of source, in every form of a report. */
export const GLYPHS: Readonly<Record<SourceKind, string>> = {
  person: '●',
  organization: '■',
  outlet: '▲',
  unnamed: '○',
  document: '◆',
}

/** The shape of a thing offered as evidence. */
export const THING_GLYPH = '▣'

/** A point by the kind of its source; a thing, and a point that is neither, by marks of their own. */
export const glyphOf = ({ kind, title }: Pick<Point, 'kind' | 'title'>): string =>
  kind !== null ? GLYPHS[kind] : title !== null ? THING_GLYPH : '·'
