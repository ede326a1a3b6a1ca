import type { Canary } from './canary.ts'
import { HOST } from './canary.ts'
import type { Tab } from './chromium.ts'

/** What a browser saw in pages that should do nothing. */
export interface Seen {
  /** Pages that came up and were looked through. */
  readonly looked: number
  /** `main` elements in them. */
  readonly mains: number
  /** Elements, handlers and addresses that act, by Chromium's own tree. */
  readonly active: readonly string[]
  /** Programs that ran. */
  readonly ran: readonly string[]
  /** Addresses that were asked for. */
  readonly asked: readonly string[]
  readonly crashes: number
}

/** Runs in every document before anything in it. */
const HOOKS = `for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = () => { globalThis.canary?.(name + ' in ' + location.href) }`

/** Runs in the page of frames: looks through each, then does to every element in it what a reader might. */
const LOOK = `(() => {
  const ACTIVE = new Set('APPLET AREA AUDIO BASE BUTTON EMBED FENCEDFRAME FORM FRAME FRAMESET IFRAME INPUT LINK MAP MATH OBJECT PICTURE PORTAL SCRIPT SELECT SOURCE SVG TEMPLATE TEXTAREA TRACK VIDEO'.split(' '))
  const LOADS = new Set('action background cite data formaction href ping poster srcset xlink:href style is id name'.split(' '))
  const EVENTS = 'click dblclick mouseover mouseenter mousemove mousedown mouseup pointerenter pointerover pointerdown focus focusin blur keydown keyup input change select submit toggle beforetoggle load error animationstart animationend transitionend wheel scroll contextmenu copy paste drag dragstart touchstart'.split(' ')
  let looked = 0
  let mains = 0
  const active = []
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument
    if (page === null || !page.location.href.startsWith('http://${HOST}/page/')) continue
    looked++
    mains += page.querySelectorAll('main').length
    const all = [...page.querySelectorAll('*')]
    for (const element of all) {
      const where = ' in ' + page.location.pathname
      if (ACTIVE.has(element.tagName.toUpperCase()) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') active.push('<' + element.tagName + '>' + where)
      if (element.tagName === 'META' && /refresh/i.test(element.httpEquiv)) active.push('refresh' + where)
      for (const { name, value } of element.attributes)
        if (element.tagName !== 'META' && (name.startsWith('on') || LOADS.has(name) || (name === 'src' && !/^data:image\\/(png|gif|jpeg);base64,/.test(value)))) active.push(element.tagName + '[' + name + ']' + where)
      if (element.shadowRoot !== null) active.push('a shadow tree' + where)
    }
    for (const element of all.slice(0, 300)) {
      for (const type of EVENTS) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }))
      element.click?.()
      element.focus?.()
    }
  }
  return JSON.stringify({ looked, mains, active: active.slice(0, 500), more: active.length })
})()`

/** What this Chromium asks for by itself on an empty page, whatever it is told: the time, its updates, its sign-in. */
const OWN = /^https?:\/\/(?:clients2\.google\.com\/time|update\.googleapis\.com|accounts\.google\.com:443)/u

/** Chromium asks for the icon of any site by itself. */
const ICON = `http://${HOST}/favicon.ico`

const isPage = (url: string): boolean => url === ICON || /^\/(?:page|frames)\/[\d-]+$/u.test(url.replace(`http://${HOST}`, ''))

/** Milliseconds for one page of frames to load, and after it was looked through for what comes late. */
const LOAD_MS = 90_000
const LATE_MS = 200

interface Looked {
  readonly looked: number
  readonly mains: number
  readonly active: readonly string[]
}

const loaded = async (tab: Tab, url: string): Promise<void> => {
  let done = (): void => undefined
  const load = new Promise<void>((resolve) => {
    done = resolve
  })
  tab.on((method) => {
    if (method === 'Page.loadEventFired') done()
  })
  await tab.send('Page.navigate', { url })
  await Promise.race([load, new Promise((resolve) => setTimeout(resolve, LOAD_MS))])
}

/** Looks at pages 0 up to `count` of the canary's, `batch` of them at a time. */
export const lookThrough = async (
  tab: Tab,
  canary: Canary,
  { count, batch }: { count: number; batch: number },
): Promise<Seen> => {
  const ran: string[] = []
  const active: string[] = []
  const asked: string[] = []
  let looked = 0
  let mains = 0
  let crashes = 0
  tab.on((method, params) => {
    if (method === 'Runtime.bindingCalled') ran.push(String(params['payload']))
    // The tab says what its pages ask for, before the proxy or anything else is asked.
    if (method === 'Network.requestWillBeSent') {
      const { url } = params['request'] as { readonly url: string }
      if (!isPage(url) && !/^(?:data|about):/u.test(url)) asked.push(url)
    }
    if (method === 'Inspector.targetCrashed') crashes++
    if (method === 'Page.javascriptDialogOpening') {
      ran.push(`a dialogue: ${String(params['message'])}`)
      void tab.send('Page.handleJavaScriptDialog', { accept: true })
    }
  })
  for (const domain of ['Page', 'Runtime', 'Inspector', 'Network']) await tab.send(`${domain}.enable`)
  await tab.send('Runtime.addBinding', { name: 'canary' })
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: HOOKS })
  for (let from = 0; from < count; from += batch) {
    await loaded(tab, `http://${HOST}/frames/${from}-${Math.min(count, from + batch)}`)
    const { result } = (await tab.send('Runtime.evaluate', { expression: LOOK })) as { result: { value?: string } }
    const found = JSON.parse(result.value ?? '{"looked":0,"mains":0,"active":[]}') as Looked
    looked += found.looked
    mains += found.mains
    active.push(...found.active)
    await new Promise((resolve) => setTimeout(resolve, LATE_MS))
  }
  return {
    looked,
    mains,
    active,
    ran,
    asked: [...asked, ...canary.asked.filter((url) => !OWN.test(url) && url !== ICON)],
    crashes,
  }
}
