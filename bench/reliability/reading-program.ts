/** Reads every capture of a library so many times: `node reading-program.ts FOLDER ROUNDS`. */
import { createHash } from 'node:crypto'
import { captureId } from '../../src/core/capture.ts'
import { bytesOfCapture, captureOf } from '../../src/store/captures.ts'
import { openLibrary } from '../../src/store/library.ts'
import { entriesOf } from '../../src/store/journal/journal.ts'

const [folder = '', rounds = '1'] = process.argv.slice(2)
const library = await openLibrary(folder, { who: 'a reader' })
if (!library.ok) throw new Error(library.refusal.sentence)
const captures = (await entriesOf(library.value, { kinds: ['capture'] })).flatMap(({ deed }) =>
  deed.kind === 'capture' ? [deed.capture] : [],
)
const hashes = new Set<string>()
let [reads, same] = [0, 0]
for (let round = 0; round < Number(rounds); round++)
  for (const { id, sha256 } of captures) {
    const record = await captureOf(library.value, id)
    if (record === null) continue
    const { bytes } = await bytesOfCapture(library.value, record)
    const hash = createHash('sha256').update(bytes).digest('hex')
    hashes.add(hash)
    reads++
    if (hash === sha256 && captureId(record) === id) same++
  }
await library.value.close()
console.log(JSON.stringify({ reads, same, hashes: [...hashes] }))
