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
    .description('copy the database into a file, while it is served and written to, and verify the copy')
    .argument('<file>', 'where the copy goes; what stands there is never overwritten')
    .addHelpText(
      'after',
      `
The copy holds all that was committed when it began. It is examined as dixit doctor does, and gets its name only when it
is sound. It is one file, which can be served as it is, from a read-only folder too.`,
    )
    .action(backup)
}

async function backup(file: string): Promise<void> {
  const path = readSettings(process.env).DIXIT_DB
  if (existsSync(file)) throw new Failure('BAD_USAGE', `${file} is there already. Name another file.`)
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
      throw new Failure('DATABASE_UNUSABLE', 'The database is not sound, and no copy was kept: see dixit doctor.')
    }
    return currentRevision(reader)
  } finally {
    reader.close()
  }
}

/** Says up to which change a database holds everything. */
export function sayRevision(revision: Revision | null): string {
  if (revision === null) return 'nothing was ever committed to it'
  return `up to revision ${revision.id} (${revision.change}, ${revision.committedAt})`
}
