import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Data } from './contenders.ts'
import { writeCorpus } from './generate.ts'
import { floorTrial, importTrial, type Trial } from './importTrial.ts'

/** What importing a corpus took. */
export interface ImportFigures {
  readonly first: Trial
  /** The same file once more, unchanged. */
  readonly again: Trial
  /** The same rows by bare prepared inserts; null for a corpus of which a second copy would be too large. */
  readonly floor: Trial | null
  readonly bytesPerStatement: number
}

export interface Dataset extends Data {
  readonly imported: ImportFigures
}

const mostForFloor = 1_000_000

/** Written last: where it stands, all of the database does. */
const figuresFile = 'import.json'

/** Whether the database of a size is there. */
export function isMade(folder: string, label: string): boolean {
  return existsSync(join(folder, label, figuresFile))
}

/**
 * The generated database of a size, which is made by the importer if it is not there. Where it is, `isImportedAgain` has the import
 * measured anew, into a database beside it.
 */
export async function datasetOf(
  folder: string,
  label: string,
  statements: number,
  isImportedAgain: boolean,
  say: (line: string) => void,
): Promise<Dataset> {
  const place = join(folder, label)
  const data = { database: join(place, 'dixit.db'), postgres: join(place, 'postgres') }
  const figures = join(place, figuresFile)
  const isThere = isMade(folder, label)
  if (isThere && !isImportedAgain) return { ...data, imported: JSON.parse(readFileSync(figures, 'utf8')) }
  if (!isThere) rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const database = isThere ? join(place, 'again.db') : data.database
  const imported = await make(place, database, statements, say)
  if (isThere) removeDatabase(database)
  writeFileSync(figures, JSON.stringify(imported))
  return { ...data, imported }
}

function removeDatabase(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
}

async function make(
  place: string,
  database: string,
  statements: number,
  say: (line: string) => void,
): Promise<ImportFigures> {
  const corpus = join(place, 'corpus.jsonl')
  say(`writing a corpus of ${statements.toLocaleString('en-US')} statements`)
  await writeCorpus(corpus, statements)
  say('importing it')
  const first = importTrial('jsonl', corpus, database)
  check(database, statements)
  const again = importTrial('jsonl', corpus, database)
  rmSync(corpus)
  const bytesPerStatement = Math.round(statSync(database).size / statements)
  if (statements > mostForFloor) return { first, again, floor: null, bytesPerStatement }
  say('inserting the same rows by bare statements')
  const copy = join(place, 'floor.db')
  const floor = floorTrial(database, copy)
  removeDatabase(copy)
  return { first, again, floor, bytesPerStatement }
}

/** A corpus of which records are refused is none to measure with. */
function check(path: string, statements: number): void {
  const database = new Sqlite(path, { readonly: true })
  const refused = database.prepare<[], number>(`select count(*) from importCounts where reason is not null`).pluck()
  const found = database.prepare<[], number>('select count(*) from statements').pluck()
  if (refused.get() !== 0 || found.get() !== statements) throw new Error(`not all of the corpus is in ${path}`)
  database.close()
}
