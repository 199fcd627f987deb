import { Command } from '@commander-js/extra-typings'
import { formats } from '../ingest/formats/index.ts'
import { readSettings } from '../settings/settings.ts'
import { openWriter } from '../store/engine/openDatabase.ts'
import { importAll } from './importAll.ts'
import { importCorpusCommand } from './importCorpus.ts'

/** `dixit import`: dossiers and corpora into the graph. */
export function importCommand() {
  const command = new Command('import')
    .description('import dossiers, or a corpus in one of the formats below')
    .usage('[format] [options] <path...>')
    .addHelpText(
      'after',
      `
Without a format, the path is read as dossiers. docs/formats.md says what is read from each format and how to add one.`,
    )
    .addCommand(importDossierCommand(), { isDefault: true })
  for (const format of formats) command.addCommand(importCorpusCommand(format))
  return command
}

function importDossierCommand() {
  return new Command('dossier')
    .description('one dossier, or every dossier in a folder')
    .argument('<path>', 'a folder with article.txt and annotations.yaml, or a folder of such folders')
    .option('--replace', 'replace a stored document whose text has changed', false)
    .addHelpText(
      'after',
      `
Each dossier is checked as a whole. If anything is wrong, every problem is listed and nothing is written. Importing the same
dossier again reports "unchanged". docs/dossier.md teaches how to write one.`,
    )
    .action((path, options) => {
      const database = openWriter(readSettings(process.env).DIXIT_DB)
      try {
        importAll(database, path, options)
      } finally {
        database.close()
      }
    })
}
