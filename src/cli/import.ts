import { existsSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { formats } from '../ingest/formats/index.ts'
import { Failure } from '../model/failure.ts'
import { nearestWord } from '../model/nearest.ts'
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
    .hook('preSubcommand', ({ args }) => refuseUnknownFormat(args))
    .addCommand(importDossierCommand(), { isDefault: true })
  for (const format of formats) command.addCommand(importCorpusCommand(format))
  return command
}

/** A misspelt format comes as the path of a dossier, with its own paths behind it. @throws Failure BAD_USAGE */
function refuseUnknownFormat(args: readonly string[]): void {
  const [first = '', ...others] = args.filter(arg => !arg.startsWith('-'))
  const names = [...formats.map(({ name }) => name), 'dossier', 'help']
  if (names.includes(first) || others.length === 0 || existsSync(first)) return
  const meant = nearestWord(first, names)
  const instead = meant === undefined ? `there are ${names.slice(0, -1).join(', ')}` : `did you mean ${meant}?`
  throw new Failure('BAD_USAGE', `unknown format ${first}; ${instead}`)
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
