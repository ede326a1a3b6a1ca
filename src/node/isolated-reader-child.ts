import { Worker } from 'node:worker_threads'
import { type Answer, isRequest, READY, type Tasks } from './reader-messages.ts'

/** How often a busy reader looks whether anybody still waits for it, in milliseconds. */
const WATCH_MS = 1000

/** On a thread of its own, because a reader that a page keeps busy for ever hears nothing. */
const WATCH = `
const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, ${WATCH_MS})
`

/**
 * The child's side of `openReader`: answers each capture it is sent with what `read` or `render` makes of it, one after the other, until
 * the parent goes away. Whatever they throw ends the process, which tells the parent enough.
 */
export const serveReader = (tasks: Tasks): void => {
  const send = (message: Answer | typeof READY): void => {
    process.send?.(message)
  }
  let last = Promise.resolve()
  process.on('message', (message) => {
    if (!isRequest(message)) throw new TypeError('a reader takes captures only')
    last = last.then(async () => {
      send({ id: message.id, result: await tasks[message.task](message.capture) })
    })
  })
  process.on('disconnect', () => {
    process.exit()
  })
  new Worker(WATCH, { eval: true, env: {}, stdin: false }).unref()
  send(READY)
}
