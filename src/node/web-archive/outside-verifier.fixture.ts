import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** A verifier of somebody else's, as found on the PATH. */
export interface OutsideVerifier {
  readonly name: string
  readonly version: string
  /** Null where a file is accepted, otherwise what was said about it. */
  readonly complaint: (path: string) => string | null
}

/** The first command of a name on the PATH that answers `probe` as it should, and how it calls its version. */
const found = (name: string, probe: readonly string[], answer: RegExp): { command: string; version: string } | null => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const command = join(folder, name)
    const run = spawnSync(command, probe, { encoding: 'utf8' })
    if (run.error !== undefined || run.status !== 0 || !answer.test(run.stdout)) continue
    return { command, version: spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim() }
  }
  return null
}

const complaintOf = (command: string, parts: readonly string[], isFine: (said: string) => boolean): string | null => {
  const run = spawnSync(command, parts, { encoding: 'utf8', maxBuffer: 50_000_000 })
  const said = `${run.stdout}${run.stderr}`.trim()
  return run.status === 0 && isFine(said) ? null : said || `${command} ended with ${String(run.status)}`
}

/**
 * `warcio check` (PyPI warcio), which recomputes every digest; null where it is not on the PATH. With `-v` it says what it compared.
 * The library for JavaScript of the same name brings a command `warcio` too, which has no `check`.
 */
export const warcioCheck = (): OutsideVerifier | null => {
  const warcio = found('warcio', ['check', '--help'], /usage: .*check/u)
  if (warcio === null) return null
  const isFine = (said: string): boolean => said.includes('digest pass') && !/fail|not checked|exception|unknown/iu.test(said)
  const complaint = (path: string): string | null => complaintOf(warcio.command, ['check', '-v', path], isFine)
  return { name: 'warcio check', version: warcio.version, complaint }
}

/** `wacz validate` (PyPI wacz, py-wacz); null where it is not on the PATH. */
export const waczValidate = (): OutsideVerifier | null => {
  const wacz = found('wacz', ['validate', '--help'], /usage: .*validate/u)
  if (wacz === null) return null
  const isFine = (said: string): boolean => said.includes('the passed WACZ is valid') && !said.includes('not listed')
  const complaint = (path: string): string | null => complaintOf(wacz.command, ['validate', '-f', path], isFine)
  return { name: 'wacz validate', version: wacz.version, complaint }
}
