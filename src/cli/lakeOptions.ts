import { Option } from '@commander-js/extra-typings'
import type { DatasetSource } from '../export/sources.ts'
import { requireEdtf } from '../model/edtf.ts'
import { Failure } from '../model/failure.ts'
import type { Lake } from '../store/lake/lake.ts'
import { type LakeFilter, named } from '../store/lake/questions.ts'
import type { StatementOptions } from './statementOptions.ts'

export const exportedOption = () =>
  new Option(
    '--exported <where...>',
    'read exported Parquet instead of the database: parquet:FOLDER, or spark://HOST:PORT/FOLDER for a cluster',
  )

export type ExportFolders = readonly string[] | true | undefined

/** Lends what `--exported` names, and closes it afterwards. Loaded on demand: most runs read the database. */
export async function withLake<T>(exported: readonly string[], use: (lake: Lake) => Promise<T>): Promise<T> {
  const { openLake } = await import('../store/lake/openLake.ts')
  const lake = await openLake(exported)
  try {
    return await use(lake)
  } finally {
    await lake.close()
  }
}

export function isExported(exported: ExportFolders): exported is readonly string[] {
  return Array.isArray(exported) && exported.length > 0
}

interface LakeOptions extends StatementOptions {
  readonly nested?: true | undefined
  readonly repeats?: true | undefined
}

/**
 * The filter of exported statements that options ask for. There, things go by their slugs.
 *
 * @throws Failure BAD_ARGUMENT for a slug that names nothing, BAD_USAGE for what is asked of a database alone; BAD_DATE
 */
export async function lakeFilter(lake: Lake, given: LakeOptions): Promise<LakeFilter> {
  if (given.from !== undefined || given.to !== undefined) {
    throw new Failure('BAD_USAGE', '--from and --to need a database. With --exported, use --during.')
  }
  const { during, speaker, document, publisher, dataset, coder, language } = given
  const bounds = during === undefined ? null : requireEdtf(during, '--during')
  return {
    speakers: await slugsIn(lake, 'agents', speaker, '--speaker'),
    documents: await slugsIn(lake, 'documents', document, '--document'),
    publishers: await slugsIn(lake, 'agents', publisher, '--publisher'),
    datasets: await slugsIn(lake, 'datasets', dataset, '--dataset'),
    coders: await slugsIn(lake, 'coders', coder, '--coder'),
    languages: Array.isArray(language) ? language : [],
    during: bounds === null ? null : { earliest: bounds.earliest, latest: bounds.latest },
    nested: given.nested ?? false,
    repeats: given.repeats ?? false,
  }
}

/** What was given, where all of it is there. */
export async function slugsIn(
  lake: Lake,
  table: 'agents' | 'documents' | 'claims' | 'datasets' | 'coders',
  given: readonly string[] | true | undefined,
  option: string,
): Promise<readonly string[]> {
  if (!Array.isArray(given) || given.length === 0) return []
  const found = await lake.rows<{ slug: string }>(named(lake, table, 'slug', given))
  const known = new Set(found.map(({ slug }) => slug))
  const missing = given.find(slug => !known.has(slug))
  if (missing !== undefined) {
    throw new Failure('BAD_ARGUMENT', `${option}: nothing in the exported tables has the slug “${missing}”.`)
  }
  return given
}

/** The datasets of exported tables, with their licences and sources. */
export async function lakeSources(lake: Lake): Promise<DatasetSource[]> {
  const columns = ['slug', 'name', 'licence', 'url']
  return lake.rows(`select distinct ${columns.join(', ')} from ${lake.table('datasets', columns)} order by slug`)
}
