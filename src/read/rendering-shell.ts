import type { Element, ElementContent } from 'hast'
import { plain } from '../core/plain-text.ts'
import { RENDERING_META_POLICY, type Rendering } from '../core/rendering.ts'
import { RENDERING_STYLE } from './rendering-style.data.ts'

const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const words = (value: string): ElementContent => ({ type: 'text', value })

/** The document around content that is already fit to be shown: its policy first, so that it holds for all that follows. */
export const renderingOf = async (
  title: string,
  content: readonly ElementContent[],
  warnings: readonly string[],
): Promise<Rendering> => {
  const { toHtml } = await import('hast-util-to-html')
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: RENDERING_META_POLICY }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, words(plain(title))),
    element('style', {}, words(RENDERING_STYLE)),
  )
  const notes = warnings.map((warning) => element('p', {}, words(plain(warning))))
  const aside = notes.length === 0 ? [] : [element('aside', {}, ...notes)]
  const body = element('body', {}, ...aside, element('main', {}, ...content))
  const html = toHtml({ type: 'root', children: [{ type: 'doctype' }, element('html', {}, head, body)] })
  return { html, warnings }
}
