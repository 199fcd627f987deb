import { Command } from '@commander-js/extra-typings'
import { defaultVerbs, type ReportingVerbs, reportingVerbs } from '../analysis/reportingVerbs.ts'
import { writeCsv } from '../export/csv.ts'
import { formatOption, writeResult } from './output.ts'
import {
  countingScope,
  duringOption,
  publisherOption,
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
    .description('how publishers introduce what is said: reporting verbs, with their rates')
    .option('--verb <lemma...>', 'these verbs; the most frequent, if not given')
    .option('--first <number>', 'how many of the most frequent', Number, defaultVerbs.first)
    .addOption(speakerOption())
    .addOption(publisherOption())
    .addOption(duringOption())
    .addOption(formatOption())
    .option('--out <file>', 'write to a file instead: .csv or .json')
    .addHelpText('after', '\nIntervals are of 95%, by Wilson. docs/verbs.md explains how cues are counted.')
    .action(options =>
      withReader(async read => {
        const found = await reportingVerbs(read, {
          filter: await statementFilter(read, options),
          verbs: Array.isArray(options.verb) ? options.verb : null,
          first: options.first,
          counting: await countingScope(read, options),
        })
        const rows = found.publishers.flatMap(({ publisher, statements, verbs }) =>
          verbs.map(verb => ({ publisher: publisher?.name ?? 'unknown', statements, ...verb })),
        )
        await writeResult(
          {
            table: () => tableOf(found),
            json: () =>
              JSON.stringify(
                rows.map(({ list, parent, ...row }) => row),
                null,
                2,
              ),
            csv: () =>
              writeCsv(
                ['publisher', 'statements', 'verb', 'count', 'rate', 'low', 'high', 'forms'],
                rows.map(row => [
                  row.publisher,
                  row.statements,
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
          options.out,
        )
      }),
    )
}

/** One table a publisher. */
function tableOf({ statements, lemmaCount, publishers, notes }: ReportingVerbs): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`
  const tables = publishers.map(({ publisher, statements, verbs }) =>
    [
      '',
      `${publisher?.name ?? 'publisher unknown'}: ${statements} statements with a cue`,
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
  return [`${statements} statements with a cue, ${lemmaCount} verbs`, ...notes, ...tables].join('\n')
}
