import { clipped } from '../core/display-width.ts'
import { plain } from '../core/plain-text.ts'
import type { Step } from '../index.ts'
import type { Stream } from './screen.ts'

/** A step of the way through the rooms, or of keeping what is to go it. */
export type Doing = Omit<Step, 'stage'> & { readonly stage: Step['stage'] | 'keep' }

/** One line that is written over and over, and gone in the end. */
export interface Progress {
  readonly show: (step: Doing) => void
  readonly clear: () => void
}

const DOING: Readonly<Record<Doing['stage'], string>> = {
  keep: 'Keeping',
  read: 'Reading',
  resolve: 'Finding who is who',
  trace: 'Leading echoes back',
  weigh: 'Weighing',
}

/** Erases the line and returns to its beginning (ECMA-48). */
const ERASED = '\r\u001B[2K'

const lineOf = ({ stage, done, total, name }: Doing): string =>
  [DOING[stage], ...(total > 1 ? [`${done}/${total}`] : []), ...(name === '' ? [] : [plain(name)])].join(' · ')

/** Shows nothing where the stream is no terminal. */
export const progressOn = (stream: Stream): Progress => {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined }
  return {
    show: (step) => stream.write(`${ERASED}${clipped(lineOf(step), (stream.columns ?? 80) - 1)}`),
    clear: () => stream.write(ERASED),
  }
}
