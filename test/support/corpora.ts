import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formats } from '../../src/ingest/formats/index.ts'
import { type CorpusOptions, importCorpus, type SourceOutcome } from '../../src/ingest/importCorpus.ts'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/database.ts'
import { graphAt, seed, type TestGraph, temporaryFolder } from './graph.ts'

/** A file or folder of the small corpora that come with the tests. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../fixtures/corpora/${path}`, import.meta.url))
}

/** A file or folder of the real corpora, which stand beside the repository where there are any. */
export function corpus(path: string): string {
  return fileURLToPath(new URL(`../../../shared/corpora/${path}`, import.meta.url))
}

/** Whether the real corpora are there: tests that need them are skipped, visibly, where they are not. */
export const hasCorpora = existsSync(corpus('polnear'))

export type ImportSettings = Partial<Omit<CorpusOptions, 'dataset'>> & { readonly dataset?: string }

/** Imports a corpus into the database of a folder, as the command line does; the refused records stand beside it. */
export async function importInto(
  folder: string,
  format: string,
  paths: string | readonly string[],
  { dataset, ...settings }: ImportSettings = {},
): Promise<SourceOutcome[]> {
  const found = formats.find(({ name }) => name === format)
  if (!found) throw new Error(`no format ${format}`)
  const database = openWriter(databaseIn(folder))
  try {
    return await importCorpus(database, found, typeof paths === 'string' ? [paths] : paths, {
      dataset: { ...found.dataset, slug: dataset ?? found.dataset.slug, format },
      register: null,
      dryRun: false,
      strict: false,
      rejectsFile: join(folder, 'rejects.jsonl'),
      signal: new AbortController().signal,
      now: () => new Date('2026-01-02T03:04:05Z'),
      on: { waiting() {}, started() {}, progressed() {}, finished() {} },
      ...settings,
    })
  } finally {
    database.close()
  }
}

export function databaseIn(folder: string): string {
  return join(folder, 'dixit.db')
}

export function graphIn(folder: string): TestGraph {
  return graphAt(databaseIn(folder))
}

/** What an import took and refused, as plain objects. */
export function tally(outcomes: readonly SourceOutcome[]) {
  return outcomes.map(({ source, outcome, taken, refused }) => ({
    source,
    outcome,
    taken: Object.fromEntries(taken),
    refused: Object.fromEntries(refused),
  }))
}

/** The seed, and beside it two small corpora in the interchange format: between them they have every kind of thing. */
export async function graphOfEverything(): Promise<TestGraph> {
  const folder = temporaryFolder()
  const writer = openWriter(databaseIn(folder))
  importDossier(writer, seed, { replace: false })
  writer.close()
  await importInto(folder, 'jsonl', fixture('jsonl'), { dataset: 'town' })
  await importInto(folder, 'jsonl', fixture('river'), { dataset: 'river' })
  return graphIn(folder)
}
