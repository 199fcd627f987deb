import { Option } from '@commander-js/extra-typings'
import { lineEnds } from '../export/qdpx/lineEnds.ts'
import { countTexts, textsSaid } from '../export/texts.ts'
import { makeFile, makeFolder, makeWhole } from '../export/whole.ts'
import type { Database } from '../store/engine/database.ts'
import { datasetsOf } from '../store/query/datasets.ts'
import { baseUrlOption, exportScope, formCommand, withoutLicence } from './exportOptions.ts'
import { permalinkBase } from './permalinkBase.ts'
import { withReader } from './withReader.ts'

const withoutText = `\nA document without its text has no place in it.${withoutLicence}`

function nameOf(database: Database): string {
  const names = datasetsOf(database).map(({ name }) => name)
  return names.length === 0 ? 'Dixit' : `Dixit: ${names.join(', ')}`
}

/** `dixit export qdpx`: a project that programs for qualitative analysis open. */
export function exportQdpxCommand() {
  return formCommand('qdpx', 'a project of REFI-QDA, which NVivo, MAXQDA, ATLAS.ti and QualCoder open', 'file')
    .addOption(
      new Option('--line-ends <which>', 'how lines end in the texts: crlf for MAXQDA')
        .choices(lineEnds)
        .default('lf' as const),
    )
    .addHelpText('after', withoutText)
    .action(({ out, force, lineEnds: ends, ...options }) =>
      withReader(async read => {
        const scope = await exportScope(read, options)
        await read.ask(async database => {
          const texts = countTexts(database, scope)
          const { writeQdpx } = await import('../export/qdpx/write.ts')
          await makeWhole(out, force, draft => writeQdpx({ database, name: nameOf(database), scope, ends }, draft))
          console.error(`wrote ${out}: ${textsSaid(texts)}`)
        })
      }),
    )
}

/** `dixit export brat`: texts and stand-off annotations. */
export function exportBratCommand() {
  return formCommand('brat', 'a folder of texts and stand-off annotations, as brat and many tools read them', 'folder')
    .addHelpText('after', withoutText)
    .action(({ out, force, ...options }) =>
      withReader(async read => {
        const scope = await exportScope(read, options)
        await read.ask(async database => {
          const texts = countTexts(database, scope)
          const { writeBrat } = await import('../export/brat/write.ts')
          const marks = await makeFolder(out, force, folder => writeBrat(database, folder, scope))
          console.error(`wrote ${out}: ${marks} annotations in ${textsSaid(texts)}`)
        })
      }),
    )
}

/** `dixit export annotations`: a collection of W3C Web Annotations. */
export function exportAnnotationsCommand() {
  return formCommand('annotations', 'a collection of W3C Web Annotations, in JSON-LD', 'file')
    .addOption(baseUrlOption())
    .action(({ out, force, baseUrl: given, ...options }) =>
      withReader(async read => {
        const scope = await exportScope(read, { ...options, texts: false })
        const baseUrl = permalinkBase(given)
        await read.ask(async database => {
          const { webAnnotations, writeWebAnnotations } = await import('../export/webAnnotations.ts')
          const licences = datasetsOf(database).flatMap(({ name, licence }) =>
            licence === null ? [] : [`${name}: ${licence}`],
          )
          const about = { id: `${baseUrl}/id/annotations`, label: nameOf(database), licences }
          const total = await makeFile(out, force, file =>
            writeWebAnnotations(webAnnotations(database, scope, baseUrl), file, about),
          )
          console.error(`wrote ${out}: ${total} annotations`)
        })
      }),
    )
}
