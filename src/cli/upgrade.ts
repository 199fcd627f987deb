import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { BadDossier, Problems } from '../ingest/problems.ts'
import { type Upgrade, upgradeOf } from '../ingest/upgrade/upgradeFile.ts'
import { putFirst } from '../ingest/upgrade/upgradeRecords.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'
import { sayCount } from '../model/things.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { pendingChanges } from '../store/engine/pending.ts'
import { changedLines } from './changedLines.ts'

/** `dixit upgrade`: files and databases of the release before, as this one has them. */
export function upgradeCommand() {
  return new Command('upgrade')
    .description('upgrade dossiers, decisions, mappings, record files and databases from the previous release')
    .argument('<path...>', 'files, or folders with everything in them')
    .option('--dry-run', 'show what would change; change nothing', false)
    .addHelpText(
      'after',
      `
Renames old fields to their current names (docs/glossary.md) and keeps comments, order and layout. Record files of version 1
become version 2. Databases are migrated in one transaction. Each file is replaced completely or not at all, and none is
touched if any has an error. Running it twice changes nothing more.`,
    )
    .action(upgrade)
}

async function upgrade(paths: readonly string[], { dryRun }: { readonly dryRun: boolean }): Promise<void> {
  const problems = new Problems()
  const files = paths.flatMap(filesAt)
  const found: Found[] = []
  for (const { file, isNamed } of files) {
    const upgrade = await upgradeOf(file, problems)
    if (upgrade !== null && !(upgrade.kind === 'database' && !isNamed && isForeign(file))) found.push({ file, upgrade })
    else if (isNamed && !problems.found) throw new Failure('BAD_INPUT', `${file} is not a file that Dixit reads.`)
  }
  if (problems.found) throw new BadDossier(problems.sorted())
  if (found.length === 0) throw new Failure('BAD_INPUT', `${paths.join(', ')}: nothing here that Dixit reads.`)
  for (const each of found) console.log(`${each.file}: ${await carryOver(each, dryRun)}`)
}

interface Found {
  readonly file: string
  readonly upgrade: Upgrade
}

const UNCHANGED = 'is up to date'

/** Carries a file over, and says what was done; with `dryRun` what would be. */
async function carryOver({ file, upgrade }: Found, dryRun: boolean): Promise<string> {
  switch (upgrade.kind) {
    case 'names': {
      const { before, after, keys } = upgrade
      if (keys.length === 0) return UNCHANGED
      if (!dryRun) writeWhole(realpathSync(file), after)
      const names = new Map(keys.map(({ former, name }) => [former, name]))
      const each = Array.from(names, ([former, name]) => `${former} is now ${name}`).join(', ')
      return `${sayCount(keys.length, 'name')} (${each})${dryRun ? `\n${changedLines(before, after)}` : ''}`
    }
    case 'records': {
      if (upgrade.line === null) return UNCHANGED
      if (!dryRun) await putFirst(upgrade.line, realpathSync(file))
      return `version 1 is now version 2${dryRun ? `\n@@ 1 @@\n+${upgrade.line}` : ''}`
    }
    case 'database': {
      const changes = pendingChanges(file)
      if (changes === 0) return UNCHANGED
      if (!dryRun) openWriter(file).close()
      return `${sayCount(changes, 'change')} of its tables`
    }
  }
}

/** Other programs keep SQLite databases too. */
function isForeign(file: string): boolean {
  try {
    pendingChanges(file)
    return false
  } catch (error) {
    if (error instanceof Failure && ['DATABASE_FOREIGN', 'DATABASE_EMPTY'].includes(error.code)) return true
    throw error
  }
}

/** A file that is named, or those in a folder, by name; what is hidden, or installed, is nobody's. */
function filesAt(path: string): { file: string; isNamed: boolean }[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new Failure('BAD_INPUT', `There is no file or folder ${path}.`)
  if (stat.isFile()) return [{ file: path, isNamed: true }]
  if (!stat.isDirectory()) throw new Failure('BAD_INPUT', `${path} is no file or folder.`)
  return filesIn(path).map(file => ({ file, isNamed: false }))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : filesIn(path)
      return entry.isFile() ? [path] : []
    })
}
