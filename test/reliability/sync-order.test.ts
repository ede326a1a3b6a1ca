import { describe, expect, it } from 'vitest'
import { callsOf } from '../../bench/reliability/strace-log.ts'
import { faultsOf, toldIn, traceOf } from '../../bench/reliability/sync-order.ts'

const SHA256 = 'ab'.repeat(32)
const BLOB = `/l/sha256/ab/${SHA256}`

/** What a library does for its first capture, as strace tells it; the calls that a loss of power makes needful are marked. */
const LOG: readonly (readonly [line: string, needful?: 'needful'])[] = [
  ['1 mkdir("/l", 0777) = 0'],
  ['1 fsync(21</>) = 0', 'needful'],
  ['2 link("/l/signing-key.json.1.ab", "/l/signing-key.json") = 0'],
  ['2 openat(AT_FDCWD, "/l/library.sqlite", O_RDWR|O_CREAT|O_NOFOLLOW, 0644) = 20</l/library.sqlite>'],
  ['2 openat(AT_FDCWD, "/l/library.sqlite-wal", O_RDWR|O_CREAT|O_NOFOLLOW, 0644) = 22</l/library.sqlite-wal>'],
  ['2 mkdir("/l/sha256", 0777)         = 0'],
  ['2 mkdir("/l/sha256/ab", 0777) = -1 EEXIST (File exists)'],
  ['2 mkdir("/l/sha256/ab", 0777) = 0'],
  ['3 fsync(23</l/sha256> <unfinished ...>', 'needful'],
  ['1 write(1<pipe:[1]>, "{\\"kind\\":\\"opened\\"}\\n", 18) = 18'],
  ['3 <... fsync resumed>)          = 0', 'needful'],
  ['3 fsync(24</l>) = 0', 'needful'],
  ['3 write(26</l/incoming/1.ab>, "a) = 3 <unfinished ...>", 24) = 24'],
  ['3 fsync(26</l/incoming/1.ab>) = 0', 'needful'],
  [`3 rename("/l/incoming/1.ab", "${BLOB}") = 0`, 'needful'],
  ['3 fsync(27</l/sha256/ab>) = 0', 'needful'],
  ['1 pwrite64(25</l/library.sqlite-wal>, "..."..., 4096, 56) = 4096', 'needful'],
  ['1 fsync(25</l/library.sqlite-wal>) = 0', 'needful'],
  [
    `1 write(1<pipe:[1]>, "{\\"kind\\":\\"capture\\",\\"item\\":0,\\"id\\":\\"cap_1\\",\\"sha256\\":\\"${SHA256}\\"}"..., 130) = 130`,
  ],
]

const faultsIn = (lines: readonly string[]): readonly string[] => {
  const calls = callsOf(lines.join('\n'))
  const told = toldIn(calls)
  expect(told).toHaveLength(1)
  return told.flatMap((one) => faultsOf(traceOf(calls), one, '/l'))
}

const lines = LOG.map(([line]) => line)

describe('the order of syncs', () => {
  it('is found right where it is', () => {
    expect(faultsIn(lines)).toEqual([])
  })

  it.each(LOG.flatMap(([line, needful], at) => (needful === undefined ? [] : [[line, at] as const])))(
    'is found wrong without %s',
    (_line, at) => {
      expect(faultsIn(lines.toSpliced(at, 1))).not.toEqual([])
    },
  )

  it.each(LOG.flatMap(([line, needful], at) => (needful === undefined || !line.includes('sync') ? [] : [[line, at] as const])))(
    'is found wrong where it comes only afterwards: %s',
    (line, at) => {
      expect(faultsIn([...lines.toSpliced(at, 1), line])).not.toEqual([])
    },
  )

  it('is found wrong where a sync failed', () => {
    const failed = lines.map((line) =>
      line.replace('fsync(25</l/library.sqlite-wal>) = 0', 'fsync(25</l/library.sqlite-wal>) = -1 EIO (x)'),
    )
    expect(faultsIn(failed)).toEqual(['the log of the database was not synced after its last write'])
  })
})
