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
import { permalinkBase, warnOfLocalLinks } from './permalinkBase.ts'
import { nestedOption } from './statementOptions.ts'
import { wholeNumber } from './wholeNumber.ts'
import { withReader } from './withReader.ts'

const withoutText = `\nDocuments without a text are left out.${withoutLicence}`

function nameOf(database: Database): string {
  const names = datasetsOf(database).map(({ name }) => name)
  return names.length === 0 ? 'Dixit' : `Dixit: ${names.join(', ')}`
}

/** `dixit export qdpx`: a project that programs for qualitative analysis open. */
export function exportQdpxCommand() {
  return formCommand('qdpx', 'a REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti and QualCoder', 'file')
    .addOption(
      new Option('--line-ends <which>', 'the line endings of the texts; MAXQDA needs crlf')
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
  return formCommand('brat', 'a folder of texts with stand-off annotations, for brat and many other tools', 'folder')
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
      new Option(
        '--page-size <number>',
        'write a folder of pages with this many annotations each, instead of one file',
      ).argParser(wholeNumber),
    )
    .action(({ out, force, baseUrl: given, pageSize: size, ...options }) =>
      withReader(async read => {
        const scope = await exportScope(read, { ...options, texts: false })
        const baseUrl = permalinkBase(given)
        if (size === 0) throw new Failure('BAD_USAGE', '--page-size must be at least 1.')
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
          warnOfLocalLinks(given)
        })
      }),
    )
}

/** `dixit export dna`: an event list of Discourse Network Analyzer. */
export function exportDnaCommand() {
  return formCommand(
    'dna',
    'a Discourse Network Analyzer event list in CSV: who took which side on which concept',
    'file',
  )
    .addHelpText(
      'after',
      `
One row per stance and speaker: a statement by two speakers gives two rows. Left out, and counted, are stances that neither
support nor oppose; stances that are conceded, implied, reported, asked or only supposed; and, without --nested, stances in
speech that others only report, as in dixit network.`,
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
