import type { Bearing } from '../../core/claim.ts'
import { idOf } from '../../core/digest.ts'
import type { Document } from '../../core/document.ts'
import { grouped } from '../../core/grouped.ts'
import type { Evidence, EvidenceId, EvidenceKind, MachineScore } from '../../core/evidence.ts'
import { probability } from '../../core/probability.ts'
import { textAt, type Span } from '../../core/span.ts'
import type { Statement, StatementId } from '../../core/statement.ts'
import { CHANNELS, COMES_FORTH, LEAKED, OFFERING, WEAK_HEADS } from './evidence.data.ts'
import { countsByName, itemMentions, itemsAmong, namesOf, type Item, type ItemMention } from './evidence-items.ts'
import { provenanceOf } from './evidence-provenance.ts'
import { scoresIn } from './evidence-score.ts'
import { bySentence, roleOf, tiesOf, type Role, type Tie, type Vote } from './evidence-ties.ts'
import { sentenceAt } from '../place.ts'
import { quantitiesOf } from '../quantities/quantities.ts'

export interface EvidenceInput {
  readonly documents: readonly Document[]
  /** As `attribute` gives them, of these documents. */
  readonly statements: readonly Statement[]
  readonly bearings: readonly Bearing[]
}

/** A thing in a document with what the statements around it make of it. */
interface Exhibit {
  readonly document: Document
  readonly item: Item
  readonly role: Role
  /** What it may be known by in other documents. */
  readonly names: readonly string[]
}

/** Strongest first. */
const TIES: readonly Tie[] = ['speaks', 'holds', 'doubts', 'beside', 'near', 'apart']

/** How often a thing tied so to a statement is evidence on its claim. */
const SURE: Readonly<Record<Tie, number>> = { speaks: 0.9, holds: 0.8, doubts: 0.7, beside: 0.7, near: 0.5, apart: 0.4 }

const sentenceOf = (document: Document, { span }: ItemMention): Span => sentenceAt(document, span.start)

/** "said in a letter": the letter only carries the words. */
const isChannel = (document: Document, mention: ItemMention): boolean =>
  CHANNELS.has(mention.head) &&
  /\b(?:in|by|via|through) $/iu.test(document.text.slice(Math.max(0, mention.span.start - 9), mention.span.start)) &&
  !LEAKED.test(textAt(document.text, sentenceOf(document, mention)))

const strongest = (votes: readonly Vote[]): Tie | null => TIES.find((tie) => votes.some((vote) => vote.tie === tie)) ?? null

/** Characters either side of a mention within which it must come forth. */
const AROUND = 30

const around = ({ text }: Document, { start, end }: Span): string => text.slice(Math.max(0, start - AROUND), end + AROUND)

const PICTURES_AND_SOUND: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['photo', 'video', 'audio', 'satellite'])

/** Whether a thing plays a part for or against a claim: statements stand with it, or it is offered right beside one. */
const isOffered = ({ document, item, role: { votes, challengers } }: Exhibit): boolean => {
  const tie = strongest(votes)
  if (tie === 'speaks') return true
  if (item.every((mention) => isChannel(document, mention))) return false
  if (tie === null) return challengers.length > 0
  if (WEAK_HEADS.has(item[0].head)) return item.some((mention) => COMES_FORTH.test(around(document, mention.span)))
  if ((tie !== 'near' && tie !== 'apart') || (tie === 'near' && PICTURES_AND_SOUND.has(item[0].kind))) return true
  return item.some((mention) => OFFERING.test(textAt(document.text, sentenceOf(document, mention))))
}

/** Machines compare these with others of their kind. */
const SCORED: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['photo', 'video', 'audio', 'satellite', 'test', 'data'])

/** How far a score stands from a thing, in sentences; one told before the thing counts as farther. */
const distanceTo = ({ item }: Exhibit, sentence: number): number =>
  SCORED.has(item[0].kind)
    ? Math.min(
        ...item.map((mention) =>
          mention.sentence <= sentence ? sentence - mention.sentence : 2 * (mention.sentence - sentence),
        ),
      )
    : Infinity

/** Sentences within which a score still belongs to a thing. */
const SCORE_REACH = 3

/** The scores of one document, each with the thing nearest to it; a thing keeps its first. */
const scoresOf = (document: Document, exhibits: readonly Exhibit[]): ReadonlyMap<Exhibit, MachineScore> => {
  const scores = new Map<Exhibit, MachineScore>()
  for (const { sentence, score } of scoresIn(document, quantitiesOf(document))) {
    const [nearest] = [...exhibits].sort((a, b) => distanceTo(a, sentence) - distanceTo(b, sentence))
    if (nearest !== undefined && distanceTo(nearest, sentence) <= SCORE_REACH && !scores.has(nearest)) scores.set(nearest, score)
  }
  return scores
}

