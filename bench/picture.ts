/** `npm run picture`: the README's picture, the example's page as the system's Chromium shows it. Without Chromium this says so and stops. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
const page = join(folder, 'page.html')
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  `--user-data-dir=${join(folder, 'profile')}`,
]

spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'check', join(ROOT, 'examples/kestrel-drone'), '--html', page])
const shot = spawnSync(
  'chromium',
  [...FLAGS, `--screenshot=${join(ROOT, 'docs/picture.png')}`, '--window-size=1000,1420', pathToFileURL(page).href],
  { encoding: 'utf8' },
)
console.log(
  shot.error === undefined ? 'docs/picture.png is written.' : 'The picture is not made: no program “chromium” was found.',
)
