/**
 * Preloaded (`node --import`) into a program whose file calls are made to fail one by one: chance and process id are the same in every
 * run, so that its files have the same names, and strace can be told which calls are the library's.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Above the highest that Linux gives (2²² on 64 bits): never a running program. */
const NOBODY = 4_194_305

let made = 0

const steadyBytes = (size: number): Buffer => {
  made++
  return crypto.createHash('sha512').update(`bytes ${made}`).digest().subarray(0, size)
}

Object.assign(crypto, { randomBytes: steadyBytes })
Object.defineProperty(process, 'pid', { value: NOBODY })
syncBuiltinESMExports()
