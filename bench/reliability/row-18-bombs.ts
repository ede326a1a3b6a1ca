import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { localServer } from '../../src/node/local-server.fixture.ts'
import type { Blast } from './bomb-process.ts'
import { type Bomb, makeBombs } from './bombs.ts'
import type { RowOptions, RowResult } from './row.ts'

const run_ = promisify(execFile)

const MOST_MB = 256
const MOST_SECONDS = 5

const PROGRAM = new URL('./bomb-process.ts', import.meta.url).pathname

const blast = async (mode: 'guarded' | 'unguarded', port: number, path: string): Promise<Blast> => {
  const url = `http://127.0.0.1:${port}${path}`
  const { stdout } = await run_(process.execPath, ['--no-warnings', PROGRAM, mode, url, String(port)])
  return JSON.parse(stdout) as Blast
}

const holds = ({ told }: Bomb, { code, seconds, fetcherMb, readerMb }: Blast): boolean =>
  told.includes(code) && seconds <= MOST_SECONDS && fetcherMb <= MOST_MB && (readerMb ?? 0) <= MOST_MB

const round = (value: number): number => Math.round(value * 10) / 10

const line = ({ what }: Bomb, { code, seconds, fetcherMb, readerMb }: Blast): string =>
  `${what}: ${code}, ${round(seconds)} s, +${Math.round(fetcherMb)} MB fetching, ${readerMb === null ? 'unmeasured' : `+${Math.round(readerMb)} MB`} reading`

export const run = async ({ short }: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const bombs = await makeBombs(short)
  const server = await localServer((request, response) => {
    const bomb = bombs[Number(new URL(request.url ?? '/', 'http://server').searchParams.get('bomb'))]
    const encodings = bomb === undefined || bomb.encodings.length === 0 ? {} : { 'content-encoding': bomb.encodings.join(', ') }
    response
      .writeHead(bomb === undefined ? 404 : 200, { 'content-type': bomb?.mediaType ?? 'text/plain', ...encodings })
      .end(bomb?.body)
  })
  try {
    const blasts: [Bomb, Blast][] = []
    for (const [at, bomb] of bombs.entries()) blasts.push([bomb, await blast('guarded', server.port, `${bomb.path}?bomb=${at}`)])
    const swallowed = await blast('unguarded', server.port, '/page.html?bomb=0')
    const measured = blasts.map(([, one]) => one)
    return {
      row: 18,
      name: 'Bombs',
      n: bombs.length,
      passed: blasts.filter(([bomb, one]) => holds(bomb, one)).length,
      bar: `+${MOST_MB} MB or less in either process, ${MOST_SECONDS} s or less, refused with the right code`,
      control: {
        name: short ? '`arrayBuffer()` on the gzip bomb of 100 MB' : '`arrayBuffer()` on the gzip bomb',
        // In the short form a tenth of the bomb is enough to be ten times the guarded way's figure.
        caught: swallowed.code.startsWith('read') && swallowed.fetcherMb > (short ? 100 : MOST_MB),
        figure: `${swallowed.code}, +${Math.round(swallowed.fetcherMb)} MB, ${round(swallowed.seconds)} s`,
      },
      figures: {
        'most MB fetching': Math.round(Math.max(...measured.map(({ fetcherMb }) => fetcherMb))),
        'most MB reading': Math.round(Math.max(...measured.map(({ readerMb }) => readerMb ?? 0))),
        'most seconds': round(Math.max(...measured.map(({ seconds }) => seconds))),
        'told too large': measured.filter(({ code }) => code === 'too-large').length,
      },
      seconds: (performance.now() - started) / 1000,
      notes: [
        ...blasts.map(([bomb, one]) => `${holds(bomb, one) ? '' : 'FAILED '}${line(bomb, one)}`),
        'Growth is from the size after a first small text to the highest ever: what a reader takes while it starts (some 16 MB more than it keeps) hides as much growth, so +0 MB is anything up to that.',
      ],
    }
  } finally {
    await server.close()
  }
}
