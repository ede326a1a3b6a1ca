import type { Capture } from '../../src/core/document.ts'
import { RENDERING_META_POLICY } from '../../src/core/rendering.ts'
import { rendered } from '../../src/read/read.ts'
import { renderPage } from '../../src/read/rendering.ts'
import { chanceOf } from '../planted-chance.ts'
import { lookThrough, type Seen } from './browser-oracle.ts'
import { openCanary } from './canary.ts'
import { hasChromium, openTab } from './chromium.ts'
import { suiteFiles, suiteFragments } from './corpora.ts'
import { activeNodes, inertFaults } from './inert-oracle.ts'
import { mutated } from './mutation.ts'
import { readable } from './readable.ts'
import type { RowOptions, RowResult } from './row.ts'
import { VECTORS } from './vectors.data.ts'

/** What a fragment stands in: some prose, so that a reader of articles takes it for one. */
const PROSE = '<p>The mill at Saltby will close in May, its owner said on Monday, after two centuries of grinding corn.</p>'

/** Outputs of the control that are looked at in Chromium. */
const MOST_WILD = 120

const MUTANTS = { long: 4000, short: 300 }

/** Pages of one page of frames, and contents of one page where not every rendering has a page to itself. */
const BATCH = 40
const BUNDLE = 200

const capture = (name: string, bytes: Uint8Array): Capture => ({
  name,
  bytes,
  mediaType: 'text/html',
  charset: null,
  imprint: {},
})

const page = (fragment: string): string => `<!DOCTYPE html><html><body><article>${PROSE}${fragment}</article></body></html>`

interface Input {
  readonly name: string
  readonly html: string
}

/** A rendering, or why there is none. */
const renderingOf = async ({ name, html }: Input): Promise<string | { readonly fault: string }> => {
  try {
    return (await renderPage(html, capture(name, new Uint8Array()))).html
  } catch (fault) {
    return { fault: String(fault) }
  }
}

/** The rendering of a whole page; null where it is refused. */
const pageOf = async ({
  name,
  bytes,
}: {
  name: string
  bytes: Uint8Array
}): Promise<string | { readonly fault: string } | null> => {
  try {
    const result = await rendered(capture(name, bytes))
    return result.ok ? result.value.html : null
  } catch (fault) {
    return { fault: String(fault) }
  }
}

/** The policy taken out, so that nothing but the sanitiser stands between a fragment and the browser. */
export const withoutPolicy = (html: string): string => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')

