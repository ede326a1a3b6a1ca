import type { Grade, Source, SourceId } from '../core/source.ts'

/** What the model asks about the sources of a case. */
export interface Sources {
  /** The source's own grade, or where it has none that of the nearest body it speaks for; F where nobody is known. */
  readonly gradeOf: (root: SourceId | null) => Grade
  /** A source and the bodies it speaks for, in turn; none where nobody is known. */
  readonly lineOf: (root: SourceId | null) => readonly SourceId[]
  readonly isNamed: (root: SourceId | null) => boolean
  readonly isOutlet: (root: SourceId | null) => boolean
  /** The body at the top of those it speaks for; itself where it speaks for nobody. */
  readonly topOf: (id: SourceId) => SourceId
  readonly nameOf: (id: SourceId | null) => string | null
}

export const sourcesIn = (list: readonly Source[]): Sources => {
  const known = new Map(list.map((source) => [source.id, source]))
  /** A source and the bodies it speaks for, in turn; a loop ends where it closes. */
  const upwards = (root: SourceId | null): readonly SourceId[] => {
    const path = new Set<SourceId>()
    for (let at = root; at !== null && !path.has(at); at = known.get(at)?.speaksFor ?? null) path.add(at)
    return [...path]
  }
  const sourceOf = (id: SourceId | null): Source | undefined => (id === null ? undefined : known.get(id))
  return {
    gradeOf: (root) =>
      upwards(root)
        .map((id) => sourceOf(id)?.grade ?? 'F')
        .find((grade) => grade !== 'F') ?? 'F',
    lineOf: upwards,
    isNamed: (root) => root !== null && sourceOf(root)?.kind !== 'unnamed',
    isOutlet: (root) => sourceOf(root)?.kind === 'outlet',
    topOf: (id) => upwards(id).at(-1) ?? id,
    nameOf: (id) => sourceOf(id)?.name ?? null,
  }
}
