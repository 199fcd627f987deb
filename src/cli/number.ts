import { Failure } from '../model/failure.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { readQuantity, readSoughtNumber, type SoughtNumber, unitNamed } from '../reading/index.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { figure, figureMention, rule, statement } from '../store/schema/entities.ts'
import { listingCommand, permalinkBase, writeListing } from './listing/listing.ts'
import { readRows } from './listing/readRows.ts'
import { statementRows } from './listing/statementRows.ts'
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
  'saidBasis',
  'speakers',
  'speakerSlugs',
  'words',
  'wording',
  'basis',
  'statement',
  'document',
  'title',
  'published',
  'permalink',
] as const

/** `dixit number`: who said what about a number. */
export function numberCommand() {
  return listingCommand('number', 'list who gave a number, in which words: that number, or bounds that hold it')
    .argument('<words>', 'the number, such as 50000, 435k, "12 million" or "$1.2bn"')
    .option('--unit <name>', 'in this unit alone, such as USD or percent')
    .option('--no-automatic', 'leave out what rules have read')
    .addHelpText(
      'after',
      '\nfits, in the order of the list: NUMBER where the words name it, FIGURE where they leave out the number of the figure' +
        '\nthat they cite, BOUNDS where they commit to bounds that hold it (“tens of thousands”), OPEN_BOUNDS where one end is' +
        '\nopen (“more than 40,000”). numberWording says whose words the number is in, numberBasis whether the document states' +
        '\nit, a person concluded it or a rule (AUTOMATIC) read it. That they count the same thing is not said: see docs/reading.md.',
    )
    .action((words, options) =>
      withReader(async read => {
        const sought = soughtIn(words)
        const only = [...unitFilter(words, options.unit), ...(options.automatic ? [] : [{ not: automatic }])]
        const filters = fits(sought).map(({ fit, filter }) => ({ fit, filter: { and: [filter, ...only] } }))
        const rows: Awaited<ReturnType<typeof mentionRows>> = []
        let total = 0
        for (const { fit, filter } of filters) {
          const list = { entity: figureMention }
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
          'said',
          'words',
          'numberWording',
          'numberBasis',
          'statement',
        ] as const
        await writeListing({ columns, shown, rows, total }, options)
      }),
    )
}

interface Sought extends SoughtNumber {
  readonly value: number
}

function soughtIn(words: string): Sought {
  const sought = readSoughtNumber(words)
  const value = sought?.value ?? readQuantity(words, 'en')?.value ?? null
  if (value === null) throw new Failure('BAD_USAGE', `“${words}” is no number that can be read.`)
  return sought?.value == null ? { value, low: value, high: value } : { ...sought, value }
}

const automatic: FilterInput = { basis: { eq: 'AUTOMATIC' } }

/** The unit that is asked for, else that of the words: by any of its names, where the wording or its figure has it. */
function unitFilter(words: string, asked: string | undefined): readonly FilterInput[] {
  const named = asked === undefined ? (readQuantity(words, 'en')?.unit ?? null) : unitNamed(asked)
  if (named === null && asked === undefined) return []
  const unit = { in: named === null ? [asked] : [named.name, ...named.codes] }
  return [{ or: [{ unit }, { unit: { isNull: true }, figureMatches: { unit } }] }]
}

/** The ways in which words fit a number; each leaves out what those before it found. */
function fits({ value, low, high }: Sought): readonly { readonly fit: string; readonly filter: FilterInput }[] {
  const isIt: FilterInput = high === null || high === low ? { eq: value } : { gte: low, lt: high }
  const named = { value: isIt }
  const cited = { figureMatches: { value: isIt }, value: { isNull: true } }
  const others = { not: { or: [named, cited] } }
  const within = { lower: { lte: value }, upper: { gte: value } }
  const beyond = { lower: { lte: value }, upper: { isNull: true }, approximation: { in: ['OVER', 'AT_LEAST'] } }
  const below = { upper: { gte: value }, lower: { isNull: true }, approximation: { in: ['UNDER', 'UP_TO'] } }
  return [
    { fit: 'NUMBER', filter: named },
    { fit: 'FIGURE', filter: cited },
    { fit: 'BOUNDS', filter: { and: [within, others] } },
    { fit: 'OPEN_BOUNDS', filter: { and: [{ or: [beyond, below] }, others] } },
  ]
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
          number: mention.verbatim,
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
