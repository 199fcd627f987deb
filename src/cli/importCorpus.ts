import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import type { Format, Source } from '../ingest/formats/format.ts'
import { importCorpus, type SourceOutcome } from '../ingest/importCorpus.ts'
import { pendingReadings } from '../ingest/readings.ts'
import { Failure } from '../model/failure.ts'
import { RejectReason } from '../model/records/refusal.ts'
import { requireSlug } from '../model/slug.ts'
import { nameOfCount, sayThings } from '../model/things.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { ImportProgress } from './importProgress.ts'
import { reportReading } from './read.ts'

interface Options {
  readonly dataset?: string | undefined
  readonly datasetName?: string | undefined
  readonly licence?: string | undefined
  readonly datasetVersion?: string | undefined
  readonly register?: string | undefined
  readonly rejects?: string | undefined
  readonly readings: boolean
  readonly source?: string | undefined
  readonly replace: boolean
  readonly dryRun: boolean
  readonly strict: boolean
}

/** `dixit import FORMAT`: a corpus into the graph. */
export function importCorpusCommand(format: Format) {
  return new Command(format.name)
    .description(format.summary)
    .argument('<path...>', 'the files or folders of the corpus')
    .option(
      '--dry-run',
      'write nothing; show the first records of each kind (long texts cut) and what would be written',
      false,
    )
    .option('--strict', 'write nothing and fail if a record is refused', false)
    .option('--no-readings', 'do not apply reading rules; dixit read can do it later')
    .option('--replace', 'replace a source of the same name that was imported from another path', false)
    .option('--source <name>', 'the name of the source within its dataset (default: its file name)')
    .option('--rejects <file>', 'where to write refused records (default: beside the database)')
    .option(
      '--dataset <slug>',
      `the dataset's slug (default: ${format.datasetsIn ? `as in the file, else ${format.dataset.slug}` : format.dataset.slug})`,
    )
    .option('--dataset-name <text>', "the dataset's name")
    .option('--licence <text>', 'its licence, in its own words')
    .option('--dataset-version <text>', 'its version')
    .option('--register <slug>', 'link mentions that exactly match a name in this dataset, imported earlier')
    .addHelpText(
      'after',
      `
Each source (a file or a folder) is written completely or not at all. Unchanged sources are skipped, so to resume a stopped
import, run it again. Invalid records are refused, counted, and saved with the reason to the --rejects file. Identities are
never guessed: see docs/identity.md.`,
    )
    .action((paths, options) => run(format, paths, options))
}

async function run(format: Format, paths: readonly string[], options: Options): Promise<void> {
  const groups =
    options.dataset === undefined && format.datasetsIn
      ? await format.datasetsIn(paths)
      : [{ dataset: { ...format.dataset, slug: options.dataset ?? format.dataset.slug }, paths }]
  const outcomes: SourceOutcome[] = []
  for (const group of groups) outcomes.push(...(await importGroup(format, group.paths, group.dataset, options)))
  if (outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'refused'))
    throw new Failure('BAD_INPUT', 'Every record was refused: nothing is imported. The reasons are above.')
}

