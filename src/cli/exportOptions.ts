import { Command, Option } from '@commander-js/extra-typings'
import type { ExportScope } from '../store/query/exportTables.ts'
import type { RecordScope } from '../store/query/records/index.ts'
import type { Reader } from '../store/reader.ts'
import { dataset, document } from '../store/schema/entities.ts'
import { forceOption } from './output.ts'
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

export const outOption = (kind: 'file' | 'folder'): Option =>
  new Option(`--out <${kind}>`, 'where to write it; a failed export leaves nothing behind').makeOptionMandatory()
export const textsOption = (): Option =>
  new Option('--texts', 'include the full texts of documents whose dataset states no licence').default(false)

export const baseUrlOption = () =>
  new Option('--base-url <address>', 'the start of node URLs (default: BASE_URL, else where dixit serve listens)')

/** The options of every form. */
export type FormOptions = Pick<StatementOptions, keyof StatementOptions> & {
  readonly out: string
  readonly force: boolean
  readonly texts: boolean
}

/** The command of a form, with the options that every form has. Its type is explicit: inferring it took minutes. */
export function formCommand(form: string, summary: string, kind: 'file' | 'folder'): Command<[], FormOptions> {
  const command = new Command<[], FormOptions>(form)
  command.description(summary)
  const options: readonly Option[] = [
    ...[
      outOption(kind),
      forceOption(`the ${kind} if it exists`),
      textsOption(),
      datasetOption(),
      documentOption(),
      speakerOption(),
    ],
    ...[publisherOption(), duringOption(), fromOption(), toOption()],
  ]
  for (const option of options) command.addOption(option)
  return command
}

/** The help of a form that can include whole texts. */
export const withoutLicence =
  '\nTexts of datasets without a stated licence are left out. --texts includes them: check that you may share them.'

/**
 * What leaves, by the options.
 *
 * @throws Failure BAD_ARGUMENT if it names nothing, or several things
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
 * @throws Failure BAD_ARGUMENT if it names nothing, or several things
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
