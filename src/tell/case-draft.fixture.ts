import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { By } from '../core/by.ts'
import type { CheckedCase, Exhibit } from '../core/case.ts'
import type { Bearing, Claim, ClaimId, Side, Stance } from '../core/claim.ts'
import { idOf, sha256Of } from '../core/digest.ts'
import { documentId, type Block, type Document, type Imprint } from '../core/document.ts'
import type { Evidence, EvidenceId, EvidenceKind, Traceable } from '../core/evidence.ts'
import type { Edge, Origin, OriginId } from '../core/origin.ts'
import { logistic, logit, logOdds, probability, type Probability } from '../core/probability.ts'
import type { Source, SourceId, SourceKind } from '../core/source.ts'
import type { Span } from '../core/span.ts'
import { statementId, type Act, type Certainty, type Link, type Statement } from '../core/statement.ts'
import type { Band, Gap, Reason, Sensitivity, Verdict } from '../core/verdict.ts'

/** A case written down by its words: every offset is found in the text, and a word that is not there is an error. */
export interface CaseDraft {
  readonly question: string | null
  readonly asOf: string | null
  readonly documents: readonly DocumentDraft[]
  readonly sources: readonly SourceDraft[]
  readonly claims: readonly (readonly [id: string, text: string])[]
  readonly statements: readonly StatementDraft[]
  readonly origins: readonly OriginDraft[]
  readonly evidence: readonly EvidenceDraft[]
  readonly verdicts: readonly VerdictDraft[]
  readonly dates: readonly (readonly [label: string, words: string, iso: string])[]
  readonly quantities: readonly (readonly [label: string, words: string, value: number, unit: string | null])[]
}

export interface DocumentDraft extends Imprint {
  readonly label: string
  readonly text: string
  readonly language?: string | null
}

export interface SourceDraft {
  readonly name: string
  readonly kind: SourceKind
  readonly aliases?: readonly string[]
  readonly speaksFor?: string
}

export interface StatementDraft {
  readonly key: string
  readonly in: string
  readonly content: string | readonly string[]
  readonly cue?: string
  /** Names of sources, the outlet first, each with the words that stand for it, where there are any. */
  readonly chain: readonly (string | readonly [name: string, words: string])[]
  readonly act?: Act
  readonly certainty?: Certainty
  readonly saidAt?: string
  readonly within?: string
  readonly bears?: readonly (readonly [claim: string, stance: Stance, act?: Act, certainty?: Certainty])[]
}

export interface OriginDraft extends Partial<Pick<Origin, 'access' | 'interest' | 'certainty' | 'retellings'>> {
  readonly key: string
  readonly claim: string
  readonly side: Side
  readonly root: string | null
  readonly affiliation?: string
  readonly statements: readonly string[]
  readonly edges?: readonly (readonly [
    from: string,
    to: string,
    kind: Edge['kind'],
    reason: string,
    shown?: readonly [label: string, words: string],
  ])[]
}

export interface EvidenceDraft {
  readonly key: string
  readonly in: string
  readonly mention: string
  readonly kind: EvidenceKind
  readonly claim: string | null
  readonly stance: Stance
  readonly provenance: Traceable
  readonly score?: readonly [words: string, value: number, scale: string]
  readonly challengedBy?: readonly string[]
}

export interface VerdictDraft {
  readonly claim: string
  readonly band: Band
  readonly prior?: number
  readonly interval: readonly [number, number]
  /** Key of an origin or thing, nats, the factors, and the band without it. */
  readonly reasons: readonly (readonly [
    key: string,
    nats: number,
    says: readonly (readonly [assumption: string, says: string])[],
    bandWithout: Band,
  ])[]
  readonly flip?: readonly [keys: readonly string[], band: Band]
  readonly tornado?: readonly (readonly [assumption: string, low: number, high: number, crosses: boolean])[]
  readonly gaps?: readonly (readonly [key: string | null, asks: string, nats: number])[]
}

const BY: By = { maker: 'rule:by-hand', sure: probability(0.95) }

const found = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`“${words}” does not stand in the text`)
  return { start, end: start + words.length }
}

