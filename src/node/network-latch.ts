import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const refuseNetwork = (): never => {
  throw Object.assign(new Error('this process has no network'), { code: 'ERR_ACCESS_DENIED' })
}

/** The functions of `holder` with these names, and those of its prototype, throw from now on. */
const shut = (holder: object, names: readonly string[]): void => {
  for (const name of names) if (name in holder) Object.defineProperty(holder, name, { value: refuseNetwork, configurable: false })
}

const isQuestion = (name: string): boolean => /^(?:lookup|resolve|reverse)/u.test(name)

const questionsOf = (holder: object): readonly string[] => Object.getOwnPropertyNames(holder).filter(isQuestion)

/**
 * Shuts every way by which Node itself reaches a network or a socket in the file system: TCP, TLS, UDP, names, `fetch`. There is no way
 * to open them again. It stands behind the namespace that the parent sets up where the system has one, and alone where it has none;
 * then it holds against every library, but not against code that gets at Node's inside.
 */
export const shutNetwork = (): void => {
  shut(net.Socket.prototype, ['connect'])
  shut(net.Server.prototype, ['listen'])
  shut(dgram.Socket.prototype, ['bind', 'connect', 'send'])
  for (const holder of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
    shut(holder, [...questionsOf(holder), ...questionsOf(Object.getPrototypeOf(holder) as object)])
  syncBuiltinESMExports()
}
