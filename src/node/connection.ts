import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import type { Target } from './target.ts'

/** The far end of an open socket may not be talked to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** Answers with the checked addresses only: what a name server says the next time is never heard. */
const lookupOf =
  (addresses: readonly string[]): LookupFunction =>
  (_name, { all }, callback) => {
    const [first = ''] = addresses
    if (all === true)
      callback(
        null,
        addresses.map((address) => ({ address, family: isIP(address) })),
      )
    else callback(null, first, isIP(first))
  }

/**
 * A connector that reaches the target's checked addresses and no other, and looks at who is at the other end before a word is sent.
 * Fails with `AddressRefused` where that is nobody allowed.
 */
export const connectorOf = (
  target: Target,
  allowsAddress: (address: string) => boolean,
  timeout: number,
): buildConnector.connector => {
  const connect = buildConnector({ lookup: lookupOf(target.addresses), autoSelectFamily: true, allowH2: false, timeout })
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null)
      } else if (allowsAddress(socket.remoteAddress ?? '')) {
        callback(null, socket)
      } else {
        socket.destroy()
        callback(new AddressRefused(`connected to ${socket.remoteAddress ?? 'nobody'}`), null)
      }
    })
  }
}
