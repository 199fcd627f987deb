import { cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formats } from '../../src/ingest/formats/index.ts'
import { type CorpusOptions, importCorpus, type SourceOutcome } from '../../src/ingest/importCorpus.ts'
import { readRepeats } from '../../src/ingest/repeats/readRepeats.ts'
import { readSpeakers } from '../../src/ingest/speakers/readSpeakers.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { faults } from './faults.ts'
import { fillWithSeed, graphAt, type TestGraph, temporaryFolder, writerAt } from './graph.ts'
import { writeNews } from './news.ts'

/** A file or folder of the small corpora that come with the tests. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../fixtures/corpora/${path}`, import.meta.url))
}

/** A file or folder of the real corpora, which stand beside the repository where there are any. */
export function corpus(path: string): string {
  return fileURLToPath(new URL(`../../../shared/corpora/${path}`, import.meta.url))
}

/**
 * PolNeAR, where the real corpora are: an eighth of its articles, with their annotations by every coder. In the long runs
 * (`DIXIT_FAULTS`) it is all of them.
 */
export function polnear(): string {
  const whole = corpus('polnear')
  if (faults > 100) return whole
  const sample = temporaryFolder()
  const articles = readdirSync(join(whole, 'train', 'text')).toSorted()
  const chosen = new Set(articles.filter((_, index) => index % 8 === 0).map(stemOf))
  cpSync(whole, sample, {
    recursive: true,
    filter: path => statSync(path).isDirectory() || path.endsWith('.tsv') || chosen.has(stemOf(basename(path))),
  })
  return sample
}

/** The name of an article, of whatever file of it: those of its coders end with who that was. */
function stemOf(name: string): string {
  return (name.split('.', 1)[0] ?? name).replace(/_[\da-f]{4}$/, '')
}

/** Whether the real corpora are there: tests that need them are skipped, visibly, where they are not. */
export const hasCorpora = existsSync(corpus('polnear'))

export type ImportSettings = Partial<Omit<CorpusOptions, 'dataset'>> & {
  readonly dataset?: string
  /** One that is open already. */
  readonly database?: Database
}

/** Imports a corpus into the database of a folder, as the command line does; the refused records stand beside it. */
export async function importInto(
  folder: string,
  format: string,
  paths: string | readonly string[],
  { database = writerAt(databaseIn(folder)), ...settings }: ImportSettings = {},
): Promise<SourceOutcome[]> {
  try {
    return await importWith(database, folder, format, paths, settings)
  } finally {
    database.close()
  }
}

/** Imports a corpus through a connection that stays open. */
export async function importWith(
  database: Database,
  folder: string,
  format: string,
  paths: string | readonly string[],
  { dataset, ...settings }: Omit<ImportSettings, 'database'> = {},
): Promise<SourceOutcome[]> {
  const found = formats.find(({ name }) => name === format)
  if (!found) throw new Error(`no format ${format}`)
  return await importCorpus(database, found, typeof paths === 'string' ? [paths] : paths, {
    dataset: { ...found.dataset, slug: dataset ?? found.dataset.slug, format },
    register: null,
    dryRun: false,
    strict: false,
    rejectsFile: join(folder, 'rejects.jsonl'),
    signal: new AbortController().signal,
    now: () => new Date('2026-01-02T03:04:05Z'),
    on: { waiting() {}, started() {}, progressed() {}, finishing() {}, finished() {} },
    ...settings,
  })
}

export function databaseIn(folder: string): string {
  return join(folder, 'dixit.db')
}

export function graphIn(folder: string): TestGraph {
  return graphAt(databaseIn(folder))
}

/** The graph of the seed with all the small corpora beside it: it has a node of every type. */
export async function graphOfEverything(): Promise<TestGraph> {
  const folder = temporaryFolder()
  const database = writerAt(databaseIn(folder))
  fillWithSeed(database)
  database.close()
  await importInto(folder, 'legislators', fixture('legislators'))
  await importInto(folder, 'liar', fixture('liar'))
  await importInto(folder, 'polnear', fixture('polnear'), { register: 'liar' })
  await importInto(folder, 'popolo', fixture('popolo'))
  await importInto(folder, 'quotebank', fixture('quotebank'))
  await importInto(folder, 'jsonl', fixture('jsonl'), { dataset: 'town' })
  // Of the other formats only DNA's, a database, says for whom somebody speaks.
  await importInto(folder, 'jsonl', fixture('spokenFor'), { dataset: 'council', strict: true })
  await importInto(folder, 'jsonl', writeNews(folder, [pressReview]), { dataset: 'press' })
  await importInto(folder, 'jsonl', fixture('repeats'), { dataset: 'papers', strict: true })
  const read = writerAt(databaseIn(folder))
  readSpeakers(read, 'press')
  readRepeats(read, 'papers')
  read.close()
  return graphIn(folder)
}

/** Rules read who speaks in it: by the full name elsewhere in the text, and by the corpus's own coreference. */
const pressReview = {
  slug: 'press-1',
  published: '2016-03-01',
  sentences: [
    { text: 'Mayor Ada Reyes said the beds were full.', source: 'Mayor Ada Reyes' },
    { text: 'Reyes said more were on the way.', source: 'Reyes' },
    { text: 'She said so twice.', source: 'She', antecedent: 'Ada Reyes' },
  ],
}

/** What an import took and refused, as plain objects; what was unchanged or lost only if anything was. */
export function tally(outcomes: readonly SourceOutcome[]) {
  return outcomes.map(({ source, outcome, taken, unchanged, lost, refused }) => ({
    source,
    outcome,
    taken: Object.fromEntries(taken),
    ...(unchanged.size > 0 ? { unchanged: Object.fromEntries(unchanged) } : {}),
    ...(lost.size > 0 ? { lost: Object.fromEntries(lost) } : {}),
    refused: Object.fromEntries(refused),
  }))
}
