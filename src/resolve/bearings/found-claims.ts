import type { Bearing, Claim, ClaimId } from '../../core/claim.ts'
import { idOf } from '../../core/digest.ts'
import type { Document } from '../../core/document.ts'
import { textAt } from '../../core/span.ts'
import type { Statement, StatementId } from '../../core/statement.ts'
import { bearingsOf } from './bearings.ts'
import { clearSentence, type ClearSentence } from './clear-sentence.ts'
import { clustersOf } from './statement-clusters.ts'
import { grouped } from '../../core/grouped.ts'
import { runIn } from './wording.ts'
import { wordsOf } from './words.ts'

interface Candidate {
  readonly statement: Statement
  readonly voice: string
  readonly stems: readonly string[]
  readonly sentence: ClearSentence | null
}

/** A claim with how surely voices speak for it and against it: the square of each voice's surest word, so that many doubtful ones make no contest. */
interface Contest {
  readonly claim: Claim
  readonly voices: number
  readonly supports: number
  readonly contradicts: number
}

/** How many clusters are looked at for claims: more than are shown, since the most told need not be the most contested. */
const SHORTLIST = 8
const MOST_CLAIMS = 4
/** A statement that bears on one claim at least so surely names no other. */
const SURELY = 0.4

/** Who speaks, as far as the words tell: the last word of the speaker's name, or the outlet. */
const voiceOf = (document: Document, statement: Statement): string => {
  const mention = statement.chain.at(-1)?.mention ?? null
  return mention === null
    ? (document.publisher ?? document.id)
    : (textAt(document.text, mention).toLowerCase().split(/\s/u).at(-1) ?? '')
}

const candidatesIn = (document: Document, statements: readonly Statement[]): readonly Candidate[] => {
  const words = wordsOf(document.text)
  return statements.map((statement) => {
    const said = statement.content.flatMap((part) => words.slice(...runIn(words, part)))
    const stems = [...new Set(said.filter((word) => !word.empty).map((word) => word.stem))]
    return { statement, voice: voiceOf(document, statement), stems, sentence: clearSentence(document, statement, said) }
  })
}

const clearness = ({ sentence }: Candidate): number => sentence?.clearness ?? -Infinity

/** The sentences that name the clusters most voices speak in, most voices first. Candidates come with the clearest first. */
const namesOf = (candidates: readonly Candidate[]): readonly { readonly text: string; readonly statement: StatementId }[] =>
  clustersOf(candidates.map(({ stems, sentence }) => ({ stems, leads: sentence !== null })))
    // What the outlets alone tell is background: nobody is there to be doubted.
    .filter(({ members }) => members.some((member) => (candidates[member]?.statement.chain.length ?? 0) > 1))
    .map(({ leader, members }) => ({
      named: candidates[leader],
      voices: new Set(members.map((member) => candidates[member]?.voice)).size,
    }))
    .toSorted((a, b) => b.voices - a.voices)
    .slice(0, SHORTLIST)
    .flatMap(({ named }) => (named?.sentence ? [{ text: named.sentence.text, statement: named.statement.id }] : []))

const contestOf = (claim: Claim, bearings: readonly Bearing[], voices: ReadonlyMap<StatementId, string>): Contest => {
  const backing = (side: Bearing['stance']): number => {
    const surest = new Map<string, number>()
    for (const { statement, stance, by } of bearings) {
      const voice = voices.get(statement) ?? ''
      if (stance === side) surest.set(voice, Math.max(surest.get(voice) ?? 0, by.sure ** 2))
    }
    return [...surest.values()].reduce((sum, sure) => sum + sure, 0)
  }
  const heard = new Set(bearings.map(({ statement }) => voices.get(statement)))
  return { claim, voices: heard.size, supports: backing('supports'), contradicts: backing('contradicts') }
}

const contested = ({ supports, contradicts }: Contest): number => Math.min(supports, contradicts)
const backed = ({ supports, contradicts }: Contest): number => supports + contradicts

/**
 * The claims that the documents are about, where the user gives none: at most four, most contested first. Each is named by the clearest
 * sentence in which somebody says it; what surely bears on one claim names no other. One that a single voice tells is left out unless there is no
 * other. Time grows linearly with the statements. Empty where nobody says anything that stands by itself.
 */
export const findClaims = ({
  documents,
  statements,
}: {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
}): readonly Claim[] => {
  const stated = grouped(statements, ({ document }) => document)
  const candidates = documents
    .flatMap((document) => candidatesIn(document, stated.get(document.id) ?? []))
    .toSorted((a, b) => clearness(b) - clearness(a))
  const voices = new Map(candidates.map(({ statement, voice }) => [statement.id, voice]))
  const spoken = new Set<StatementId>()
  const contests: Contest[] = []
  for (const { text, statement } of namesOf(candidates)) {
    if (spoken.has(statement)) continue
    const claim: Claim = { id: idOf('cl', [text]) as ClaimId, text, given: false }
    const bearings = bearingsOf({ documents, statements, claims: [claim] })
    for (const bearing of bearings) if (bearing.by.sure >= SURELY) spoken.add(bearing.statement)
    contests.push(contestOf(claim, bearings, voices))
  }
  const ranked = contests.toSorted((a, b) => contested(b) - contested(a) || backed(b) - backed(a))
  const heard = ranked.filter((contest) => contest.voices > 1)
  return (heard.length > 0 ? heard : ranked.slice(0, 1)).slice(0, MOST_CLAIMS).map(({ claim }) => claim)
}
