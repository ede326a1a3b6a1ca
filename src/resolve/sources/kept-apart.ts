import type { SourceKind } from '../../core/source.ts'
import { figureOf, judgedKey, normalName, typedName, type Cast, type Figure, type Parting } from './cast.ts'

/** How a mention was tied to a source. `sure` is a coarse judgement per way. */
export interface Tie {
  readonly figure: Figure
  readonly rule: string
  readonly sure: number
}

/** The rule of a tie that a person made. */
export const JUDGED = 'judged'

/** Whether words are a name or end in it, as "Energy Minister Kor" does in "Kor". */
const endsIn = (words: string, name: string): boolean => words === name || words.endsWith(` ${name}`)

/** The parting that takes these words out of a figure: that of the longest name in which they end, where the staying name is no longer one. */
const partingFor = (cast: Cast, figure: Figure, words: string): Parting | undefined =>
  cast.partings
    .filter(({ from, leaves, stays }) => {
      const stay = endsIn(words, stays) && stays.length > leaves.length
      return from === figure.key && endsIn(words, leaves) && !stay
    })
    .toSorted((a, b) => b.leaves.length - a.leaves.length)[0]

/**
 * The tie as a person wants it: words that the rules tie to a figure from which that person keeps them apart stand for a figure of their
 * own, the same in every document. `kind` is that of a description; null where the words are a name, which is of the figure's kind.
 */
export const keptApart = (
  { cast, document }: { readonly cast: Cast; readonly document: { readonly id: string } },
  tie: Tie,
  { words, kind }: { readonly words: string; readonly kind: SourceKind | null },
): Tie => {
  const parting = cast.partings.length === 0 ? undefined : partingFor(cast, tie.figure, typedName(words))
  if (parting === undefined) return tie
  // To the rules it is that figure still which this document names.
  tie.figure.documents.add(document.id)
  const namesake = cast.figures.get(`name ${normalName(parting.name)}`)
  const figure =
    namesake !== undefined && namesake !== tie.figure
      ? namesake
      : figureOf(cast, { key: judgedKey(parting), kind: kind ?? tie.figure.kind, name: parting.name })
  return { figure, rule: JUDGED, sure: 1 }
}