const blocksOf = (text: string): readonly Block[] => {
  let from = 0
  return text.split('\n\n').map((words, place) => {
    const at = found(text, words, from)
    from = at.end
    return { kind: place === 0 ? 'headline' : 'paragraph', span: at }
  })
}

const documentOf = ({ label, text, language = 'en', ...imprint }: DocumentDraft): Exhibit => {
  const sha256 = sha256Of(utf8ToBytes(text))
  const blocks = blocksOf(text)
  const sentences = blocks.map(({ span }) => span)
  const document: Document = {
    id: documentId(sha256, imprint, 0),
    sha256,
    format: 'text',
    language,
    text,
    blocks,
    sentences,
    tokens: [],
    ...imprint,
  }
  return { label, document }
}

const sourceId = (name: string): SourceId => idOf('src', [name]) as SourceId
const originId = (key: string): OriginId => idOf('or', [key]) as OriginId
const evidenceId = (key: string): EvidenceId => idOf('ev', [key]) as EvidenceId

const exhibitUnder = (exhibits: readonly Exhibit[], label: string): Document => {
  const exhibit = exhibits.find((one) => one.label === label)
  if (exhibit === undefined) throw new Error(`no document is called ${label}`)
  return exhibit.document
}

const statementFrom = (draft: StatementDraft, { id, text }: Document, within: Statement['within']): Statement => {
  const content = [draft.content].flat().map((words) => found(text, words))
  const from = Math.max(0, (content[0]?.start ?? 0) - 400)
  const near = (words: string): Span => (text.includes(words, from) ? found(text, words, from) : found(text, words))
  const cue = draft.cue === undefined ? [] : [near(draft.cue)]
  const chain = draft.chain.map((link): Link => ({ mention: typeof link === 'string' ? null : near(link[1]), cue: null }))
  return {
    id: statementId(id, content, chain),
    document: id,
    content,
    cue,
    chain,
    act: draft.act ?? 'assert',
    certainty: draft.certainty ?? 'certain',
    polarity: draft.act === 'deny' ? 'negative' : 'positive',
    manner: 'indirect',
    within,
    saidAt: draft.saidAt === undefined ? null : near(draft.saidAt),
    by: BY,
  }
}

/** Statements by the keys of their drafts; one `within` another comes after it. */
const statementsFrom = (drafts: readonly StatementDraft[], exhibits: readonly Exhibit[]): ReadonlyMap<string, Statement> =>
  drafts.reduce((made, draft) => {
    const within = draft.within === undefined ? null : (made.get(draft.within)?.id ?? null)
    return made.set(draft.key, statementFrom(draft, exhibitUnder(exhibits, draft.in), within))
  }, new Map<string, Statement>())

const bearingsFrom = (drafts: readonly StatementDraft[], under: (key: string) => Statement): readonly Bearing[] =>
  drafts.flatMap(({ key, bears = [] }) =>
    bears.map(([claim, stance, act, certainty]) => {
      const statement = under(key)
      return {
        statement: statement.id,
        claim: claim as ClaimId,
        stance,
        act: act ?? statement.act,
        certainty: certainty ?? statement.certainty,
        by: BY,
      }
    }),
  )

const originFrom = (draft: OriginDraft, exhibits: readonly Exhibit[], under: (key: string) => Statement): Origin => ({
  id: originId(draft.key),
  claim: draft.claim as ClaimId,
  side: draft.side,
  root: draft.root === null ? null : sourceId(draft.root),
  statements: draft.statements.map((key) => under(key).id),
  edges: (draft.edges ?? []).map(([from, to, kind, reason, shown]) => {
    const document = shown === undefined ? null : exhibitUnder(exhibits, shown[0])
    return {
      from: under(from).id,
      to: under(to).id,
      kind,
      reason,
      shown: document === null || shown === undefined ? [] : [{ document: document.id, span: found(document.text, shown[1]) }],
      by: BY,
    }
  }),
  certainty: draft.certainty ?? 'certain',
  retellings: draft.retellings ?? 0,
  access: draft.access ?? 'unknown',
  interest: draft.interest ?? 'none',
  bears: probability(1),
  affiliation: draft.affiliation === undefined ? null : sourceId(draft.affiliation),
})

