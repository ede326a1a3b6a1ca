import type { Capture, Document } from '../core/document.ts'
import { ok, refuse, type Result } from '../core/refusal.ts'
import { serveReader } from './isolated-reader-child.ts'
import { type Places, tryNetwork } from './network-tries.fixture.ts'

const documentOf = (text: string): Document => ({
  id: 'doc_0' as Document['id'],
  sha256: '',
  format: 'text',
  language: null,
  url: null,
  publisher: null,
  author: null,
  title: null,
  published: null,
  text,
  blocks: [],
  sentences: [],
  tokens: [],
})

/** Stands for `read`: does what the capture's name says. */
const read = async (capture: Capture): Promise<Result<readonly Document[]>> => {
  const text = new TextDecoder().decode(capture.bytes)
  switch (capture.name) {
    case 'for ever':
      for (;;);
    case 'hoard': {
      const hoard: unknown[] = []
      for (;;) hoard.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
    }
    case 'hoard bytes': {
      const hoard: Uint8Array[] = []
      for (;;) hoard.push(new Uint8Array(10_000_000).fill(1))
    }
    case 'throw':
      throw new Error(text)
    case 'exit':
      process.exit(3)
      break
    case 'refuse':
      return refuse('empty', text)
    case 'environment':
      return ok([documentOf(Object.keys(process.env).toSorted().join(' '))])
    case 'write': {
      const { writeFileSync } = await import('node:fs')
      writeFileSync(text, 'x')
      return ok([])
    }
    case 'network':
      return ok([documentOf(JSON.stringify(await tryNetwork(JSON.parse(text) as Places)))])
    case 'pid':
      return ok([documentOf(String(process.pid))])
    case 'later':
      await new Promise((resolve) => setTimeout(resolve, 50))
      return ok([documentOf(text)])
    default:
      return ok([documentOf(text)])
  }
}

serveReader({
  read,
  unpack: ({ name }) => Promise.resolve(refuse('unknown-format', `“${name}” is no archive.`)),
  render: async (capture) => {
    const result = await read(capture)
    return result.ok ? ok({ html: `<p>${result.value.map(({ text }) => text).join('')}</p>`, warnings: [] }) : result
  },
})
