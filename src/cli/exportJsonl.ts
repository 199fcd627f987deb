import { writeJsonLines } from '../export/jsonLines.ts'
import { makeFile } from '../export/whole.ts'
import { sayCount } from '../model/things.ts'
import { recordsIn } from '../store/query/records/index.ts'
import { formCommand, recordScope, withoutLicence } from './exportOptions.ts'
import { ExportProgress } from './exportProgress.ts'
import { withReader } from './withReader.ts'

/** `dixit export jsonl`: the graph in the interchange format, which `dixit import jsonl` reads. */
export function exportJsonlCommand() {
  return formCommand('jsonl', 'one file of records in the interchange format, for dixit import jsonl', 'file')
    .addHelpText(
      'after',
      `
The file includes everything that the chosen records refer to, so it is complete by itself. Datasets and documents are
exported whole unless you choose among their statements.
${withoutLicence} A document without its text cannot be imported again.`,
    )
    .action(({ out, force, texts, ...options }) =>
      withReader(async read => {
        const scope = await recordScope(read, options)
        await read.ask(database =>
          database.atOneMoment(async () => {
            const { documents, textsLeft, records } = recordsIn(database, scope, { withTexts: texts })
            const progress = new ExportProgress('documents', () => documents)
            try {
              const count = await makeFile(out, force, file => writeJsonLines(records(progress.add), file))
              console.error(`wrote ${out}: ${sayCount(count, 'record')}, ${sayCount(documents, 'document')}`)
            } finally {
              progress.stop()
            }
            if (textsLeft > 0) {
              console.error(
                `left out: the texts of ${sayCount(textsLeft, 'document')}, whose dataset states no licence, so that these cannot be imported ` +
                  'from this file; --texts takes them along',
              )
            }
          }),
        )
      }),
    )
}
