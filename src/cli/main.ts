#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { EXIT } from './exit-code.ts'

/** Whoever reads our output may have had enough of it: that is no failure. */
const leaveQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
}

process.stdout.on('error', leaveQuietly)
process.stderr.on('error', leaveQuietly)
process.once('SIGINT', () => process.exit(EXIT.interrupted))
// Compiled code is kept in the system's folder for temporary files: the second start takes half as long as the first.
enableCompileCache()
const { callProgram } = await import('./program.ts')
process.exitCode = await callProgram(process.argv.slice(2))
