import { hedgeNote, numberSaid, unitsNote } from '../analysis/numberSaid.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { readRows } from '../store/query/readRows.ts'
import type { Reader } from '../store/reader.ts'
import { figure, figureMention, rule, statement } from '../store/schema/entities.ts'
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
  'timeBasis',
  'saidReason',
  'speakers',
  'speakerSlugs',
  'reportedBy',
  'reportedIn',
  'held',
  'cue',
  'polarity',
  'certainty',
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

/** What stands above wordings such as “more than 40,000”, which leave nearly every greater number possible. */
const openBounds = 'Also worded with an open bound, which does not rule the number out:'

/** `dixit number`: who said what about a number. */
export function numberCommand() {
  return withScope(
    listingCommand('number', 'list who gave a number and in which words: the number itself, or bounds that contain it'),
  )
    .argument(
      '<words...>',
      'the number, such as 50000, 435k, "12 million" or "$1.2bn"; or bounds, such as "tens of thousands"',
    )
    .option('--unit <name>', 'only in this unit, such as USD or percent')
    .option('--no-automatic', 'leave out what a rule read')
    .option('--repeats', 'count every copy of a repeated document, and every coder’s reading of it', false)
    .addHelpText(
      'after',
      '\nThe column “fits” orders the list: NUMBER if the words name the number; FIGURE if they cite its figure without naming it;' +
        '\nBOUNDS if they commit to bounds that contain it (“tens of thousands”); OPEN_BOUNDS if one end is open (“more than 40,000”);' +
        '\na table has these in a block of their own, below, since they may lie far off. A number without a unit meets no open' +
        '\nbounds of money, parts, multiples or rates.' +
        '\n“Nearly 900,000” fits only 900,000, since the words do not say how far below it they reach. If you ask for bounds (“a few' +
        '\nhundred”), you get the numbers within them and the bounds that overlap them.' +
        '\nvoice says whose words the statement gives: an AGENT (speakers), a CHANNEL such as a letter (channel), or the DOCUMENT' +
        '\nitself; basis and reason say why. numberWording says whose words the number is in; numberBasis, whether the document' +
        '\nstates it, a person concluded it or a rule read it (AUTOMATIC). Equal numbers may count different things: see docs/reading.md.',
    )
    .action((given, options) =>
      withReader(async read => {
        const words = given.join(' ')
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
          'approximation',
          'speakers',
          'reportedBy',
          'held',
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
        const open = rows.filter(({ fits }) => fits === 'OPEN_BOUNDS')
        const hits = rows.filter(({ fits }) => fits !== 'OPEN_BOUNDS')
        await writeListing(
          { columns, shown, rows: hits, total, below: { sentence: openBounds, rows: open } },
          options,
          read,
        )
        const units = rows.map(({ unit }) => unit)
        for (const note of [hedgeNote(said, words), unitsNote(said, words, units)])
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
      const [cited, readBy] = await Promise.all([read.byId(figure, mention.figureId), read.byId(rule, mention.ruleId)])
      const { slug, ...said } = row
      return [
        {
          ...said,
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
