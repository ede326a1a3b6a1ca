import type { Capture, Document } from '../core/document.ts'
import type { Result } from '../core/refusal.ts'

/** What the child says first, once it can read. */
export const READY = 'ready'

export interface Request {
  readonly id: number
  readonly capture: Capture
}

export interface Answer {
  /** The request's. */
  readonly id: number
  readonly result: Result<readonly Document[]>
}

const hasId = (message: unknown): message is { readonly id: number } =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number'

export const isRequest = (message: unknown): message is Request => hasId(message) && 'capture' in message

export const isAnswer = (message: unknown): message is Answer => hasId(message) && 'result' in message
