import { Command } from '@commander-js/extra-typings'
import { defaultVerbs, reportingVerbs, type VerbRate } from '../analysis/reportingVerbs.ts'
import { writeCsv } from '../export/csv.ts'
import { sourcesIn } from '../export/sources.ts'
import { sayCount } from '../model/things.ts'
import type { Lake } from '../store/lake/lake.ts'
import type { Reader } from '../store/reader.ts'
import { inOptions } from './inOptions.ts'
import { exportedOption, isExported, lakeFilter, lakeSources, withLake } from './lakeOptions.ts'
import { forceOption, formatOption, writeResult } from './output.ts'
import {
  countingScope,
  duringOption,
  publisherOption,
  type StatementOptions,
  speakerOption,
  statementFilter,
  withCounting,
  withScope,
} from './statementOptions.ts'
import { renderTable } from './table.ts'
import { withReader } from './withReader.ts'

/** `dixit verbs`: how publishers introduce what is said. */
export function verbsCommand() {
  return withCounting(withScope(new Command('verbs')))
    .description('show how publishers introduce speech: reporting verbs and their rates')
    .option('--verb <lemma...>', 'only these verbs (default: the most frequent)')
    .option('--first <number>', 'how many verbs to show', Number, defaultVerbs.first)
    .addOption(speakerOption())
    .addOption(publisherOption())
    .addOption(duringOption())
    .addOption(formatOption())
    .option('--out <file>', 'write to this file instead: .csv or .json')
    .addOption(forceOption())
    .addHelpText('after', '\nIntervals are 95% Wilson intervals. docs/verbs.md explains how cues are counted.')
    .addOption(exportedOption())
    .action(async options => {
      const { found, sources } = isExported(options.exported)
        ? await withLake(options.exported, async lake => ({
            found: await exportedVerbs(lake, options),
            sources: await lakeSources(lake),
          }))
        : await withReader(async read => ({
            found: await storedVerbs(read, options),
            sources: await read.ask(sourcesIn),
          }))
      const rows = found.publishers.flatMap(({ publisher, cueCount, verbs }) =>
        verbs.map(verb => ({ publisher: publisher?.name ?? 'unknown', cueCount, ...verb })),
      )
      await writeResult(
        {
          table: () => tableOf(found),
          json: () => JSON.stringify(rows, null, 2),
          csv: () =>
            writeCsv(
              ['publisher', 'cueCount', 'verb', 'count', 'rate', 'low', 'high', 'forms'],
              rows.map(row => [
                row.publisher,
                row.cueCount,
                row.lemma,
                row.count,
                row.rate,
                row.low,
                row.high,
                row.forms.join('; '),
              ]),
            ),
        },
        options.format,
        options,
        sources,
      )
    })
}

interface Options extends StatementOptions {
  readonly verb?: readonly string[] | true | undefined
  readonly first: number
  readonly nested?: true | undefined
  readonly repeats?: true | undefined
}

const verbsOf = ({ verb }: Options) => (Array.isArray(verb) ? verb : null)

async function storedVerbs(read: Reader, options: Options): Promise<FoundVerbs> {
  const { publishers, ...found } = await reportingVerbs(read, {
    filter: await statementFilter(read, options),
    verbs: verbsOf(options),
    first: options.first,
    counting: await countingScope(read, options),
  })
  const plain = publishers.map(({ verbs, ...publisher }) => ({
    ...publisher,
    verbs: verbs.map(({ list, parent, ...verb }) => verb),
  }))
  return { ...found, publishers: plain }
}

async function exportedVerbs(lake: Lake, options: Options): Promise<FoundVerbs> {
  const { verbsFromLake } = await import('../analysis/lake/verbs.ts')
  const filter = await lakeFilter(lake, options)
  return verbsFromLake(lake, { filter, verbs: verbsOf(options), first: options.first })
}

/** Reporting verbs, from wherever they come. */
interface FoundVerbs {
  readonly cueCount: number
  readonly lemmaCount: number
  readonly publishers: readonly {
    readonly publisher: { readonly name: string } | null
    readonly cueCount: number
    readonly verbs: readonly VerbRate[]
  }[]
  readonly notes: readonly string[]
}

/** One table a publisher. */
function tableOf({ cueCount, lemmaCount, publishers, notes }: FoundVerbs): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`
  const tables = publishers.map(({ publisher, cueCount, verbs }) =>
    [
      '',
      `${publisher?.name ?? 'publisher unknown'}: ${sayCount(cueCount, 'cue')}`,
      renderTable(
        ['verb', 'count', 'rate', '95% interval', 'forms'],
        verbs.map(({ lemma, count, rate, low, high, forms }) => [
          lemma,
          count,
          percent(rate),
          `${percent(low)} to ${percent(high)}`,
          forms.slice(0, 4).join(', '),
        ]),
      ),
    ].join('\n'),
  )
  return [`${sayCount(cueCount, 'cue')}, ${sayCount(lemmaCount, 'verb')}`, ...notes.map(inOptions), ...tables].join(
    '\n',
  )
}
