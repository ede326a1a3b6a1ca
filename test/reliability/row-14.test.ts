import { describe, expect, it } from 'vitest'
import { hasChromium } from '../../bench/reliability/chromium.ts'
import { activeNodes, inertFaults } from '../../bench/reliability/inert-oracle.ts'
import { bundlesOf, look, run } from '../../bench/reliability/row-14.ts'
import { VECTORS } from '../../bench/reliability/vectors.data.ts'
import { RENDERING_META_POLICY } from '../../src/core/rendering.ts'
import { renderPage } from '../../src/read/rendering.ts'

const vectors = Object.values(VECTORS).flat()

const rendered = (html: string): Promise<string> =>
  renderPage(html, { name: 'a.html', bytes: new Uint8Array(), mediaType: null, charset: null, imprint: {} }).then(
    (rendering) => rendering.html,
  )

describe('hostile HTML', { timeout: 120_000 }, () => {
  it('becomes a rendering in which nothing acts, and Readability’s is none', async () => {
    const row = await run({ short: true, seed: 1 })
    expect(row.notes.slice(1)).toEqual([])
    expect(row.passed).toBe(row.n)
    expect(row.control.caught).toBe(true)
  })

  it.skipIf(!hasChromium())('does nothing in Chromium, and does without the renderer', async () => {
    const bundles = bundlesOf(await Promise.all(vectors.map(rendered)))
    expect(await look(bundles)).toEqual({
      looked: bundles.length,
      mains: vectors.length,
      active: [],
      ran: [],
      asked: [],
      crashes: 0,
    })
    const wild = await look(['<!DOCTYPE html><img src=//canary.test/x onerror=alert(1)>'])
    expect(wild.ran.length).toBeGreaterThan(0)
    expect(wild.asked).toContain('http://canary.test/x')
    expect(wild.active.length).toBeGreaterThan(0)
  })
})

describe('the oracle', () => {
  it.each([
    ['an element', '<form>x</form>'],
    ['a handler', '<p onclick=x>x'],
    ['an address', '<a href=x>x</a>'],
    ['a picture from elsewhere', '<img src=x.png>'],
    ['a drawing as a picture', '<img src="data:image/svg+xml;base64,AAAA">'],
    ['a style', '<p style=color:red>x'],
    ['a name', '<p id=x>x'],
    ['a comment', '<!--x-->'],
    ['a second policy', '<meta http-equiv=refresh content=1>'],
    ['foreign content', '<svg></svg>'],
    ['a class of the page', '<p class=x>x'],
    ['the frame of the page', '</main><aside>x</aside><main>x'],
  ])('sees %s that does not belong', async (_what, planted) => {
    const html = await rendered('<!DOCTYPE html><p>Mill')
    expect(inertFaults(html, RENDERING_META_POLICY)).toEqual([])
    const faults = inertFaults(html.replace('<main>', `<main>${planted}`), RENDERING_META_POLICY)
    expect(faults.length).toBeGreaterThan(0)
  })

  it('sees a policy or a style that was changed', async () => {
    const html = await rendered('<!DOCTYPE html><p>Mill')
    expect(inertFaults(html.replace('img-src', 'script-src'), RENDERING_META_POLICY)).toHaveLength(1)
    expect(inertFaults(html.replace('Georgia', 'Times'), RENDERING_META_POLICY)).toEqual(['a style of its own'])
  })

  it('calls most vectors active, and prose not', () => {
    const active = vectors.filter((vector) => activeNodes(vector).length > 0)
    expect(active.length).toBeGreaterThan(0.8 * vectors.length)
    expect(activeNodes('<p>Mill <a href="https://a.example/">x</a>')).toEqual([])
  })
})
