import { Command } from '@commander-js/extra-typings'
import { type CoderAgreement, coderAgreement } from '../analysis/coderAgreement.ts'
import { writeCsv } from '../export/csv.ts'
import { sourcesIn } from '../export/sources.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { dataset, document } from '../store/schema/entities.ts'
import { readingAgreement } from './desk/readingAgreement.ts'
import { findNamed } from './listing/findNamed.ts'
import { forceOption, formatOption, writeResult } from './output.ts'
import { documentOption, referenceTo } from './statementOptions.ts'
import { renderTable } from './table.ts'
import { withReader } from './withReader.ts'

/** `dixit agreement`: how coders of the same documents agree. */
export function agreementCommand() {
  return new Command('agreement')
    .description('measure how far coders of the same documents agree on sources, cues and contents')
    .addOption(documentOption())
    .option('--dataset <which>', 'only documents of this dataset, by slug or name')
    .option('--language <tag>', 'only documents in this language, such as en')
    .option('--from <date>', 'only documents published on or after this date')
    .option('--to <date>', 'only documents published on or before this date')
    .option('--dossier <folder>', 'compare two reviews of the article in this folder instead; needs no database')
    .option('--second <name>', 'with --dossier: the second coder, if there are several')
    .addOption(formatOption())
    .option('--out <file>', 'write to this file instead: .csv or .json')
    .addOption(forceOption())
    .addHelpText('after', "\nKrippendorff's alpha and Cohen's kappa, word by word. docs/agreement.md explains them.")
    .action(options => {
      if (options.dossier !== undefined) return reviews(options.dossier, options)
      return withReader(async read => {
        const found = await coderAgreement(read, await documentFilter(read, options))
        const rows = rowsOf(found)
        await writeResult(
          {
            table: () => tableOf(found),
            json: () => JSON.stringify(rows, null, 2),
            csv: () =>
              writeCsv(
                Object.keys(rows[0] ?? {}),
                rows.map(row => Object.values(row)),
              ),
          },
          options.format,
          options,
          await read.ask(sourcesIn),
        )
      })
    })
}

interface ReviewOptions {
  readonly second?: string | undefined
  readonly format: string
  readonly out?: string | undefined
  readonly force: boolean
}

/** How two reviews of an article agree. */
function reviews(folder: string, { second, format, ...to }: ReviewOptions) {
  const { rows, table } = readingAgreement(folder, second)
  return writeResult(
    {
      table: () => table,
      json: () => JSON.stringify(rows, null, 2),
      csv: () =>
        writeCsv(
          Object.keys(rows[0] ?? {}),
          rows.map(row => Object.values(row)),
        ),
    },
    format,
    to,
    [],
  )
}

interface Asked {
  readonly document?: readonly string[] | true | undefined
  readonly dataset?: string | undefined
  readonly language?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Which documents; null for all. @throws Failure BAD_ARGUMENT if it names nothing */
async function documentFilter(read: Reader, asked: Asked): Promise<FilterInput | null> {
  const { from, to, language } = asked
  const typed = Array.isArray(asked.document) ? asked.document : []
  const slugs = await Promise.all(typed.map(name => findNamed(read, [document], name, '--document')))
  const and: FilterInput[] = [
    ...(slugs.length === 0 ? [] : [{ slug: { in: slugs } }]),
    ...(language === undefined ? [] : [{ language: { eq: language } }]),
    ...(from === undefined && to === undefined ? [] : [{ published: { overlaps: `${from ?? '..'}/${to ?? '..'}` } }]),
  ]
  if (asked.dataset !== undefined) {
    and.push({ dataset: referenceTo(await findNamed(read, [dataset], asked.dataset, '--dataset')) })
  }
  return and.length === 0 ? null : { and }
}

/** One row a role and pair of coders. */
function rowsOf({ roles }: CoderAgreement) {
  return roles.flatMap(({ role, alpha, pairs }) =>
    pairs.map(({ first, second, documents, kappa, both, one, other, neither }) => {
      const counts = { both, onlyFirst: one, onlySecond: other, neither }
      return { role, alpha, first: first.name, second: second.name, documents, kappa, ...counts }
    }),
  )
}

function tableOf(found: CoderAgreement): string {
  const { documents, documentCount, words, roles, notes } = found
  return [
    `${documents} of ${documentCount} documents that two or more coders have coded, ${words} words`,
    ...notes,
    '',
    renderTable(
      ['role', 'alpha'],
      roles.map(({ role, alpha }) => [role, alpha]),
    ),
    '',
    renderTable(
      ['role', 'first', 'second', 'documents', 'kappa', 'both', 'first only', 'second only', 'neither'],
      rowsOf(found).map(({ alpha, ...row }) => Object.values(row)),
    ),
  ].join('\n')
}
