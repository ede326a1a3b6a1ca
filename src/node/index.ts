/** The outside world: pages, files and folders in, and a process of its own to read them in. Runs on Node. */
export { isPublicAddress } from './address.ts'
export { type CaseDocument, type CaseFile, readCaseFile } from './case-file.ts'
export { isDay } from './day.ts'
export { gather, type GatherOptions } from './gather.ts'
export { type Fetched, type FetchOptions, fetchPage } from './gateway.ts'
export { openReader, type Reader, type ReaderOptions } from './isolated-reader.ts'
export { serveReader } from './isolated-reader-child.ts'
export { type Resolver } from './target.ts'
