export type * from './core/brand.ts'
export type * from './core/by.ts'
export type * from './core/capture.ts'
export type * from './core/case.ts'
export type * from './core/claim.ts'
export type * from './core/document.ts'
export type * from './core/entry.ts'
export type * from './core/evidence.ts'
export type * from './core/judgement.ts'
export type * from './core/kept-case.ts'
export type * from './core/measure.ts'
export type * from './core/network.ts'
export type * from './core/origin.ts'
export type * from './core/reading.ts'
export type * from './core/report.ts'
export type * from './core/resolution.ts'
export type * from './core/score-worth.ts'
export type * from './core/source.ts'
export type * from './core/statement.ts'
export type * from './core/verdict.ts'
export * from './core/probability.ts'
export * from './core/refusal.ts'
export * from './core/rendering.ts'
export * from './core/span.ts'
export { attribute, type AttributeInput } from './attribute/attribute.ts'
export { learnedTagger } from './attribute/model/learned-tagger.ts'
export type { Guide } from './attribute/model/tagger-settings.ts'
export { outermost } from './attribute/outermost.ts'
export { rulesTagger } from './attribute/rules-tagger.ts'
export type { Attribution, Tagger } from './attribute/tagger.ts'
export {
  check,
  checkHeard,
  type CheckOptions,
  hear,
  type Heard,
  type HeardInquiry,
  type HearOptions,
  type Step,
  type WeighOptions,
} from './pipeline.ts'
export { languageOf, read, readVerbatim, rendered } from './read/read.ts'
export { learnedBearings, type BearingReader } from './resolve/bearings/model/bearing-reader.ts'
export { resolve, type ResolveInput } from './resolve/resolve.ts'
export * from './tell/telling.ts'
export { trace, type TraceInput } from './trace/trace.ts'
export { assume, standardAssumptions, type Assumptions } from './weigh/assumptions.ts'
export * from './weigh/fuse/fuse.ts'
export { scoreWorth, type ScoreInput } from './weigh/score.ts'
export { weigh, type WeighInput } from './weigh/weigh.ts'
