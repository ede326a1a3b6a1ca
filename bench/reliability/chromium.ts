import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One answer or event of the DevTools protocol. */
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** A tab of the system's Chromium. */
export interface Tab {
  readonly send: (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>
  /** Hears every event until the tab is closed. */
  readonly on: (hear: (method: string, params: Readonly<Record<string, unknown>>) => void) => void
  readonly close: () => Promise<void>
}

const BINARY = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const hasChromium = (): boolean => existsSync(BINARY)

const flagsFor = (profile: string, proxyPort: number): readonly string[] => [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-extensions',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--disable-features=OptimizationHints,MediaRouter,Translate,IsolateOrigins,site-per-process,AutofillServerCommunication',
  '--disable-site-isolation-trials',
  '--autoplay-policy=no-user-gesture-required',
  '--remote-debugging-port=0',
  `--user-data-dir=${profile}`,
  `--proxy-server=http://127.0.0.1:${proxyPort}`,
  // Without this Chromium asks this machine itself for what stands on it.
  '--proxy-bypass-list=<-loopback>',
  'about:blank',
]

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Milliseconds until the browser must say where it listens. */
const START_MS = 30_000

const portOf = async (profile: string): Promise<string> => {
  const path = join(profile, 'DevToolsActivePort')
  for (let waited = 0; waited < START_MS; waited += 100) {
    const [port] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    if (port !== undefined && port !== '') return port
    await pause(100)
  }
  throw new Error('Chromium did not start')
}

const connect = async (url: string): Promise<Omit<Tab, 'close'> & { readonly socket: WebSocket }> => {
  const socket = new WebSocket(url)
  await new Promise((resolve, fail) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => {
      fail(new Error('Chromium took no connection'))
    })
  })
  const waiting = new Map<number, (message: Message) => void>()
  const hearing: ((method: string, params: Readonly<Record<string, unknown>>) => void)[] = []
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    else for (const hear of hearing) hear(message.method ?? '', message.params ?? {})
  })
  let last = 0
  return {
    socket,
    on: (hear) => hearing.push(hear),
    send: (method, params = {}) =>
      new Promise((resolve, fail) => {
        const id = ++last
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id)
          if (error === undefined) resolve(result ?? {})
          else fail(new Error(`${method}: ${error.message}`))
        })
        socket.send(JSON.stringify({ id, method, params }))
      }),
  }
}

/** The browser is a group of processes, of which this process started the first. */
const end = async ({ pid }: ChildProcess, profile: string): Promise<void> => {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  await pause(300)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

/** Opens one tab of a browser whose every request goes to the proxy at `proxyPort`. */
export const openTab = async (proxyPort: number): Promise<Tab> => {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-chromium-'))
  const child = spawn(BINARY, flagsFor(profile, proxyPort), { stdio: 'ignore', detached: true })
  const port = await portOf(profile)
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }[]
  const { socket, send, on } = await connect(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
  return {
    send,
    on,
    close: () => {
      socket.close()
      return end(child, profile)
    },
  }
}
