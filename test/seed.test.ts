import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { check, read, rulesTagger } from '../src/index.ts'
import { gather } from '../src/node/gather.ts'

// The page the project began with, saved as text with its furniture on. It is not the project's to ship.
const SEED = fileURLToPath(new URL('../../shared/seed/ghost-army.txt', import.meta.url))
const SKIPPED = existsSync(SEED) ? '' : ' (skipped: the seed text is not beside the project)'

it.skipIf(SKIPPED !== '')(`leads the seed text back to who is cited${SKIPPED}`, async () => {
  const claims = [
    'Soldiers have arrived at the front.',
    'Experts will be sent.',
    'A treaty was signed.',
    'Volunteers were asked for.',
  ]
  const result = await check(await gather([SEED], { claims }), { tagger: rulesTagger, read })
  if (!result.ok) throw new Error(result.refusal.sentence)
  const { resolution, verdicts } = result.value
  const nameOf = new Map(resolution.sources.map(({ id, name }) => [id, name]))
  const chains = resolution.speakers.map(({ sources }) => sources.map((id) => nameOf.get(id)).join(' ← '))
  expect(chains).toContain('Frontier India ← Newsweek ← a South Korean source')
  expect(chains).toContain('Frontier India ← Rustem Umerov ← South Korean intelligence')
  expect(verdicts).toHaveLength(4)
})
