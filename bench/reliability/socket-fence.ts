import { isIP, type LookupFunction, Socket } from 'node:net'

/** Stands at the one place where every socket of this process, whoever opens it, turns to its far end. */
export interface Fence {
  /** The addresses that sockets turned to, in order, let through or not. */
  readonly attempts: string[]
  readonly take: () => void
}

interface Turn {
  host?: string
  lookup?: LookupFunction
  autoSelectFamily?: boolean
}

const isLoopback = (address: string): boolean => /^(?:127\.|::1$|0\.0\.0\.0$|::$|::ffff:(?:127\.|7f))/iu.test(address)

/** What is no address of this machine becomes one: nothing that a test asks for may leave it. */
const HERE = '127.0.0.1'

const fencedLookup =
  (lookup: LookupFunction, attempts: string[]): LookupFunction =>
  (name, options, callback) => {
    lookup(name, options, (error, found, family) => {
      if (error !== null) {
        callback(error, found, family)
        return
      }
      const all = typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found
      attempts.push(...all.map(({ address }) => address))
      const fenced = all.map(({ address, family: kind }) =>
        isLoopback(address) ? { address, family: kind } : { address: HERE, family: 4 },
      )
      const [first] = fenced
      if (typeof found === 'string') callback(null, first?.address ?? HERE, first?.family ?? 4)
      else callback(null, fenced)
    })
  }

/**
 * Puts up the fence. A socket that turns to an address of this machine gets there; one that turns to any other is written down and led
 * to 127.0.0.1 instead, so that an unprotected variant can be tried without a packet to anybody.
 */
export const putUpFence = (): Fence => {
  const attempts: string[] = []
  const plain = Reflect.get(Socket.prototype, 'connect') as (...given: unknown[]) => unknown
  const fenced = function (this: Socket, ...given: unknown[]): unknown {
    const first = Array.isArray(given[0]) ? (given[0] as unknown[])[0] : given[0]
    const turn = first as Turn
    const host = turn.host ?? 'localhost'
    if (isIP(host) !== 0) {
      attempts.push(host)
      if (!isLoopback(host)) turn.host = HERE
    } else if (turn.lookup === undefined) {
      throw new Error(`a socket would ask the system for ${host}`)
    } else turn.lookup = fencedLookup(turn.lookup, attempts)
    return Reflect.apply(plain, this, given)
  }
  Reflect.set(Socket.prototype, 'connect', fenced)
  return {
    attempts,
    take: () => {
      Reflect.set(Socket.prototype, 'connect', plain)
    },
  }
}
