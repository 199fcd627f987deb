import { Command } from '@commander-js/extra-typings'
import { writeCsv } from '../export/csv.ts'
import { Failure } from '../model/failure.ts'
import { readQuantity, unitNamed } from '../reading/index.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/database.ts'
import { type WordedNumber, wordedNumbers } from '../store/query/wordedNumbers.ts'
import { formatOption, writeResult } from './output.ts'
import { renderTable } from './table.ts'
import { wholeNumber } from './wholeNumber.ts'

const COLUMNS = ['speaker', 'words', 'unit', 'counted', 'wording', 'basis', 'figure', 'document', 'published'] as const

/** `dixit number`: everyone who said a number. */
export function numberCommand() {
  return new Command('number')
    .description('everyone who said a number, in whatever words')
    .argument('<words>', 'the number, such as 435719, "12 million" or "$1.2bn"')
    .option('--unit <name>', 'in this unit alone, such as USD or percent')
    .option('--no-automatic', 'leave out what rules have read')
    .option('--limit <count>', 'how many wordings at most', wholeNumber, 200)
    .addOption(formatOption())
    .option('--out <file>', 'write to a file instead: .csv or .json')
    .addHelpText(
      'after',
      `
The same value in the same unit is found together; that all count the same thing is not said. A figure shows that
somebody has tied the words to one. See docs/reading.md.`,
    )
    .action(async (words, { unit, automatic, limit, format, out }) => {
      const quantity = readQuantity(words, 'en')
      if (quantity?.value == null) throw new Failure('BAD_USAGE', `“${words}” is no number that can be read.`)
      const named = unit === undefined ? quantity.unit : unitNamed(unit)
      const units = named === null ? (unit === undefined ? null : [unit]) : [named.name, ...named.codes]
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const found = wordedNumbers(database, { value: quantity.value, units, automatic, limit })
        const cells = found.map(row => COLUMNS.map(column => row[column]))
        await writeResult(
          {
            table: () => (found.length === 0 ? 'nobody' : renderTable(COLUMNS, cells.map(shorten))),
            json: () => JSON.stringify(found, null, 2),
            csv: () => writeCsv([...COLUMNS], cells),
          },
          format,
          out,
        )
      } finally {
        database.close()
      }
    })
}

const LONGEST = 40

function shorten(cells: readonly WordedNumber[(typeof COLUMNS)[number]][]): (string | null)[] {
  return cells.map(cell => (cell === null || cell.length <= LONGEST ? cell : `${cell.slice(0, LONGEST - 1)}…`))
}