/** What is known of a thing by one of its names in all documents together. */
interface Fame {
  readonly challengers: Set<StatementId>
  /** The weightiest vote of any document for each claim and stance. */
  readonly votes: Map<string, Vote>
}

/** Challenges that a thing takes over from other documents, at most: more are retellings, and a case may hold thousands. */
const MOST_CHALLENGERS = 24

const famesOf = (exhibits: readonly Exhibit[]): ReadonlyMap<string, Fame> => {
  const fames = new Map<string, Fame>()
  for (const { names, role } of exhibits) {
    for (const name of names) {
      const fame = fames.get(name) ?? { challengers: new Set<StatementId>(), votes: new Map<string, Vote>() }
      fames.set(name, fame)
      for (const statement of role.challengers) if (fame.challengers.size < MOST_CHALLENGERS) fame.challengers.add(statement)
      for (const vote of role.votes) {
        const key = `${vote.claim} ${vote.stance}`
        if (vote.weight > (fame.votes.get(key)?.weight ?? 0)) fame.votes.set(key, vote)
      }
    }
  }
  return fames
}

/** What other documents make of things of these names: the weightiest vote for each claim and stance, weightiest first. */
const fameOf = (names: readonly string[], fames: ReadonlyMap<string, Fame>): readonly Vote[] => {
  const votes = new Map<string, Vote>()
  for (const name of names) {
    for (const [key, vote] of fames.get(name)?.votes ?? []) if (vote.weight > (votes.get(key)?.weight ?? 0)) votes.set(key, vote)
  }
  return [...votes.values()].sort((a, b) => b.weight - a.weight)
}

/**
 * What a thing is offered for: what it says itself, here or elsewhere on one of the claims that it stands with here; else by the
 * statements around it here, and where these leave the side open, by those around it elsewhere.
 */
const offeredFor = ({ role: { votes }, names }: Exhibit, fames: ReadonlyMap<string, Fame>): Vote | null => {
  const [best] = votes
  if (best === undefined || strongest(votes) === 'speaks') return best ?? null
  const elsewhere = fameOf(names, fames).filter(
    ({ claim, stance }) => stance !== 'neutral' && votes.some((vote) => vote.claim === claim),
  )
  const spoken = elsewhere.find(({ tie }) => tie === 'speaks')
  return spoken ?? (best.stance === 'neutral' ? (elsewhere[0] ?? best) : best)
}

const exhibitsIn = (
  document: Document,
  statements: readonly Statement[],
  bearings: ReadonlyMap<StatementId, readonly Bearing[]>,
): readonly Exhibit[] => {
  const places = bySentence(document, statements)
  const items = itemsAmong(itemMentions(document))
  const counts = countsByName(items)
  return items.map((item) => ({
    document,
    item,
    role: roleOf(item, tiesOf(document, item, places), bearings),
    names: namesOf(item, counts),
  }))
}

const asEvidence = (exhibit: Exhibit, score: MachineScore | null, fames: ReadonlyMap<string, Fame>): Evidence => {
  const { document, item, role, names } = exhibit
  const mention = role.mention.span
  const kind = item[0].kind
  const offered = offeredFor(exhibit, fames)
  const texts = item.map(({ span }) => textAt(document.text, span))
  const sentences = item.map((each) => textAt(document.text, sentenceOf(document, each)))
  return {
    id: idOf('ev', [document.id, mention.start, mention.end, kind]) as EvidenceId,
    document: document.id,
    mention,
    kind,
    claim: offered?.claim ?? null,
    stance: offered?.stance ?? 'neutral',
    provenance: provenanceOf(item, texts, sentences),
    score,
    challengedBy: [...new Set([...role.challengers, ...names.flatMap((name) => [...(fames.get(name)?.challengers ?? [])])])],
    by: { maker: 'rule:evidence', sure: probability(SURE[strongest(role.votes) ?? 'apart'] * (offered?.sure ?? 1)) },
  }
}

/**
 * The things (not words) that the documents offer for or against the claims, one for each thing in each document, in the documents'
 * order and then in reading order. What a thing is offered for follows from the statements that it makes, that speak of it, or
 * that stand with it, here or where another document speaks of it by the same name; `challengedBy` are the statements that question
 * it, in any of these.
 */
export const evidenceOf = ({ documents, statements, bearings }: EvidenceInput): readonly Evidence[] => {
  const byDocument = grouped(statements, ({ document }) => document)
  const byStatement = grouped(bearings, ({ statement }) => statement)
  const exhibits = documents.flatMap((document) => exhibitsIn(document, byDocument.get(document.id) ?? [], byStatement))
  const fames = famesOf(exhibits)
  const offered = grouped(exhibits.filter(isOffered), ({ document }) => document)
  return [...offered].flatMap(([document, here]) => {
    const scores = scoresOf(document, here)
    return here.map((exhibit) => asEvidence(exhibit, scores.get(exhibit) ?? null, fames))
  })
}
