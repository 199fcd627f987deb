import type { LinkedForm } from '../export/linked/write.ts'
import { makeFile } from '../export/whole.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'
import { Reader } from '../store/reader.ts'
import { baseUrlOption, exportScope, formCommand, withoutLicence } from './exportOptions.ts'
import { permalinkBase, warnOfLocalLinks } from './permalinkBase.ts'

const summaries = {
  jsonld: 'linked data in JSON-LD, one file with its context, for any tool that reads JSON',
  turtle: 'linked data in Turtle, for people, rdflib and triple stores',
  nquads: 'linked data in N-Quads, one triple per line, for fast loading',
} as const satisfies Record<LinkedForm, string>

/** `dixit export jsonld|turtle|nquads`. */
export function linkedCommands() {
  return (['jsonld', 'turtle', 'nquads'] as const).map(linkedCommand)
}

function linkedCommand(form: LinkedForm) {
  return formCommand(form, summaries[form], 'file')
    .addOption(baseUrlOption())
    .addHelpText('after', withoutLicence)
    .action(async options => {
      const baseUrl = permalinkBase(options.baseUrl)
      const database = openReader(readSettings(process.env).DIXIT_DB, { isMapped: true })
      try {
        const scope = await exportScope(new Reader(database), options)
        const { writeLinked } = await import('../export/linked/write.ts')
        const { irisBelow } = await import('../export/linked/iris.ts')
        const { nodes, triples } = await makeFile(options.out, options.force, file =>
          writeLinked(database, form, { file, iriOf: irisBelow(baseUrl), scope }),
        )
        console.error(`wrote ${options.out}: ${nodes} nodes${triples > 0 ? `, ${triples} triples` : ''}`)
        warnOfLocalLinks(options.baseUrl)
      } finally {
        database.close()
      }
    })
}
