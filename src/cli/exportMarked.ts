import { Option } from '@commander-js/extra-typings'
import { lineEnds } from '../export/qdpx/lineEnds.ts'
import { saySource, sourcesIn } from '../export/sources.ts'
import { countTexts, textsSaid } from '../export/texts.ts'
import { makeFile, makeFolder, makeWhole } from '../export/whole.ts'
import { Failure } from '../model/failure.ts'
import { sayCount } from '../model/things.ts'
import type { Database } from '../store/engine/database.ts'
import { datasetsOf } from '../store/query/datasets.ts'
import { stancesLeftOut } from '../store/query/stanceEvents.ts'
import { baseUrlOption, exportScope, formCommand, withoutLicence } from './exportOptions.ts'
import { ExportProgress } from './exportProgress.ts'
import { keepWhatStands, writeSources } from './output.ts'
import { permalinkBase } from './permalinkBase.ts'
import { nestedOption } from './statementOptions.ts'
import { wholeNumber } from './wholeNumber.ts'
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
    .addOption(
      new Option('--page-size <number>', 'a folder of pages of so many annotations, instead of one file').argParser(
        wholeNumber,
      ),
    )
    .action(({ out, force, baseUrl: given, pageSize: size, ...options }) =>
      withReader(async read => {
        const scope = await exportScope(read, { ...options, texts: false })
        const baseUrl = permalinkBase(given)
        if (size === 0) throw new Failure('BAD_USAGE', '--page-size: a page holds at least one annotation.')
        await read.ask(async database => {
          const { webAnnotations, writeAnnotationPages, writeWebAnnotations } = await import(
            '../export/webAnnotations.ts'
          )
          const licences = sourcesIn(database).map(saySource)
          const about = { id: `${baseUrl}/id/annotations`, label: nameOf(database), licences }
          const annotations = webAnnotations(database, scope, baseUrl)
          const total =
            size === undefined
              ? await makeFile(out, force, file => writeWebAnnotations(annotations, file, about))
              : await makeFolder(out, force, folder => writeAnnotationPages(annotations, folder, { ...about, size }))
          console.error(`wrote ${out}: ${total} annotations`)
        })
      }),
    )
}

/** `dixit export dna`: an event list of Discourse Network Analyzer. */
export function exportDnaCommand() {
  return formCommand(
    'dna',
    'an event list of Discourse Network Analyzer, in CSV: who took which side of which concept',
    'file',
  )
    .addHelpText(
      'after',
      `
A row a stance and speaker: a statement by two is two rows. Stances that neither support nor oppose, and those that are conceded,
implied, reported, asked or only supposed, are no rows, and neither are those of speech that others only report, unless
--nested is given, as in dixit network; how many there are is said.`,
    )
    .addOption(nestedOption())
    .action(({ out, force, nested = false, ...options }) =>
      withReader(async read => {
        const scope = { ...(await exportScope(read, { ...options, texts: false })), nested }
        await read.ask(async database => {
          const { writeDnaEvents } = await import('../export/dnaEvents.ts')
          const progress = new ExportProgress('rows', () => null)
          try {
            const sources = sourcesIn(database)
            keepWhatStands(out, sources, force)
            const rows = await makeFile(out, force, file => writeDnaEvents(database, scope, file, progress.add))
            writeSources(out, sources)
            console.error(`wrote ${out}: ${sayCount(rows, 'row')}`)
          } finally {
            progress.stop()
          }
          const left = stancesLeftOut(database, scope)
          if (left > 0)
            console.error(
              `left out: ${sayCount(left, 'stance')}: neither for nor against, not held plainly, only reported by others, or of nobody known`,
            )
        })
      }),
    )
}
