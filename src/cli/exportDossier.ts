import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noLicence } from '../export/texts.ts'
import { turns } from '../export/turns.ts'
import { makeFolder } from '../export/whole.ts'
import { ANNOTATIONS_FILE, ARTICLE_FILE } from '../ingest/checkDossier.ts'
import { dossiersIn } from '../ingest/leaving/dossiers.ts'
import { Failure } from '../model/failure.ts'
import { sayCount } from '../model/things.ts'
import { type LeavingRecords, recordsIn } from '../store/query/records/index.ts'
import { formCommand, recordScope, withoutLicence } from './exportOptions.ts'
import { ExportProgress } from './exportProgress.ts'
import { withReader } from './withReader.ts'

/** `dixit export dossier`: each document as its article and what is said of it, which `dixit import` reads. */
export function exportDossierCommand() {
  return formCommand(
    'dossier',
    'a folder per document and coder, with article.txt and annotations.yaml, for dixit import',
    'folder',
  )
    .addHelpText(
      'after',
      `
Each dossier holds everything in the document and everything it refers to, in the format of docs/dossier.md, so a curator
can continue from there whatever corpus it came from. Each coder gets a folder. Documents without a text are left out.${withoutLicence}`,
    )
    .action(({ out, force, texts, ...options }) =>
      withReader(async read => {
        const scope = await recordScope(read, options)
        await read.ask(database =>
          database.atOneMoment(async () => {
            const leaving = recordsIn(database, scope, { withTexts: texts })
            const left = leaving.documents - leaving.textsLeft
            if (left === 0) throw new Failure('BAD_USAGE', `No document leaves: ${whyNone(leaving)}.`)
            const progress = new ExportProgress('documents', () => left)
            try {
              await makeFolder(out, force, folder => writeDossiers(folder, leaving, progress.add))
              console.error(`wrote ${out}: ${sayCount(left, 'document')}`)
            } finally {
              progress.stop()
            }
            if (leaving.textsLeft > 0) {
              console.error(
                `left out: ${sayCount(leaving.textsLeft, 'document')}, whose dataset states no licence; --texts takes them along`,
              )
            }
          }),
        )
      }),
    )
}

function whyNone({ documents }: LeavingRecords): string {
  return documents === 0 ? 'no document is left' : noLicence(documents)
}

async function writeDossiers(folder: string, leaving: LeavingRecords, onDocument: () => void): Promise<void> {
  const pause = turns()
  for (const { folder: name, article, annotations } of dossiersIn(leaving, onDocument)) {
    const path = join(folder, name)
    mkdirSync(path)
    writeFileSync(join(path, ARTICLE_FILE), article)
    writeFileSync(join(path, ANNOTATIONS_FILE), annotations)
    await pause()
  }
}
