import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where pages under test are said to stand; no name is ever looked up, because every request goes to the proxy. */
export const HOST = 'render.test'

/** A proxy that answers for every host in the world, and notes whoever asks for what nobody should. */
export interface Canary {
  readonly port: number
  /** Addresses asked for that are no page under test. */
  readonly asked: string[]
  readonly close: () => void
}

const framesOf = (paths: readonly string[]): string =>
  `<!DOCTYPE html><meta charset=utf-8><title>frames</title>${paths.map((path) => `<iframe src="${path}" width=300 height=150></iframe>`).join('')}`

/** `pageAt` gives the page at a number, null where there is none; `/frames/3-7` holds pages 3 to 6 in frames of one origin. */
export const openCanary = async (pageAt: (index: number) => string | null): Promise<Canary> => {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const url = request.url ?? ''
    const [, kind, from = '', to = ''] = new RegExp(`^http://${HOST}/(page|frames)/(\\d+)(?:-(\\d+))?$`, 'u').exec(url) ?? []
    const indices = Array.from({ length: Number(to) - Number(from) }, (_, more) => Number(from) + more)
    const page =
      kind === 'frames' ? framesOf(indices.map((index) => `/page/${index}`)) : kind === 'page' ? pageAt(Number(from)) : null
    if (page === null) asked.push(url)
    response.writeHead(page === null ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(page ?? '')
  })
  // A tunnel for TLS names its host and nothing more.
  server.on('connect', (request, socket) => {
    asked.push(`https://${request.url ?? ''}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, asked, close }
}
