import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Failure } from '../model/failure.ts'
import { type RecordRefusal, RejectReason } from '../model/records/refusal.ts'
import { sha256 } from '../model/text.ts'
import type { Database } from '../store/engine/database.ts'
import { beginSource, CorpusWriter, type DatasetInfo, endSource, isImported } from '../store/write/corpusWriter.ts'
import { checkRecord } from './checkRecord.ts'
import type { Format, RecordItem, Source } from './formats/format.ts'
import { Rejects } from './rejects.ts'
import { type NamingOptions, nameSources, originOf } from './sourceNames.ts'

const MOST_MS_A_TURN = 50
/** How many examples of what was refused are kept of each reason; the rejects file has all. */
const MOST_EXAMPLES = 3

export interface CorpusOptions extends NamingOptions {
  readonly dataset: DatasetInfo
  /** The dataset by whose names mentions are linked, where a name is exact and one agent's alone; null links none. */
  readonly register: string | null
  /** Writes nothing, and says what would be written. */
  readonly dryRun: boolean
  /** Fails, with nothing written, where a record is refused. */
  readonly strict: boolean
  /** Where the refused records are written, one JSON object a line. */
  readonly rejectsFile: string
  readonly signal: AbortSignal
  readonly now: () => Date
  readonly on: Listener
}

/** Hears how an import goes. */
export interface Listener {
  /** Another program is writing to the database: this one waits for it. */
  waiting(): void
  started(source: string, bytes: number): void
  progressed(bytes: number, records: number): void
  /** All records are written, and the indexes are made. */
  finishing(): void
  finished(outcome: SourceOutcome): void
}

export interface SourceOutcome {
  readonly source: string
  /** `refused` where every record was, which leaves what the source brought before as it is. */
  readonly outcome: 'imported' | 'unchanged' | 'checked' | 'refused'
  readonly taken: ReadonlyMap<string, number>
  /** How many records of each kind stood there already, as they are. */
  readonly unchanged: ReadonlyMap<string, number>
  /** How many things of each kind the source brought before, and did not bring again. */
  readonly lost: ReadonlyMap<string, number>
  readonly refused: ReadonlyMap<RejectReason, number>
  /** The first of what is wrong, of each reason, with its file and line. */
  readonly examples: ReadonlyMap<RejectReason, readonly string[]>
  /** How many rows were written, of all tables. */
  readonly rows: number
  /** The datasets to which its records belong, by slug. */
  readonly datasets: readonly string[]
}

/**
 * Imports the sources of a corpus, each in a transaction of its own: wholly or not at all. A source whose files are as
 * they were is left as it is, so that an import that was stopped goes on where it was when it is started again.
 *
 * @throws Failure BAD_USAGE for a source that would take the place of another; BAD_INPUT where a path is not of the format, or with `strict` where a
 *   record is refused, or a file changes while it is read; DATABASE_UNUSABLE where the disk is full or fails; AbortError
 */
export async function importCorpus(
  database: Database,
  format: Format,
  paths: readonly string[],
  options: CorpusOptions,
): Promise<SourceOutcome[]> {
  const outcomes: SourceOutcome[] = []
  const sources = nameSources(database, format.sources(paths, options.dataset.slug), options)
  for (const source of sources) {
    const outcome = await importSource(database, format, source, options)
    options.on.finished(outcome)
    outcomes.push(outcome)
  }
  return outcomes
}