const evidenceFrom = (draft: EvidenceDraft, exhibits: readonly Exhibit[], under: (key: string) => Statement): Evidence => {
  const { id, text } = exhibitUnder(exhibits, draft.in)
  return {
    id: evidenceId(draft.key),
    document: id,
    mention: found(text, draft.mention),
    kind: draft.kind,
    claim: draft.claim as ClaimId | null,
    stance: draft.stance,
    provenance: draft.provenance,
    score: draft.score === undefined ? null : { value: draft.score[1], scale: draft.score[2], span: found(text, draft.score[0]) },
    challengedBy: (draft.challengedBy ?? []).map((key) => under(key).id),
    by: BY,
  }
}

const verdictFrom = (draft: VerdictDraft, evidence: readonly EvidenceDraft[]): Verdict => {
  const prior = probability(draft.prior ?? 0.5)
  const about = (key: string): Reason['about'] =>
    evidence.some((item) => item.key === key) ? { kind: 'evidence', id: evidenceId(key) } : { kind: 'origin', id: originId(key) }
  const all = draft.reasons.reduce<number>((sum, [, nats]) => sum + nats, logit(prior))
  const without = (nats: number): Probability => logistic(logOdds(all - nats))
  return {
    claim: draft.claim as ClaimId,
    probability: without(0),
    interval: [probability(draft.interval[0]), probability(draft.interval[1])],
    band: draft.band,
    prior,
    reasons: draft.reasons.map(([key, nats, says, band]) => ({
      about: about(key),
      nats,
      factors: says.map(([assumption, clause]) => ({ assumption, value: 0.5, says: clause })),
      without: { probability: without(nats), band },
    })),
    flipSet: (draft.flip?.[0] ?? []).map(about),
    flipBand: draft.flip?.[1] ?? null,
    tornado: (draft.tornado ?? []).map(([assumption, low, high, crosses]): Sensitivity => ({
      assumption,
      low: probability(low),
      high: probability(high),
      crosses,
    })),
    gaps: (draft.gaps ?? []).map(([key, asks, nats]): Gap => ({
      about: key === null ? null : about(key),
      asks,
      expectedNats: nats,
    })),
  }
}

/** A checked case from its draft. Throws where a draft names words, a document or a statement that is not there. */
export const checkedCase = (draft: CaseDraft): CheckedCase => {
  const exhibits = draft.documents.map(documentOf)
  const made = statementsFrom(draft.statements, exhibits)
  const under = (key: string): Statement => {
    const statement = made.get(key)
    if (statement === undefined) throw new Error(`no statement is called ${key}`)
    return statement
  }
  const origins = draft.origins.map((one) => originFrom(one, exhibits, under))
  return {
    question: draft.question,
    asOf: draft.asOf,
    exhibits,
    refusals: [],
    statements: [...made.values()],
    resolution: {
      sources: draft.sources.map(({ name, kind, aliases = [], speaksFor }): Source => ({
        id: sourceId(name),
        name,
        kind,
        aliases,
        speaksFor: speaksFor === undefined ? null : sourceId(speaksFor),
        grade: 'F',
      })),
      mentions: [],
      merges: [],
      speakers: draft.statements.map(({ key, chain }) => ({
        statement: under(key).id,
        sources: chain.map((link) => sourceId(typeof link === 'string' ? link : link[0])),
      })),
      claims: draft.claims.map(([id, text]): Claim => ({ id: id as ClaimId, text, given: true })),
      bearings: bearingsFrom(draft.statements, under),
      evidence: draft.evidence.map((one) => evidenceFrom(one, exhibits, under)),
      quantities: draft.quantities.map(([label, words, value, unit]) => {
        const { id, text } = exhibitUnder(exhibits, label)
        return { document: id, span: found(text, words), value, unit, claim: null }
      }),
      dates: draft.dates.map(([label, words, iso]) => {
        const { id, text } = exhibitUnder(exhibits, label)
        return { document: id, span: found(text, words), iso }
      }),
    },
    provenance: { edges: origins.flatMap(({ edges }) => edges), origins },
    verdicts: draft.verdicts.map((one) => verdictFrom(one, draft.evidence)),
    overrides: [],
  }
}
