import { Option } from '@commander-js/extra-typings'
import type { ExportScope } from '../store/query/exportTables.ts'
import type { Reader } from '../store/reader.ts'
import { type StatementOptions, statementFilter } from './statementOptions.ts'

export const outOption = <Kind extends 'file' | 'folder'>(kind: Kind) =>
  new Option(`--out <${kind}>`, 'where it goes: made whole, or not at all').makeOptionMandatory()
export const forceOption = () => new Option('--force', 'replace what stands there').default(false)
export const textsOption = () =>
  new Option('--texts', 'take along whole texts of documents whose dataset states no licence').default(false)

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
