import { sql } from 'kysely'
import type { Database } from './tables.ts'

type Migration = (db: Database) => Promise<void>

const createCaseItems: Migration = async (db) => {
  await db.schema
    .createTable('case_item')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('number', 'integer')
    .addColumn('capture', 'text')
    .addColumn('held', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('case_item_key', ['case_id', 'kind', 'label'])
    .execute()
  await db.schema.createIndex('case_item_number').on('case_item').columns(['case_id', 'kind', 'number']).execute()
  await db.schema.createIndex('case_item_capture').on('case_item').columns(['case_id', 'capture']).execute()
}

const begin: Migration = async (db) => {
  await db.schema
    .createTable('entry')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('deed', 'text', (column) => column.notNull())
    .addColumn('leaf', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('entry_case').on('entry').columns(['case_id', 'seq']).execute()
  await db.schema
    .createTable('head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('frontier', 'text', (column) => column.notNull())
    .addColumn('checkpoint', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('capture')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('tombstone', 'integer')
    .execute()
  await db.schema.createIndex('capture_bytes').on('capture').column('sha256').execute()
  await db.schema.createIndex('capture_url').on('capture').column('url').execute()
  await db.schema.createIndex('capture_gone').on('capture').column('tombstone').where('tombstone', 'is not', null).execute()
  await db.schema
    .createTable('reading')
    .addColumn('capture_id', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('packed', 'text', (column) => column.notNull())
    .addColumn('body', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('reading_key', ['capture_id', 'reader'])
    .execute()
  await db.schema
    .createTable('kept_case')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('kept_case_name').unique().on('kept_case').column('name').execute()
  await createCaseItems(db)
  await db.schema
    .createTable('answer')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'blob', (column) => column.notNull())
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('held_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('answer_age').on('answer').columns(['kind', 'held_at']).execute()
}

/** In order; one that has been published is never changed. */
const MIGRATIONS: readonly Migration[] = [begin]

/** The library was written by a later version of Hearsay. */
export class LaterLibrary extends Error {
  override readonly name = 'LaterLibrary'
}

/**
 * Brings the tables to what this version expects, inside the transaction of `db`; gives how many steps that took. `own` are an engine's
 * own steps, which go with the first. Throws `LaterLibrary` where a later version has been here.
 */
export const migrate = async (db: Database, own: Migration, at: string): Promise<number> => {
  await sql`create table if not exists migration (number integer primary key, at text not null)`.execute(db)
  const done = (await db.selectFrom('migration').select('number').execute()).length
  if (done > MIGRATIONS.length) throw new LaterLibrary()
  for (const [number, step] of MIGRATIONS.entries()) {
    if (number < done) continue
    await step(db)
    if (number === 0) await own(db)
    await db.insertInto('migration').values({ number, at }).execute()
  }
  return MIGRATIONS.length - done
}
