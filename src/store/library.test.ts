import { libraryContract, valueOf } from './library-contract.fixture.ts'
import { openLibrary } from './library.ts'

libraryContract('SQLite', async (folder, { now, who = 'ida' }) =>
  valueOf(await openLibrary(folder, now === undefined ? { who } : { who, now })),
)
