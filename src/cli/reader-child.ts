// The process in which captured bytes are read: started by `openReader`, which kills it where a page takes too long or too much.
import { serveReader } from '../node/isolated-reader-child.ts'
import { archivedPages } from '../node/web-archive/captured-pages.ts'
import { read, rendered } from '../read/read.ts'

serveReader({ read, render: rendered, unpack: ({ bytes, name }) => archivedPages(bytes, name) })
