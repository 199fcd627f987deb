import { hedgeNote, numberSaid } from '../analysis/numberSaid.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { readRows } from '../store/query/readRows.ts'
import type { Reader } from '../store/reader.ts'
import { channel, figure, figureMention, rule, statement } from '../store/schema/entities.ts'
import { listingCommand, writeListing } from './listing/listing.ts'
import { statementRows } from './listing/statementRows.ts'
import { permalinkBase } from './permalinkBase.ts'
import { statementFilter, withScope } from './statementOptions.ts'
import { withReader } from './withReader.ts'

const columns = [
  'fits',
  'number',
  'approximation',
  'value',
  'lower',
  'upper',
  'unit',
  'counted',
  'numberWording',
  'numberBasis',
  'numberRule',
  'figure',
  'figureSlug',
  'said',
  'saidWords',
  'saidBasis',
  'saidReason',
  'speakers',
  'speakerSlugs',
  'reportedBy',
  'reportedIn',
  'voice',
  'channel',
  'words',
  'wording',
  'basis',
  'reason',
  'rule',
  'statement',
  'document',
  'title',
  'published',
  'permalink',
] as const

/** `dixit number`: who said what about a number. */
export function numberCommand() {
  return withScope(
    listingCommand('number', 'list who gave a number, in which words: that number, or bounds that hold it'),
  )
    .argument(
      '<words>',
      'the number, such as 50000, 435k, "12 million" or "$1.2bn"; or bounds, such as "tens of thousands"',
    )
    .option('--unit <name>', 'in this unit alone, such as USD or percent')
    .option('--no-automatic', 'leave out what rules have read')
    .option('--repeats', 'count repeated documents each, and every coder’s reading of a document', false)
    .addHelpText(
      'after',
      '\nfits, in the order of the list: NUMBER where the words name it, FIGURE where they leave out the number of the figure' +
        '\nthat they cite, BOUNDS where they commit to bounds that hold it (“tens of thousands”), OPEN_BOUNDS where one end is' +
        '\nopen (“more than 40,000”). “Nearly 900,000” fits 900,000 alone: how far below it begins the words do not say. Of bounds (“a few hundred”) the numbers within them are listed, and the bounds that overlap' +
        '\nthem. voice says whose words the statement gives: an AGENT (speakers), a CHANNEL such as a letter (channel), or the' +
        '\nDOCUMENT itself; basis and reason, on what ground. numberWording says whose words the number is in, numberBasis whether the document states' +
        '\nit, a person concluded it or a rule (AUTOMATIC) read it. That they count the same thing is not said: see docs/reading.md.',
    )
    .action((words, options) =>
      withReader(async read => {
        const scope = await statementFilter(read, options)
        const said = await numberSaid(read, words, {
          unit: options.unit ?? null,
          automatic: options.automatic,
          repeats: options.repeats,
        })
        const rows: Awaited<ReturnType<typeof mentionRows>> = []
        let total = 0
        for (const { fit, filter } of said.fits) {
          const list = { entity: figureMention, ...(scope && { fixed: { statementMatches: scope } }) }
          total += await read.count(list, null, filter)
          const found = await readRows(options.first - rows.length, stretch =>
            read.page(list, null, { ...stretch, filter, order: { by: 'TIME' } }),
          )
          rows.push(...(await mentionRows(read, fit, found)))
        }
        const shown = [
          'fits',
          'number',
          'speakers',
          'reportedBy',
          'voice',
          'channel',
          'said',
          'saidWords',
          'saidBasis',
          'words',
          'numberWording',
          'numberBasis',
          'basis',
          'statement',
        ] as const
        await writeListing({ columns, shown, rows, total }, options, read)
        const note = hedgeNote(said, words)
        if (note !== null) console.error(note)
      }),
    )
}

async function mentionRows(read: Reader, fit: string, mentions: readonly (typeof figureMention.table.$inferSelect)[]) {
  const baseUrl = permalinkBase()
  const citing = await Promise.all(mentions.map(({ statementId }) => read.byId(statement, statementId)))
  const statements = await statementRows(
    read,
    citing.flatMap(row => row ?? []),
  )
  const bySlug = new Map(statements.map(row => [row.slug, row]))
  const rows = await Promise.all(
    mentions.map(async (mention, index) => {
      const row = bySlug.get(citing[index]?.slug ?? '')
      if (row === undefined) return []
      const [cited, readBy, through] = await Promise.all([
        read.byId(figure, mention.figureId),
        read.byId(rule, mention.ruleId),
        read.byId(channel, citing[index]?.channelId ?? null),
      ])
      const { slug, ...said } = row
      return [
        {
          ...said,
          channel: through?.label ?? null,
          fits: fit,
          number: mention.words,
          approximation: mention.approximation,
          value: mention.value,
          lower: mention.lower,
          upper: mention.upper,
          unit: mention.unit ?? cited?.unit ?? null,
          counted: mention.counted ?? cited?.population ?? null,
          numberWording: mention.wording,
          numberBasis: mention.basis,
          numberRule: readBy === null ? null : `${readBy.name} ${readBy.version}`,
          figure: cited?.label ?? null,
          figureSlug: cited?.slug ?? null,
          statement: slug,
          permalink: `${baseUrl}${permalinkPath('FigureMention', mention.slug)}`,
        },
      ]
    }),
  )
  return rows.flat()
}
