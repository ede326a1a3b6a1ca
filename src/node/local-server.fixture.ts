import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** An HTTP server on every address of this machine that remembers who knocked. */
export interface LocalServer {
  readonly port: number
  /** The address, one of this machine's, at which each connection arrived. */
  readonly knocks: string[]
  /** `host` and path of each request. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

const plain = (address: string): string => address.replace(/^::ffff:/u, '')

export const localServer = async (answer: RequestListener): Promise<LocalServer> => {
  const knocks: string[] = []
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`)
    answer(request, response)
  })
  server.on('connection', (socket) => {
    knocks.push(plain(socket.localAddress ?? ''))
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    knocks,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}
