import { existsSync, rmSync, statSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { diskFault } from '../model/diskFault.ts'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { copyDatabase, putInPlace } from '../store/engine/copying.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { currentRevision, type Revision } from '../store/engine/revisions.ts'
import { examine } from './examine.ts'

/** `dixit backup`: a copy that has been verified. */
export function backupCommand() {
  return new Command('backup')
    .description('copy the database to a file, even while it is in use, and verify the copy')
    .argument('<file>', 'where to write the copy; never overwrites a file')
    .addHelpText(
      'after',
      `
The copy holds everything that was committed when the backup began. It gets the same checks as dixit doctor, and its name
only once it passes. It is a single file that dixit serve can open, even in a read-only folder.`,
    )
    .action(backup)
}

async function backup(file: string): Promise<void> {
  const path = readSettings(process.env).DIXIT_DB
  if (existsSync(file)) throw new Failure('BAD_USAGE', `${file} already exists. Name another file.`)
  const part = `${file}.part`
  const forget = () => {
    for (const ending of ['', '-wal', '-shm', '-journal']) if (existsSync(part + ending)) rmSync(part + ending)
  }
  forget()
  const source = openReader(path)
  try {
    await copyDatabase(source, part)
    const revision = verify(part)
    putInPlace(part, file)
    console.log(`${file}: ${statSync(file).size.toLocaleString('en-US')} bytes, ${sayRevision(revision)}`)
  } catch (error) {
    throw diskFault(file, error) ?? source.failureOf(error)
  } finally {
    source.close()
    forget()
  }
}

/** Examines a copy, which is opened as any other database is; returns what it holds. */
function verify(copy: string): Revision | null {
  // A writer leaves it as one file.
  openWriter(copy).close()
  const reader = openReader(copy)
  try {
    if (examine(reader).length > 0) {
      throw new Failure('DATABASE_UNUSABLE', 'The database is damaged, so no copy was kept. Run dixit doctor.')
    }
    return currentRevision(reader)
  } finally {
    reader.close()
  }
}

/** Says up to which change a database holds everything. */
export function sayRevision(revision: Revision | null): string {
  if (revision === null) return 'nothing has been committed to it yet'
  return `up to revision ${revision.id} (${revision.change}, ${revision.committedAt})`
}
