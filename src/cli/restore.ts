import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import { copyFileWhole, isInUse, putInPlace } from '../store/engine/copying.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { currentRevision } from '../store/engine/revisions.ts'
import { sayRevision } from './backup.ts'
import { examine } from './examine.ts'

/** `dixit restore`: a backup in the place of the database. */
export function restoreCommand() {
  return new Command('restore')
    .description('verify a backup, and replace the database with it')
    .argument('<file>', 'a file that dixit backup made')
    .option('--replace', 'replace an existing database', false)
    .addHelpText(
      'after',
      `
Stop the server first: nothing may have the database open. A backup from an older Dixit is upgraded; the backup file itself
stays as it is.`,
    )
    .action(restore)
}

function restore(file: string, { replace }: { readonly replace: boolean }): void {
  const path = readSettings(process.env).DIXIT_DB
  if (!existsSync(file)) throw new Failure('BAD_INPUT', `There is no file ${file}.`)
  const stat = statSync(file)
  if (!stat.isFile()) throw new Failure('BAD_INPUT', `${file} is not a regular file, as a backup is.`)
  // SQLite takes it for a new database.
  if (stat.size === 0) throw new Failure('DATABASE_UNUSABLE', `${file} is empty: it is not a backup.`)
  if (resolve(file) === resolve(path)) throw new Failure('BAD_USAGE', 'The backup is the database itself.')
  if (existsSync(`${file}-wal`)) {
    throw new Failure('BAD_USAGE', `${file} is in use as a database. Copy it with dixit backup, and restore the copy.`)
  }
  refuseWhere(path, replace)
  mkdirSync(dirname(resolve(path)), { recursive: true })
  const part = `${path}.part`
  try {
    copyFileWhole(file, part)
    const copy = openWriter(part)
    const revision = currentRevision(copy)
    try {
      if (examine(copy).length > 0) throw new Failure('DATABASE_UNUSABLE', `${file} is damaged. Nothing was restored.`)
    } finally {
      copy.close()
    }
    // Somebody may have opened it meanwhile.
    refuseWhere(path, replace)
    putInPlace(part, path)
    console.log(`${path}: restored, ${sayRevision(revision)}`)
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${ending}`, { force: true })
  }
}

function refuseWhere(path: string, replace: boolean): void {
  if (!existsSync(path)) return
  if (!replace) throw new Failure('BAD_USAGE', `There is already a database at ${path}. --replace replaces it.`)
  if (isInUse(path)) {
    throw new Failure('DATABASE_BUSY', `The database at ${path} is open in another program. Stop that program first.`)
  }
}