async function importSource(
  database: Database,
  format: Format,
  source: Source,
  options: CorpusOptions,
): Promise<SourceOutcome> {
  const { dataset, register, dryRun, strict, signal, now, on } = options
  const tally = { taken: new Map<string, number>(), unchanged: new Map<string, number>() }
  const { taken, unchanged } = tally
  const bytes = source.files.reduce((sum, file) => sum + sizeOf(file), 0)
  const origin = originOf(source)
  const states = source.files.map(stateOf)
  const info = { name: source.name, digest: await digestOf(format, source, options), origin, bytes }
  const refused = new Map<RejectReason, number>()
  const examples = new Map<RejectReason, string[]>()
  const asItWas: SourceOutcome = {
    ...{ source: source.name, taken, unchanged, lost: new Map(), refused, examples, rows: 0 },
    outcome: 'unchanged',
    datasets: [dataset.slug],
  }
  if (isImported(database, dataset.slug, info)) {
    return asItWas
  }
  on.started(source.name, bytes)
  const rejects = new Rejects(options.rejectsFile, dataset.slug, source.name)
  await beginSource(database, dataset.slug, info, { onWait: on.waiting, signal })
  try {
    if (isImported(database, dataset.slug, info)) {
      // By another program, while this one waited.
      return asItWas
    }
    const writer = new CorpusWriter(database, dataset, info, register, now().toISOString())
    const { records } = writer
    let count = 0
    let read = 0
    let statements = 0
    const batches = source.read(more => {
      read += more
    }, source.name)
    const pause = pauses(signal)
    for await (const batch of batches) {
      await pause()
      for (const item of batch) {
        const checked = checkRecord(item)
        if (isStatement(checked)) statements += 1
        const written = 'refused' in checked ? refusalOf(checked, records) : records.write(checked.record)
        if (typeof written === 'object') {
          add(refused, written.reason)
          rejects.add(item, written)
          addExample(examples, item, written)
        } else if ('record' in checked) add(written === 'TAKEN' ? taken : unchanged, checked.record.type)
      }
      count += batch.length
      on.progressed(read, count)
    }
    const changed = source.files.find((file, index) => stateOf(file) !== states[index])
    if (changed !== undefined) {
      const message = `${changed} changed while it was read: nothing is written. Import it again once it is complete.`
      throw new Failure('BAD_INPUT', message)
    }
    const datasets = [...new Set([dataset.slug, ...records.datasets])]
    const outcome = { source: source.name, ...tally, refused, examples, rows: records.rows, datasets } as const
    if (strict && refused.size > 0) {
      await rejects.settle()
      const total = [...refused.values()].reduce((sum, number) => sum + number, 0)
      throw new Failure(
        'BAD_INPUT',
        `${source.name}: ${total === 1 ? '1 record is' : `${total} records are`} refused, and --strict is set: ` +
          `nothing is written. See ${options.rejectsFile}.`,
      )
    }
    if (refused.has('NO_TEXT') && statements > 0 && !taken.has('statement') && !unchanged.has('statement')) {
      await rejects.settle()
      throw new Failure('BAD_INPUT', `${nothingSaid(source, statements, refused)} See ${options.rejectsFile}.`)
    }
    if (refused.size > 0 && taken.size === 0 && unchanged.size === 0) {
      await rejects.settle()
      return { ...outcome, rows: 0, outcome: 'refused', lost: new Map() }
    }
    if (dryRun) {
      await rejects.settle()
      writer.retire()
      return { ...outcome, outcome: 'checked', lost: writer.lost() }
    }
    on.finishing()
    await writer.prepare({ taken, refused }, pause)
    const lost = writer.lost()
    await rejects.settle()
    writer.commit()
    return { ...outcome, outcome: 'imported', lost }
  } catch (error) {
    throw database.failureOf(error)
  } finally {
    rejects.discard()
    endSource(database)
  }
}

function addExample(examples: Map<RejectReason, string[]>, item: RecordItem, { reason, why }: RecordRefusal): void {
  const known = examples.get(reason) ?? []
  const isFile = reason === 'UNREADABLE_FILE' && 'found' in item && typeof item.found === 'string'
  const what = (why ?? (isFile ? item.found : undefined))?.replaceAll(/\s*\n\s*/g, ' ')
  if (what === undefined || known.length >= MOST_EXAMPLES || known.some(example => example.endsWith(`: ${what}`)))
    return
  examples.set(reason, [...known, `${basename(item.file)}${item.line === null ? '' : `:${item.line}`}: ${what}`])
}

function isStatement(checked: ReturnType<typeof checkRecord>): boolean {
  return 'record' in checked ? checked.record.type === 'statement' : checked.gives?.type === 'statement'
}

/** A file that was written without texts brings no statement, and is not imported for the names in it. */
function nothingSaid({ name }: Source, statements: number, refused: ReadonlyMap<RejectReason, number>): string {
  const reasons = [...refused].map(([reason, count]) => `${count} ${reason} (${RejectReason[reason]})`).join(', ')
  return (
    `${name}: ${statements === 1 ? 'its one statement is' : `all ${statements} statements are`} refused, so nothing is written: ` +
    `${reasons}. The file leaves out the texts of documents: export it again with --texts.`
  )
}

function refusalOf(
  item: Extract<RecordItem, { refused: RejectReason }>,
  records: CorpusWriter['records'],
): RecordRefusal {
  if (item.gives) records.refuse(item.gives.type, item.gives.slug)
  return item.why === undefined ? { reason: item.refused } : { reason: item.refused, why: item.why }
}

/** Lets the event loop hear Ctrl-C now and then, which what reads and writes without waiting would not; ends where it was. */
function pauses(signal: AbortSignal): () => Promise<void> {
  let turn = performance.now()
  return async () => {
    if (performance.now() - turn > MOST_MS_A_TURN) {
      await setImmediate()
      turn = performance.now()
    }
    signal.throwIfAborted()
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/** What of a file differs once it is written to, or another takes its place. */
function stateOf(file: string): string {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true })
    return [dev, ino, size, mtimeNs].join()
  } catch {
    return ''
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** SHA-256 of the files, and of all else on which depends what they are read as. */
async function digestOf(format: Format, source: Source, { dataset, register, signal }: CorpusOptions): Promise<string> {
  const digests = [JSON.stringify([format.name, format.version, dataset, register])]
  const buffer = Buffer.allocUnsafe(1 << 20)
  for (const file of source.files) {
    await setImmediate(undefined, { signal })
    digests.push(`${basename(file)} ${digestOfFile(file, buffer, signal)}`)
  }
  return sha256(digests.join('\n'))
}

function digestOfFile(file: string, buffer: Buffer, signal: AbortSignal): string {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    // A device has no end.
    if (!fstatSync(descriptor).isFile()) return 'unreadable'
    const hash = createHash('sha256')
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      signal.throwIfAborted()
      hash.update(buffer.subarray(0, read))
    }
    return hash.digest('hex')
  } catch (error) {
    if (signal.aborted) throw error
    // What cannot be read is refused when the source is read; here it only counts as itself.
    return 'unreadable'
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
