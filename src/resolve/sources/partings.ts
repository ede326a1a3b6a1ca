import { judgementsOf, type Judgement } from '../../core/judgement.ts'
import { isCalled, spelling, untitledName } from './called.ts'
import { typedName, type Figure, type Parting } from './cast.ts'

/** A figure with its aliases as a list. */
const goingBy = ({ name, aliases }: Figure) => ({ name, aliases: [...aliases] })

/**
 * What keeps two names of one figure apart. The one that is not the figure's own name leaves it; where both are no more than aliases, the
 * second does.
 */
const partingOf = (figure: Figure, [one, other]: readonly [string, string]): readonly Parting[] => {
  const [first, second] = [spelling(goingBy(figure), one), spelling(goingBy(figure), other)]
  if (first === null || second === null) return []
  const [stays, leaves] = isCalled(figure.name, other) && !isCalled(figure.name, one) ? [second, first] : [first, second]
  const [stay, leave] = [typedName(untitledName(stays)), typedName(untitledName(leaves))]
  return stay === leave ? [] : [{ from: figure.key, name: untitledName(leaves), leaves: leave, stays: stay }]
}

/** For each two names that a person keeps apart: out of which figures, found without that judgement, one of them goes. */
export const partingsIn = (figures: readonly Figure[], judgements: readonly Judgement[]): readonly Parting[] =>
  judgementsOf(judgements, 'different-source').flatMap(({ judgement: { names } }) =>
    figures.flatMap((figure) => partingOf(figure, names)),
  )