/** What stands in the `main` of renderings, many of them in one page: each must still be there as a `main` of its own. */
export const bundlesOf = (pages: readonly string[]): readonly string[] => {
  const mains = pages.map((html) => html.slice(html.indexOf('<main>'), html.lastIndexOf('</main>') + '</main>'.length))
  return Array.from({ length: Math.ceil(mains.length / BUNDLE) }, (_, at) => {
    const held = mains.slice(at * BUNDLE, (at + 1) * BUNDLE).join('\n')
    return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>bundle</title></head><body>${held}</body></html>`
  })
}

/** What Chromium sees in these pages, each in a frame of its own. */
export const look = async (pages: readonly string[]): Promise<Seen> => {
  const canary = await openCanary((index) => pages[index] ?? null)
  const tab = await openTab(canary.port)
  try {
    return await lookThrough(tab, canary, { count: pages.length, batch: BATCH })
  } finally {
    await tab.close()
    canary.close()
  }
}

const inputsFor = ({
  short,
  seed,
}: RowOptions): { readonly fragments: readonly string[]; readonly mutants: readonly string[] } => {
  const chance = chanceOf(seed)
  const vectors = Object.values(VECTORS).flat()
  const suite = suiteFragments().map(({ text }) => text)
  const fragments = [...vectors, ...(short ? suite.filter(() => chance.happens(0.05)) : suite)]
  const sources = [...vectors, ...suite.filter((text) => text.includes('<'))]
  const count = short ? MUTANTS.short : MUTANTS.long
  return { fragments, mutants: Array.from({ length: count }, () => mutated(chance.pick(sources), chance, sources)) }
}

const readabilityControl = async (
  fragments: readonly string[],
): Promise<{ readonly share: string; readonly active: readonly string[] }> => {
  const outputs = (await Promise.all(fragments.map((fragment) => readable(page(fragment))))).filter((html) => html !== null)
  const active = outputs.filter((html) => activeNodes(html).length > 0)
  return {
    share: `${active.length} of ${fragments.length} (${((100 * active.length) / fragments.length).toFixed(1)} %) active`,
    active,
  }
}

/** Row 14: hostile HTML becomes a rendering in which nothing acts, by its bytes and in Chromium. */
export const run = async (options: RowOptions): Promise<RowResult> => {
  const started = performance.now()
  const { fragments, mutants } = inputsFor(options)
  const files = options.short ? [] : suiteFiles('pages')
  const whole = (await Promise.all(files.map(pageOf))).filter((output) => output !== null)
  const outputs = [
    ...(await Promise.all(fragments.map((html, at) => renderingOf({ name: `f${at}.html`, html: page(html) })))),
    ...(await Promise.all(mutants.map((html, at) => renderingOf({ name: `m${at}.html`, html })))),
    ...whole,
  ]
  const pages = outputs.filter((output) => typeof output === 'string')
  const bare = pages.filter((html) => inertFaults(html, RENDERING_META_POLICY).length > 0)
  const crashed = outputs.filter((output) => typeof output !== 'string')
  const control = await readabilityControl(fragments)
  const browser = !options.short && hasChromium()
  const vectors = Object.values(VECTORS).flat().length
  const single = [...pages.slice(0, vectors), ...whole.filter((output) => typeof output === 'string')]
  const bundled = bundlesOf(pages)
  const alone = browser ? await look([...single.map(withoutPolicy), ...bundled]) : null
  const shipped = browser ? await look(pages.slice(0, vectors)) : null
  const wild = browser ? await look(control.active.slice(0, MOST_WILD).map((html) => `<!DOCTYPE html><body>${html}`)) : null
  const hits = [alone, shipped].flatMap((seen) => (seen === null ? [] : [...seen.active, ...seen.ran, ...seen.asked]))
  const lost = alone === null ? 0 : single.length + bundled.length - alone.looked + (single.length + pages.length - alone.mains)
  return {
    row: 14,
    name: 'Hostile HTML to a rendered page',
    n: outputs.length,
    passed: outputs.length - crashed.length - bare.length - Math.min(outputs.length, hits.length + lost),
    bar: '0 crashes; 0 active nodes; 0 canary hits; 0 outbound requests',
    control: {
      name: 'Readability alone',
      caught: control.active.length > 0 && (wild === null || wild.ran.length + wild.asked.length > 0),
      figure:
        wild === null
          ? control.share
          : `${control.share}; in Chromium ${wild.ran.length} programs ran, ${wild.asked.length} requests`,
    },
    figures: {
      'hand-written vectors': vectors,
      'fragments of public suites': fragments.length - vectors,
      mutants: mutants.length,
      pages: whole.length,
      'pages refused': files.length - whole.length,
      crashes: crashed.length + (alone?.crashes ?? 0),
      'with an active node by their bytes': bare.length,
      'looked at in Chromium without the policy, each a page': alone === null ? 0 : single.length,
      'looked at in Chromium without the policy, 200 to a page': alone === null ? 0 : pages.length,
      'renderings that Chromium did not find whole': lost,
      'looked at in Chromium as shipped': shipped?.looked ?? 0,
      'active nodes in Chromium': (alone?.active.length ?? 0) + (shipped?.active.length ?? 0),
      'canary hits': (alone?.ran.length ?? 0) + (shipped?.ran.length ?? 0),
      'outbound requests': (alone?.asked.length ?? 0) + (shipped?.asked.length ?? 0),
    },
    seconds: (performance.now() - started) / 1000,
    notes: [
      ...(browser
        ? []
        : ['Chromium was not asked: the short form looks at bytes alone, and without Chromium nothing else can be done.']),
      ...[...hits, ...bare.flatMap((html) => inertFaults(html, RENDERING_META_POLICY))].slice(0, 10),
      ...crashed.map(({ fault }) => fault).slice(0, 5),
    ],
  }
}
