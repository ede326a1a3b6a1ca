import type { Claim, ClaimId, Side } from '../src/core/claim.ts'
import type { Document, DocumentId } from '../src/core/document.ts'
import { probability } from '../src/core/probability.ts'
import type { Resolution } from '../src/core/resolution.ts'
import type { Source, SourceId, SourceKind } from '../src/core/source.ts'
import { type Span, span } from '../src/core/span.ts'
import type { Link, Manner, Statement, StatementId } from '../src/core/statement.ts'
import { type Chance, chanceOf } from './planted-chance.ts'
import { type Clause, claimText, newClauses, properName, retold, stockClauses } from './planted-prose.ts'

/** What to plant. The same plan gives the same case. */
export interface Plan {
  readonly statements: number
  /** Whether each retelling is edited (`NOISE` in planted-prose.ts has the rates). */
  readonly noise: boolean
  readonly seed: number
}

/** A case whose provenance is known, as the rooms before `trace` would give it. */
export interface PlantedCase {
  readonly documents: readonly Document[]
  readonly statements: readonly Statement[]
  readonly resolution: Resolution
  /** Number of the true origin of each statement. */
  readonly originOf: ReadonlyMap<StatementId, number>
  /** Every statement that was made from another one, with that one. */
  readonly echoes: readonly (readonly [StatementId, StatementId])[]
}

const CLAIMS = 6
const SIDES: readonly Side[] = ['supports', 'contradicts']
const STATEMENTS_PER_OUTLET = 150
const STATEMENTS_PER_DOCUMENT = 8
const DEEPEST = 6
const DAYS = 60
const LARGEST = 300

const KNOWERS = [
  ['person', 0.35],
  ['body', 0.2],
  ['unnamed', 0.2],
  ['memo', 0.1],
  ['outlet', 0.15],
] as const

/** How a telling comes of an earlier one: the knower speaks again in other words; with credit; without; a quotation; a headline above it. */
const MODES = [
  ['again', 0.15],
  ['cite', 0.3],
  ['copy', 0.35],
  ['quote', 0.1],
  ['headline', 0.1],
] as const

/** Under whose name a copy without credit stands: nobody's, the speaker's, or a voice without a name. */
const CREDITS = [
  ['nobody', 0.4],
  ['speaker', 0.3],
  ['unnamed', 0.3],
] as const

/** Probability that the outlet of an origin comes back to it citing an outlet that cited it. */
const LOOP = 0.15
const CREDIT_WITH_SPEAKER = 0.5
const DIRECT = 0.5

interface Told {
  readonly id: StatementId
  readonly outlet: Source
  readonly draft: Draft
  readonly day: number
  readonly depth: number
  readonly clauses: readonly Clause[]
  /** The chain without the outlet. */
  readonly voices: readonly Source[]
  readonly manner: Manner
}

/** A document while it is written. */
interface Draft {
  readonly number: number
  readonly outlet: Source
  readonly day: number
  readonly sentences: Span[]
  readonly lines: Line[]
  text: string
}

/** What a document says already. */
interface Line {
  readonly origin: Origin
  /** Told in the outlet's own name, and not seen for itself. */
  readonly unsourced: boolean
}

interface Origin {
  readonly number: number
  readonly claim: Claim
  readonly stock: readonly Clause[]
  readonly side: Side
  readonly kind: (typeof KNOWERS)[number][0]
  /** Whoever may be named as saying it. */
  readonly speakers: readonly Source[]
  readonly outlet: Source
}

