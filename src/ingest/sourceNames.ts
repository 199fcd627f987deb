import { realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { Failure } from '../model/failure.ts'
import { sha256 } from '../model/text.ts'
import { sayThings } from '../model/things.ts'
import type { Database } from '../store/engine/database.ts'
import { countsOf, type StoredSource, storedSources } from '../store/write/corpusWriter.ts'
import type { Source } from './formats/format.ts'

const MOST_FOLDERS = 20

export interface NamingOptions {
  readonly dataset: { readonly slug: string }
  /** The name of the one source; its file's, if not given. */
  readonly source?: string | undefined
  /** Whether a source may take the place of another that was read from elsewhere under the same name. */
  readonly replace?: boolean
}

/**
 * Gives each source the name under which it stands in its dataset: the one that it has there already, or its file's, with
 * the folders that tell it from others of the same command. The same file named twice is one source.
 *
 * @throws Failure BAD_USAGE where a source would take the place of one that was read from elsewhere
 */
export function nameSources(
  database: Database,
  given: readonly Source[],
  { dataset, source: name, replace = false }: NamingOptions,
): Source[] {
  const sources = [...new Map(given.map(source => [originOf(source), source])).values()]
  if (name !== undefined && sources.length > 1) {
    throw new Failure('BAD_USAGE', `--source names one source, and there are ${sources.length}.`, {
      argument: 'source',
    })
  }
  const stored = storedSources(database, dataset.slug)
  const taken = new Set<string>()
  return sources.map(source => {
    const known = stored.find(({ origin }) => origin === originOf(source))
    const named = { ...source, name: name ?? known?.name ?? distinctName(source, sources) }
    const other = stored.find(found => found.name === named.name && found.origin !== null && found !== known)
    if (other && !replace) throw takesThePlaceOf(other, named, dataset.slug, database)
    if (taken.has(named.name)) {
      throw new Failure('BAD_USAGE', `Two sources are named ${named.name}. Import them one by one, with --source.`)
    }
    taken.add(named.name)
    return named
  })
}

/** SHA-256 of the real path of a source: the path itself tells of the machine that it was read on. */
export function originOf({ path }: Source): string {
  try {
    return sha256(realpathSync.native(path))
  } catch {
    return sha256(resolve(path))
  }
}

/** The name of a source, with as many of the folders around it as tell it from the others. */
function distinctName(source: Source, sources: readonly Source[]): string {
  for (let folders = 0; folders < MOST_FOLDERS; folders += 1) {
    const name = nameWith(folders, source)
    if (sources.every(other => other === source || nameWith(folders, other) !== name)) return name
  }
  return source.name
}

function nameWith(folders: number, { name, path }: Source): string {
  const around = dirname(resolve(path)).split(sep)
  return [...around.slice(around.length - folders), name].join('/')
}

function takesThePlaceOf(stored: StoredSource, { name }: Source, dataset: string, database: Database): Failure {
  const counts = countsOf(database, stored)
  const brought = counts.size === 0 ? '' : `, with ${sayThings(counts)}`
  return new Failure(
    'BAD_USAGE',
    `${name} of ${dataset} was imported from another path on ${stored.importedAt.slice(0, 10)}${brought}. ` +
      'This one would replace it, and whatever it no longer contains would be lost. If it is a newer version of the ' +
      'same source, add --replace. If it is a different source, name it with --source, or import it into another --dataset.',
    { argument: 'path' },
  )
}
