import { describe, expect, it } from 'vitest'
import { surtOf } from './surt.ts'

// What the reference implementation (PyPI surt 0.3.1) gives for them.
describe('the key of a URL', () => {
  it.each([
    ['http://www.Example.com/Path/?b=2&a=1', 'com,example)/path?a=1&b=2'],
    ['https://example.com:8443/a/b/', 'com,example:8443)/a/b'],
    ['http://example.com', 'com,example)/'],
    ['https://user:pw@www2.example.co.uk/%7Efoo/index.html', 'uk,co,example)/~foo/index.html'],
    ['https://example.com/é?q=ü', 'com,example)/%c3%a9?q=%c3%bc'],
    ['https://bücher.example/x', 'example,xn--bcher-kva)/x'],
    ['http://192.168.0.1/a', '1,0,168,192)/a'],
    ['dns:example.com', 'dns:example.com'],
    ['https://example.com/a//b/../c?', 'com,example)/a/c'],
    ['https://example.com/?a=1&A=2&=', 'com,example)/?=&a=1&a=2'],
    ['https://example.com/a%20b?c=d%2Fe', 'com,example)/a%20b?c=d/e'],
    ['file:///etc/x', 'file:/etc/x'],
    ['ftp://example.com/x', 'com,example)/x'],
    ['https://example.com/a#frag', 'com,example)/a'],
    ['https://www.example.com./x', 'com,example)/x'],
    ['https://example.com/?x=1&&y=2', 'com,example)/?&x=1&y=2'],
  ])('%s is %s', (url, key) => {
    expect(surtOf(url)).toBe(key)
  })

  it('is one word, whatever the URL', () => {
    for (const url of ['urn:a b', 'https://example.com/\u0085\u2028', '\ud800', 'https://[::1]/ x', '%', 'http://%'])
      expect(surtOf(url)).toMatch(/^\S+$/u)
  })
})