/** A number that looks like a digest, so that the order of ids tells nothing of the order of writing. */
const scrambled = (number: number): string => (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')

const dated = (day: number): string =>
  `2031-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`

const certain = { maker: 'rule:planted', sure: probability(1) }

/** Two origins on one side in one document, of which an unsourced line could be either's. */
const misleads = (a: Line, b: Line): boolean =>
  a.origin !== b.origin && a.origin.claim === b.origin.claim && a.origin.side === b.origin.side && (a.unsourced || b.unsourced)

/** Writes documents and keeps what is known of them. */
const desk = (plan: Plan, chance: Chance) => {
  const sources: Source[] = []
  const statements: Statement[] = []
  const speakers: Resolution['speakers'][number][] = []
  const bearings: Resolution['bearings'][number][] = []
  const all: Draft[] = []
  const open = new Map<string, Draft[]>()
  const originOf = new Map<StatementId, number>()
  const echoes: (readonly [StatementId, StatementId])[] = []

  const source = (kind: SourceKind, name: string, speaksFor: SourceId | null = null): Source => {
    const made: Source = { id: `src_${scrambled(sources.length)}` as SourceId, name, kind, aliases: [], speaksFor, grade: 'F' }
    sources.push(made)
    return made
  }
  const outlets = Array.from({ length: Math.max(12, Math.round(plan.statements / STATEMENTS_PER_OUTLET)) }, () =>
    source('outlet', `${properName(chance)} Post`),
  )

  /** A document of the outlet's day with room, in which no unsourced line would seem to rest on the voice of another origin. */
  const draftFor = (outlet: Source, day: number, line: Line): Draft => {
    const key = `${outlet.id} ${day}`
    const drafts = open.get(key) ?? []
    open.set(key, drafts)
    const fits = ({ lines }: Draft): boolean =>
      lines.length < STATEMENTS_PER_DOCUMENT && !lines.some((other) => misleads(other, line))
    const found = drafts.find(fits)
    if (found !== undefined) return found
    const draft: Draft = { number: all.length, outlet, day, text: '', sentences: [], lines: [] }
    drafts.push(draft)
    all.push(draft)
    return draft
  }

  /** Writes one sentence: who is named, then what is said. */
  const write = (origin: Origin, told: Omit<Told, 'id' | 'draft'> & { readonly draft?: Draft }): Told => {
    const { outlet, clauses, voices, manner, day } = told
    const unsourced = voices.length === 0 && (origin.kind !== 'outlet' || told.depth > 0)
    const line = { origin, unsourced }
    const draft = told.draft ?? draftFor(outlet, day, line)
    const start = draft.text.length
    const links: Link[] = [{ mention: null, cue: null }]
    for (const voice of voices) {
      const mention = span(draft.text.length, draft.text.length + voice.name.length)
      draft.text += `${voice.name} said `
      links.push({ mention, cue: span(mention.end + 1, mention.end + 5) })
    }
    if (voices.length === 0 && !unsourced) draft.text += 'This newspaper has seen that '
    const mark = manner === 'direct' ? '"' : ''
    const words = clauses.map((clause) => clause.join(' ')).join(', ')
    const content = span(draft.text.length + mark.length, draft.text.length + mark.length + words.length)
    draft.text += `${mark}${words}${mark}. `
    draft.sentences.push(span(start, draft.text.length - 1))
    draft.lines.push(line)
    const id = `st_${scrambled(statements.length)}` as StatementId
    const certainty = 'certain'
    statements.push({
      id,
      document: `doc_${scrambled(draft.number)}` as DocumentId,
      content: [content],
      cue: [],
      chain: links,
      act: 'assert',
      certainty,
      polarity: 'positive',
      manner,
      within: null,
      saidAt: null,
      by: certain,
    })
    speakers.push({ statement: id, sources: [outlet.id, ...voices.map((voice) => voice.id)] })
    bearings.push({ statement: id, claim: origin.claim.id, stance: origin.side, act: 'assert', certainty, by: certain })
    originOf.set(id, origin.number)
    return { ...told, id, draft }
  }

  const documents = (): readonly Document[] =>
    all.map(({ number, outlet, day, text, sentences }) => ({
      id: `doc_${scrambled(number)}` as DocumentId,
      sha256: '',
      format: 'text',
      language: 'en',
      url: null,
      publisher: outlet.name,
      author: null,
      title: null,
      published: dated(day),
      text,
      blocks: [{ kind: 'paragraph', span: span(0, text.length) }],
      sentences,
      tokens: [],
    }))

  return { source, outlets, write, documents, sources, statements, speakers, bearings, originOf, echoes }
}

type Desk = ReturnType<typeof desk>

const anOutlet = ({ outlets }: Desk, chance: Chance, except?: Source): Source => {
  for (;;) {
    const outlet = outlets[chance.zipf(outlets.length)]!
    if (outlet !== except) return outlet
  }
}

const speakersOf = ({ source }: Desk, chance: Chance, kind: Origin['kind']): readonly Source[] => {
  if (kind === 'outlet') return []
  if (kind === 'person') return [source('person', properName(chance))]
  if (kind === 'unnamed') return [source('unnamed', 'an official')]
  const body = source('organization', `${properName(chance)} Board`)
  if (kind === 'memo') return [source('document', 'a memo', body.id)]
  return [body, source('person', properName(chance), body.id), source('unnamed', 'a spokesman', body.id)]
}

/** Under a new number where nobody is named: nothing ties two unnamed voices. */
const namedAgain = ({ source }: Desk, voices: readonly Source[]): readonly Source[] =>
  voices
    .slice(-1)
    .map((voice) => (voice.kind === 'unnamed' && voice.speaksFor === null ? source('unnamed', 'an official') : voice))

const longest = (clauses: readonly Clause[]): Clause => clauses.reduce((a, b) => (b.length > a.length ? b : a))

const TELLING_QUOTE = 6

/** One more telling of an origin, made from `parent`. */
const retell = (at: Desk, chance: Chance, { origin, parent, noise }: { origin: Origin; parent: Told; noise: boolean }): Told => {
  const voicesAgain = (): readonly Source[] => namedAgain(at, parent.voices).filter((voice) => voice !== next.outlet)
  const edited = noise ? retold(chance, parent.clauses) : parent.clauses
  const next = {
    outlet: anOutlet(at, chance),
    day: parent.day + chance.below(3),
    depth: parent.depth + 1,
    manner: 'indirect' as Manner,
  }
  const quote = longest(parent.clauses)
  let mode = chance.drawn(MODES)
  if (mode === 'again' && origin.kind !== 'person' && origin.kind !== 'body') mode = 'copy'
  if (mode === 'quote' && (parent.manner !== 'direct' || quote.length < TELLING_QUOTE)) mode = 'copy'
  if (mode === 'headline' && parent.voices.length === 0) mode = 'cite'
  switch (mode) {
    case 'again':
      return at.write(origin, {
        ...next,
        voices: [chance.pick(origin.speakers)],
        clauses: newClauses(chance, origin.claim.text, origin.stock),
      })
    case 'cite':
      return at.write(origin, {
        ...next,
        clauses: edited,
        voices: [parent.outlet, ...(chance.happens(CREDIT_WITH_SPEAKER) ? voicesAgain() : [])],
      })
    case 'quote':
      return at.write(origin, { ...next, manner: 'direct', clauses: [quote], voices: [at.source('unnamed', 'an official')] })
    case 'headline':
      return at.write(origin, {
        ...next,
        outlet: parent.outlet,
        day: parent.day,
        draft: parent.draft,
        clauses: edited.slice(0, 1),
        voices: [],
        manner: 'narrated',
      })
    case 'copy': {
      const credit = chance.drawn(CREDITS)
      const voices = credit === 'nobody' ? [] : credit === 'speaker' ? voicesAgain() : [at.source('unnamed', 'an official')]
      return at.write(origin, { ...next, clauses: edited, voices, manner: voices.length === 0 ? 'narrated' : parent.manner })
    }
  }
}

/** How often an origin is told: most a few times, some very often (a Pareto tail with exponent 1.2). */
const sizeOf = (chance: Chance): number => Math.min(LARGEST, Math.floor(2 * (1 - chance.unit()) ** (-1 / 1.2)))

const plantOrigin = (
  at: Desk,
  chance: Chance,
  { origin, room, noise }: { origin: Origin; room: number; noise: boolean },
): void => {
  const voices = origin.speakers.length === 0 ? [] : [chance.pick(origin.speakers)]
  const manner: Manner = voices.length > 0 && chance.happens(DIRECT) ? 'direct' : voices.length > 0 ? 'indirect' : 'narrated'
  const clauses = newClauses(chance, origin.claim.text, origin.stock)
  const told: Told[] = [at.write(origin, { outlet: origin.outlet, day: chance.below(DAYS), depth: 0, clauses, voices, manner })]
  const size = Math.min(room, sizeOf(chance))
  while (told.length < size) {
    const parent = chance.pick(told)
    if (parent.depth >= DEEPEST) continue
    const child = retell(at, chance, { origin, parent, noise })
    told.push(child)
    at.echoes.push([child.id, parent.id])
    const citesBack = child.voices[0] === parent.outlet && told.length < size && chance.happens(LOOP)
    if (!citesBack) continue
    const back = at.write(origin, {
      outlet: parent.outlet,
      day: child.day + 1,
      depth: child.depth + 1,
      manner: 'indirect',
      voices: [child.outlet],
      clauses: noise ? retold(chance, child.clauses) : child.clauses,
    })
    told.push(back)
    at.echoes.push([back.id, child.id])
  }
}

/**
 * Plants a case: six claims, each with knowers on both sides whom nothing ties but the claim's own words and a little stock background, and
 * of each knower a tree of tellings, told by outlets of very different size, with and without credit, under names, under none and in loops.
 */
export const plant = (plan: Plan): PlantedCase => {
  const chance = chanceOf(plan.seed)
  const at = desk(plan, chance)
  const claims = Array.from({ length: CLAIMS }, (_, number): Claim => ({
    id: `c${number + 1}` as ClaimId,
    text: claimText(chance),
    given: true,
  }))
  const stocks = claims.map(() => stockClauses(chance))
  const looked = new Set<string>()
  for (let number = 0; at.statements.length < plan.statements; number++) {
    const about = chance.below(CLAIMS)
    const side = chance.pick(SIDES)
    const outlet = anOutlet(at, chance)
    const drawn = chance.drawn(KNOWERS)
    // An outlet that looks for itself twice is still one knower.
    const kind = drawn === 'outlet' && looked.has(`${about} ${side} ${outlet.id}`) ? 'unnamed' : drawn
    if (kind === 'outlet') looked.add(`${about} ${side} ${outlet.id}`)
    const origin: Origin = {
      number,
      claim: claims[about]!,
      stock: stocks[about]!,
      side,
      kind,
      speakers: speakersOf(at, chance, kind),
      outlet,
    }
    plantOrigin(at, chance, { origin, room: plan.statements - at.statements.length, noise: plan.noise })
  }
  const { sources, speakers, bearings, statements, originOf, echoes } = at
  const resolution: Resolution = {
    sources,
    mentions: [],
    merges: [],
    speakers,
    claims,
    bearings,
    evidence: [],
    quantities: [],
    dates: [],
  }
  return { documents: at.documents(), statements, resolution, originOf, echoes }
}
