import { Command } from '@commander-js/extra-typings'
import { type CoderAgreement, coderAgreement } from '../analysis/coderAgreement.ts'
import { writeCsv } from '../export/csv.ts'
import { Failure } from '../model/failure.ts'
import { document } from '../store/schema/entities.ts'
import { formatOption, writeResult } from './output.ts'
import { documentOption } from './statementOptions.ts'
import { renderTable } from './table.ts'
import { withReader } from './withReader.ts'

/** `dixit agreement`: how coders of the same documents agree. */
export function agreementCommand() {
  return new Command('agreement')
    .description('how coders of the same documents agree on sources, cues and contents')
    .addOption(documentOption())
    .addOption(formatOption())
    .option('--out <file>', 'write to a file instead: .csv or .json')
    .addHelpText('after', "\nKrippendorff's alpha and Cohen's kappa, word by word. docs/agreement.md explains them.")
    .action(options =>
      withReader(async read => {
        const slugs = Array.isArray(options.document) ? options.document : []
        for (const slug of slugs) {
          if ((await read.bySlug(document, slug)) !== null) continue
          throw new Failure('BAD_ARGUMENT', `--document: there is no document with the slug “${slug}”.`)
        }
        const found = await coderAgreement(read, slugs.length === 0 ? null : { slug: { in: slugs } })
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
          options.out,
        )
      }),
    )
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
    `${documents} of ${documentCount} documents that two coders or more have coded, ${words} words`,
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
