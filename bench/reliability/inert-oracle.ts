import { createHash } from 'node:crypto'
import type { Element, Nodes, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'

/**
 * Whether a rendering is inert, told from its bytes alone: parsed anew by parse5, it may hold what is listed here and nothing else. The
 * lists are written anew and share nothing with the renderer's, so that a slip in one is seen by the other.
 */

const CONTENT = new Set(
  `a abbr article b bdi blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li
   mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr`.split(
    /\s+/u,
  ),
)

const SHELL: ReadonlySet<string> = new Set(['html', 'head', 'body', 'main', 'aside', 'meta', 'title', 'style'])

/** Attributes by their names in a tree, with what their values may be. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  alt: /^/u,
  className: /^(?:hidden|picture|words)$/u,
  colSpan: /^[1-9]\d?$/u,
  dateTime: /^/u,
  dir: /^(?:ltr|rtl|auto)$/u,
  lang: /^/u,
  reversed: /^true$/u,
  rowSpan: /^[1-9]\d?$/u,
  src: /^data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/]+=*$/u,
  start: /^-?\d+$/u,
  title: /^/u,
}

/** The four `meta` elements, as their properties in JSON. */
const metas = (policy: string): ReadonlySet<string> =>
  new Set([
    '{"charSet":"utf-8"}',
    JSON.stringify({ httpEquiv: ['Content-Security-Policy'], content: policy }),
    '{"name":"referrer","content":"no-referrer"}',
    '{"name":"viewport","content":"width=device-width"}',
  ])

const attributeFaults = ({ tagName, properties }: Element): readonly string[] =>
  Object.entries(properties).flatMap(([name, value]: [string, Properties[string]]) => {
    const said = Array.isArray(value) ? value.join(' ') : String(value)
    return ATTRIBUTES[name]?.test(said) === true ? [] : [`${tagName}[${name}=${said.slice(0, 60)}]`]
  })

/** The frame of a page has one order: what is told of it, where something is, and then what it holds. */
const frameFaults = ({ children }: Element): readonly string[] => {
  const names = children.map((child) => (child.type === 'element' ? child.tagName : child.type)).join(' ')
  return /^(?:aside )?main$/u.test(names) ? [] : [`a body of ${names.slice(0, 60)}`]
}

const shellFaults = (element: Element, parent: string, policy: string): readonly string[] => {
  const { tagName, properties, children } = element
  if (tagName === 'meta') return metas(policy).has(JSON.stringify(properties)) ? [] : [`meta ${JSON.stringify(properties)}`]
  const place = { html: 'root', head: 'html', body: 'html', main: 'body', aside: 'body', title: 'head', style: 'head' }[tagName]
  const faults = Object.keys(properties).length > 0 ? [`${tagName} with attributes`] : []
  if (place !== parent) return [...faults, `${tagName} in ${parent}`]
  if (tagName === 'body') return [...faults, ...frameFaults(element)]
  if (tagName !== 'style') return faults
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return policy.includes(`sha256-${createHash('sha256').update(text).digest('base64')}'`)
    ? faults
    : [...faults, 'a style of its own']
}

const faultsIn = (node: Nodes, parent: string, policy: string): readonly string[] => {
  if (node.type === 'comment') return ['a comment']
  if (node.type !== 'element')
    return node.type === 'root' ? node.children.flatMap((child) => faultsIn(child, 'root', policy)) : []
  const own = SHELL.has(node.tagName)
    ? shellFaults(node, parent, policy)
    : [...(CONTENT.has(node.tagName) ? [] : [`<${node.tagName}>`]), ...attributeFaults(node)]
  return [...own, ...node.children.flatMap((child) => faultsIn(child, node.tagName, policy))]
}

/** `policy` is what the page's `meta` must say. What is wrong is told of the page, and of the page written and parsed once more. */
export const inertFaults = (html: string, policy: string): readonly string[] => {
  const tree = fromHtml(html)
  const again = fromHtml(toHtml(tree))
  const once = faultsIn(tree, 'root', policy)
  return once.length > 0 ? once : faultsIn(again, 'root', policy).map((fault) => `${fault}, once written again`)
}

const ACTIVE = new Set(
  `applet audio base button embed fencedframe form frame frameset iframe input link math meta object picture portal script select source
   style svg template textarea track video`.split(/\s+/u),
)

const LOADS = /^(?:action|background|cite|data|formAction|href|ping|poster|src|srcSet|xLinkHref|style)$/u

/**
 * The same question with the least that anybody would call active, for markup that makes no promise of inertness: elements that run,
 * load, frame or ask; handlers of events; addresses with a scheme that runs, or that load something.
 */
export const activeNodes = (html: string): readonly string[] => {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      if (ACTIVE.has(node.tagName)) found.push(`<${node.tagName}>`)
      for (const [name, value] of Object.entries(node.properties)) {
        const loads = LOADS.test(name) && (node.tagName !== 'a' || !/^(?:https?:|[#/.\w-]*$)/iu.test(String(value)))
        if (name.startsWith('on') || loads) found.push(`${node.tagName}[${name}]`)
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromHtml(html, { fragment: true }))
  return found
}
