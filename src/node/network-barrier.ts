import { spawnSync } from 'node:child_process'

/** What keeps a child process from the network. */
export interface NetworkBarrier {
  /**
   * `permission`: Node's own permission model, which covers sockets where it has `--allow-net`; `namespace`: Linux, by a network
   * namespace with nothing in it; `latch`: only Node's own functions, which the child shuts behind itself.
   */
  readonly kind: 'permission' | 'namespace' | 'latch'
  /** The program and arguments to put before the child's own; empty where there is none to put. */
  readonly command: readonly string[]
  /** What is weaker here than it could be, in one sentence; null where nothing is. */
  readonly note: string | null
}

/**
 * Ways to start a program in a network namespace of its own (util-linux, unshare(1)). The first takes rights that root has; the others
 * a user namespace, which many systems let anybody have: as oneself, or, before util-linux 2.34, as its root.
 */
const WAYS: readonly (readonly string[])[] = [
  ['unshare', '--net', '--'],
  ['unshare', '--user', '--map-current-user', '--net', '--'],
  ['unshare', '--user', '--map-root-user', '--net', '--'],
]

/** For one way to be tried, in milliseconds; 40 are usual on a busy machine. */
const TRIAL_MS = 2000

const works = ([program = '', ...rest]: readonly string[]): boolean =>
  spawnSync(program, [...rest, process.execPath, '--version'], { stdio: 'ignore', timeout: TRIAL_MS }).status === 0

const NO_NAMESPACE =
  'This system gives no program a network namespace of its own, so only Node itself keeps the reading process from the network.'

const found = (): NetworkBarrier => {
  const isCovered = process.allowedNodeEnvironmentFlags.has('--allow-net')
  const command = process.platform === 'linux' ? WAYS.find(works) : undefined
  if (command !== undefined) return { kind: 'namespace', command, note: null }
  return isCovered ? { kind: 'permission', command: [], note: null } : { kind: 'latch', command: [], note: NO_NAMESPACE }
}

let known: NetworkBarrier | null = null

/** The strongest barrier that this system has; tried out once. Node 24's permission model covers files and programs, but no sockets. */
export const networkBarrier = (): NetworkBarrier => (known ??= found())