/** Imports files of one dataset. */
async function importGroup(
  format: Format,
  paths: readonly string[],
  known: Format['dataset'],
  options: Options,
): Promise<SourceOutcome[]> {
  const path = readSettings(process.env).DIXIT_DB
  const dataset = {
    ...known,
    name: options.datasetName ?? known.name,
    licence: options.licence ?? known.licence,
    version: options.datasetVersion ?? known.version,
    format: format.name,
  }
  requireSlug(dataset.slug)
  const rejectsFile = options.rejects ?? join(dirname(path), `${dataset.slug}-rejects.jsonl`)
  const stop = new AbortController()
  const onInterrupt = () => stop.abort(new Failure('STOPPED', 'Stopped. The database is as it was before this source.'))
  process.once('SIGINT', onInterrupt)
  const progress = new ImportProgress()
  const { readings, dryRun, strict, register = null, source, replace } = options
  return inDatabase(path, dryRun, async database => {
    try {
      const on = { ...progress.listener, finished: report }
      const settings = {
        dataset,
        register,
        source,
        replace,
        dryRun,
        strict,
        rejectsFile,
        signal: stop.signal,
        now: () => new Date(),
        on,
      }
      const outcomes = await importCorpus(database, dryRun ? showingFirst(format) : format, paths, settings)
      const datasets = new Set(outcomes.flatMap(({ datasets }) => datasets))
      for (const slug of readings && !dryRun ? datasets : []) {
        for (const { read } of pendingReadings(database, slug)) reportReading(read())
      }
      if (outcomes.some(({ refused }) => refused.size > 0)) console.log(`refused records: ${rejectsFile}`)
      const chosen = options.dataset === undefined ? ' (--dataset chooses another)' : ''
      console.log(`dataset: ${dataset.slug}${chosen}`)
      return outcomes
    } catch (error) {
      throw stop.signal.aborted ? stop.signal.reason : error
    } finally {
      progress.stop()
      process.removeListener('SIGINT', onInterrupt)
    }
  })

  function report(outcome: SourceOutcome): void {
    const time = progress.stop()
    const records = [...outcome.taken.values()].reduce((sum, count) => sum + count, 0)
    const rate = time > 0 && records > 0 ? ` in ${time.toFixed(1)} s, ${number(records / time)} records a second` : ''
    console.log(
      `${outcome.source}: ${outcome.outcome === 'refused' ? 'all of it was refused' : outcome.outcome}${rate}`,
    )
    for (const [kind, count] of outcome.taken) console.log(line(count, kind))
    for (const [kind, count] of outcome.unchanged) console.log(`${line(count, kind)}, unchanged`)
    if (records === 0 && outcome.outcome !== 'unchanged' && outcome.unchanged.size + outcome.refused.size === 0) {
      console.log('it holds no records')
    }
    for (const [reason, count] of outcome.refused) {
      console.log(`${number(count).padStart(12)}  refused, ${reason}: ${RejectReason[reason]}`)
      for (const example of outcome.examples.get(reason) ?? []) console.log(`              ${example}`)
    }
    if (outcome.lost.size > 0) {
      const went = outcome.outcome === 'checked' ? 'would go' : 'went'
      console.log(`${sayThings(outcome.lost)} ${went}: this source no longer contains them`)
    }
  }
}

/** A dry run creates no database: if there is none, it uses a temporary one. */
async function inDatabase<T>(
  path: string,
  dryRun: boolean,
  run: (database: ReturnType<typeof openWriter>) => Promise<T>,
): Promise<T> {
  const folder = dryRun && !existsSync(path) ? mkdtempSync(join(tmpdir(), 'dixit-')) : null
  const database = openWriter(folder === null ? path : join(folder, 'dixit.db'))
  try {
    return await run(database)
  } finally {
    database.close()
    if (folder !== null) rmSync(folder, { recursive: true })
  }
}

function line(count: number, kind: string): string {
  return `${number(count).padStart(12)}  ${nameOfCount(count, kind)}`
}

function number(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** How many records of each kind a dry run shows. */
const SHOWN = 3

/** How much of a long text, such as that of a document, a dry run shows. */
const SHOWN_CHARACTERS = 200

/** A field as a dry run shows it. */
function shortened(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const points = [...value]
  return points.length <= SHOWN_CHARACTERS
    ? value
    : `${points.slice(0, SHOWN_CHARACTERS).join('')}… (${number(points.length)} characters)`
}

/** The same format, which shows the first records of each kind as they are read. */
function showingFirst(format: Format): Format {
  const shown = new Map<string, number>()
  async function* showing(items: ReturnType<Source['read']>) {
    for await (const batch of items) {
      for (const item of batch) {
        if (!('record' in item)) continue
        const count = shown.get(item.record.type) ?? 0
        if (count < SHOWN) console.log(JSON.stringify(item.record, shortened))
        shown.set(item.record.type, count + 1)
      }
      yield batch
    }
  }
  return {
    ...format,
    sources: (paths, dataset) =>
      format.sources(paths, dataset).map(source => ({ ...source, read: (...of) => showing(source.read(...of)) })),
  }
}
