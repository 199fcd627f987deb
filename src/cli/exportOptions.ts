import { Command, Option } from '@commander-js/extra-typings'
import type { ExportScope } from '../store/query/exportTables.ts'
import type { RecordScope } from '../store/query/records/index.ts'
import type { Reader } from '../store/reader.ts'
import { dataset, document } from '../store/schema/entities.ts'
import {
  datasetOption,
  documentOption,
  duringOption,
  fromOption,
  publisherOption,
  type StatementOptions,
  slugsOf,
  speakerOption,
  statementFilter,
  toOption,
} from './statementOptions.ts'

export const outOption = (kind: 'file' | 'folder') =>
  new Option('--out <path>', `the ${kind} that it becomes: made whole, or not at all`).makeOptionMandatory()
export const forceOption = () => new Option('--force', 'replace what stands there').default(false)
export const textsOption = () =>
  new Option('--texts', 'take along whole texts of documents whose dataset states no licence').default(false)

/**
 * The command of a form, with the options that every form has. It has no type parameter: through so many options the compiler
 * would carry it along until the memory is full.
 */
export function formCommand(form: string, summary: string, kind: 'file' | 'folder') {
  return new Command(form)
    .description(summary)
    .addOption(outOption(kind))
    .addOption(forceOption())
    .addOption(datasetOption())
    .addOption(documentOption())
    .addOption(speakerOption())
    .addOption(publisherOption())
    .addOption(duringOption())
    .addOption(fromOption())
    .addOption(toOption())
}

/** What the help of a form says that may take whole texts along. */
export const withoutLicence =
  '\nTexts of datasets that state no licence stay here unless --texts is given: mind their publishers.'

/**
 * What leaves, by the options.
 *
 * @throws Failure BAD_ARGUMENT for what names nothing, or several things
 */
export async function exportScope(
  read: Reader,
  { texts, ...options }: StatementOptions & { readonly texts: boolean },
): Promise<ExportScope> {
  return { filter: await statementFilter(read, options), withTexts: texts }
}

/**
 * Which records leave, by the options: datasets and documents whole, unless statements of theirs are chosen.
 *
 * @throws Failure BAD_ARGUMENT for what names nothing, or several things
 */
export async function recordScope(read: Reader, options: StatementOptions): Promise<RecordScope> {
  const { dataset: ofDatasets, document: ofDocuments, ...narrowing } = options
  const [datasets, documents, statements] = await Promise.all([
    slugsOf(read, dataset, ofDatasets, '--dataset'),
    slugsOf(read, document, ofDocuments, '--document'),
    statementFilter(read, narrowing),
  ])
  return { datasets, documents, statements }
}
