import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Database } from '../store/engine/database.ts'
import { sameArticles } from '../store/query/sameArticles.ts'
import { type WriteOutcome, writeDossier, writeRelations } from '../store/write/writeDossier.ts'
import { ANNOTATIONS_FILE, checkDossier, type DossierCheck } from './checkDossier.ts'
import type { CoverageGap } from './coverage.ts'
import { BadDossier } from './problems.ts'
import { relationsAhead } from './relationsAhead.ts'
import { readRepeats } from './repeats/readRepeats.ts'
import { sameArticleNote } from './sameArticle.ts'

export { checkDossier } from './checkDossier.ts'

export interface ImportOutcome {
  readonly folder: string
  /** The slug of the document. */
  readonly slug: string
  readonly outcome: WriteOutcome
  readonly counts: DossierCheck['counts']
  readonly coverage: readonly CoverageGap[]
  readonly notes: readonly string[]
}

export interface ImportOptions {
  /** Whether a stored document may be replaced by one of another text. */
  readonly replace: boolean
}

/**
 * Imports one dossier: all of it or, if anything is wrong with it, nothing.
 *
 * @throws BadDossier with every problem; Failure TEXT_CHANGED or BAD_INPUT where it conflicts with what is stored
 */
export function importDossier(database: Database, folder: string, options: ImportOptions): ImportOutcome {
  const check = checkDossier(folder)
  return database.write(() => {
    const outcome = write(database, folder, check, options)
    readRepeatsOf(database, outcome.outcome === 'unchanged' ? [] : [check])
    return outcome
  })
}

/**
 * Imports the dossier that a path holds, or those that its folders hold, in the order of their names: all of them or nothing.
 *
 * @throws BadDossier with the problems of all of them; Failure as importDossier does, or if there is no dossier
 */
export function importPath(database: Database, path: string, options: ImportOptions): ImportOutcome[] {
  // The articles of many dossiers are not kept.
  const checks = dossiersAt(path).map(folder => ({ folder, check: { ...checkDossier(folder), accounted: null } }))
  const problems = checks.flatMap(({ check }) => check.problems)
  if (problems.length > 0) throw new BadDossier(problems)
  const turns = relationsAhead(checks.map(({ check }) => check.records ?? []))
  return database.write(() => {
    const outcomes = checks.map(({ folder, check }, index) =>
      write(database, folder, { ...check, records: turns[index]?.now ?? null }, options),
    )
    const isChanged = (_: unknown, index: number) => outcomes[index]?.outcome !== 'unchanged'
    const later = turns.filter(isChanged).flatMap(turn => turn.later)
    writeRelations(database, later, options.replace)
    const changed = checks.filter(isChanged)
    readRepeatsOf(
      database,
      changed.map(({ check }) => check),
    )
    return outcomes
  })
}

/** Finds what repeats in the datasets of dossiers, once all of it is there. */
function readRepeatsOf(database: Database, changed: readonly DossierCheck[]): void {
  for (const dataset of new Set(changed.flatMap(check => datasetOf(check) ?? []))) readRepeats(database, dataset)
}

/** The dataset to which the document of a dossier belongs. */
function datasetOf({ records }: DossierCheck): string | undefined {
  const isOfNone = records?.some(record => record.type === 'document' && record.dataset === null)
  return isOfNone ? undefined : records?.find(record => record.type === 'dataset')?.slug
}

function write(database: Database, folder: string, check: DossierCheck, options: ImportOptions): ImportOutcome {
  const { records, digest, coder, problems, notes, counts, coverage } = check
  if (records === null || digest === null) throw new BadDossier(problems)
  const outcome = writeDossier(database, records, { ...options, digest, coder: coder ?? undefined })
  const slug = records.find(record => record.type === 'document')?.slug ?? basename(resolve(folder))
  const same = outcome === 'unchanged' ? [] : sameArticles(database, slug)
  return {
    folder,
    slug,
    outcome,
    counts,
    coverage,
    notes: [...notes, ...same.map(each => sameArticleNote(slug, each))],
  }
}

/**
 * The dossiers at a path: the folder itself if it holds annotations, else those of its folders that do, by name.
 *
 * @throws Failure BAD_INPUT if there are none
 */
export function dossiersAt(path: string): string[] {
  if (!isFolder(path)) {
    throw new Failure('BAD_INPUT', `There is no folder ${path}. Give a dossier folder, or a folder of dossiers.`)
  }
  if (holdsDossier(path)) return [path]
  const folders = namesIn(path)
    .toSorted()
    .map(name => join(path, name))
    .filter(holdsDossier)
  if (folders.length === 0) {
    throw new Failure('BAD_INPUT', `There is no dossier in ${path}: no folder in it holds ${ANNOTATIONS_FILE}.`)
  }
  return folders
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false
}

function holdsDossier(folder: string): boolean {
  return statOf(join(folder, ANNOTATIONS_FILE)) !== null
}

/**
 * What stands at a path; null if nothing does.
 *
 * @throws Failure BAD_INPUT if this user may not know
 */
function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EACCES' && code !== 'EPERM') return null
    throw new Failure('BAD_INPUT', `${path} cannot be read: this user may not enter its folder.`, { cause: error })
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_INPUT', `The folder ${folder} cannot be read: ${why}.`, { cause: error })
  }
}
