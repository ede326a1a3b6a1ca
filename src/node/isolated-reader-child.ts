import { Worker } from 'node:worker_threads'
import { shutNetwork } from './network-latch.ts'
import { type Answer, isRequest, READY, type Tasks } from './reader-messages.ts'

/** How often a busy reader looks whether anybody still waits for it, and how large it is, in milliseconds. */
const WATCH_MS = 100

/** On a thread of its own, because a reader that a page keeps busy for ever hears nothing. */
const watch = (parent: number, mostMb: number): string => `
const isTooMuch = () => process.ppid !== ${parent} || process.memoryUsage.rss() > ${mostMb * 1024 * 1024}
setInterval(() => { if (isTooMuch()) process.kill(process.pid, 'SIGKILL') }, ${WATCH_MS})
`

/**
 * The child's side of `openReader`: answers each capture it is sent with what its task makes of it, one after the other, until the
 * parent goes away. Whatever a task throws ends the process, which tells the parent enough. From here on the process has no network.
 */
export const serveReader = (tasks: Tasks): void => {
  // Taken down now: by the time that the thread runs, the parent may be gone.
  const parent = process.ppid
  shutNetwork()
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
  new Worker(watch(parent, Number(process.argv[2] ?? Infinity)), { eval: true, env: {}, stdin: false }).unref()
  send(READY)
}
