import type { Capture, Document } from '../core/document.ts'
import type { Result } from '../core/refusal.ts'
import type { Rendering } from '../core/rendering.ts'
import type { ArchivedPages } from './web-archive/captured-pages.ts'

/** What the child says first, once it can read. */
export const READY = 'ready'

/** What the child does with a capture, and what each task gives. */
export interface Tasks {
  readonly read: (capture: Capture) => Promise<Result<readonly Document[]>>
  readonly render: (capture: Capture) => Promise<Result<Rendering>>
  /** Of a web archive: the pages in it. */
  readonly unpack: (capture: Capture) => Promise<Result<ArchivedPages>>
}

const TASKS: readonly (keyof Tasks)[] = ['read', 'render', 'unpack']

export interface Request {
  readonly id: number
  readonly task: keyof Tasks
  readonly capture: Capture
}

export interface Answer {
  /** The request's. */
  readonly id: number
  readonly result: Result<readonly Document[]> | Result<Rendering> | Result<ArchivedPages>
}

const hasId = (message: unknown): message is { readonly id: number } =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number'

export const isRequest = (message: unknown): message is Request =>
  hasId(message) && 'capture' in message && 'task' in message && TASKS.some((task) => task === message.task)

export const isAnswer = (message: unknown): message is Answer => hasId(message) && 'result' in message
