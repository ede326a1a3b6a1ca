import { describe, expect, it } from 'vitest'
import { cleanMarkup } from './markup.ts'
import { xmlShape } from './xml-shape.ts'

const clean = (source: string): string => cleanMarkup(source, 512).html

describe('cleanMarkup', () => {
  it.each([
    ['closes what a browser closes', '<p>a<p>b<ul><li>c<li>d</ul>', '<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>'],
    [
      'closes cells and rows',
      '<table><tr><td>a<td>b<tr><th>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>',
    ],
    ['stops a formatting end tag at its block', '<b>a<div>b</b>c</div>', '<b>a<div>bc</div></b>'],
    ['leaves end tags without a start out', 'a</div></p>b', 'ab'],
    [
      'drops scripts, styles, comments and drawings',
      'a<script>if (a<b) "</p>"</script><style>p{}</style><!-- <p> --><svg><path/></svg>b',
      'ab',
    ],
    ['drops pictures and what they hold', '<img src="data:image/png;base64,AA"><a href="data:text/html,x">b</a>', '<a>b</a>'],
    [
      'keeps the attributes that are read',
      '<p class="a" onclick="x()" style=\'color:"red"\' class="b">c',
      '<p class="a" style="color:&quot;red&quot;">c</p>',
    ],
    ['takes a stray < for text', '3 < 4 <5 and a<', '3 &lt; 4 &lt;5 and a&lt;'],
    ['reads an unclosed script to the end', 'a<script>b<p>c', 'a'],
    ['reads an unclosed drawing as if it were not there', 'a<svg><p>b', 'a<p>b</p>'],
    ['keeps the text of a title as text', '<title>a<b</title>', '<title>a&lt;b</title>'],
    [
      'sees into shadow trees',
      '<template shadowrootmode="open"><p>a</p></template><template><p>b</p></template>',
      '<template shadowrootmode="open"><p>a</p></template>',
    ],
    ['reads upper case and odd spacing', '<P\n CLASS = x >a</P >', '<p class="x">a</p>'],
  ])('%s', (_what, source, html) => {
    expect(clean(source)).toBe(html)
  })

  it('keeps JSON-LD apart', () => {
    expect(cleanMarkup('<script type="application/ld+json">{"a":1}</script>', 512)).toMatchObject({
      html: '',
      jsonLd: ['{"a":1}'],
    })
  })

  it('measures', () => {
    expect(cleanMarkup('<div><p>a &amp; <b>b</b></div><p>c', 512)).toMatchObject({ depth: 3, elements: 4, nodes: 5 })
  })

  it('stops where the nesting goes too deep', () => {
    expect(cleanMarkup('<i>'.repeat(600), 512).depth).toBe(513)
    expect(cleanMarkup('<p>a'.repeat(600), 512).depth).toBe(1)
  })
})

describe('xmlShape', () => {
  it('measures without reading', () => {
    expect(xmlShape('<?xml version="1.0"?><a><b/><c>x<!-- <d> --><![CDATA[<e>]]></c></a>')).toEqual({ depth: 2, elements: 3 })
    expect(xmlShape('<a><b>')).toEqual({ depth: 2, elements: 2 })
  })
})
