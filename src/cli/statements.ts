import { Option } from '@commander-js/extra-typings'
import type { FilterInput } from '../store/query/filter.ts'
import type { List } from '../store/query/page.ts'
import { readRows } from '../store/query/readRows.ts'
import { sayUndated, undatedFilter } from '../store/query/undated.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, coder, dataset, document, figure, referent, statement } from '../store/schema/entities.ts'
import { findNamed, tryNamed } from './listing/findNamed.ts'
import { listingCommand, writeListing } from './listing/listing.ts'
import { shownOfStatement, statementColumns, statementRows } from './listing/statementRows.ts'
import { referenceTo, timeBetween } from './statementOptions.ts'
import { withReader } from './withReader.ts'

const wordings = ['speaker', 'reporter'] as const

/** `dixit statements`: who said what, in the order of time. */
export function statementsCommand() {
  return listingCommand('statements', 'list statements: who said what, when, in whose words, and in which document')
    .option('--speaker <who>', 'only by this person or organization, by slug or name')
    .option(
      '--about <what>',
      'only about this claim, figure or referent, by slug or name; anything else is searched as words',
    )
    .option('--document <which>', 'only in this document, by slug or title')
    .option('--dataset <which>', 'only of this dataset, by slug or name')
    .option('--coder <who>', 'only readings by this coder, by slug or name')
    .option('--language <tag>', 'only in documents in this language, such as en')
    .option('--from <date>', 'only what was said (or published) on or after this date')
    .option('--to <date>', 'only what was said (or published) on or before this date')
    .addOption(
      new Option(
        '--wording <whose>',
        'speaker: only with quoted words (DOUBTFUL where they may be scare quotes); reporter: only without any',
      ).choices(wordings),
    )
    .action(options =>
      withReader(async read => {
        const filter = await filterOf(read, options)
        const list = { entity: statement }
        const order = { by: 'TIME' }
        const [found, total] = await Promise.all([
          readRows(options.first, stretch => read.page(list, null, { ...stretch, filter, order })),
          read.count(list, null, filter),
        ])
        const rows = await statementRows(read, found)
        await writeListing({ columns: statementColumns, shown: shownOfStatement, rows, total }, options, read)
        await tellUndated(read, list, filter)
      }),
    )
}

/** Says on the side how many statements a filter by date leaves out for want of a date. */
async function tellUndated(read: Reader, list: List, filter: FilterInput): Promise<void> {
  const undated = undatedFilter(list, filter)
  const count = undated === null ? 0 : await read.count(list, null, undated)
  if (count > 0) console.error(sayUndated(count, 'statement'))
}

interface Asked {
  readonly speaker?: string | undefined
  readonly about?: string | undefined
  readonly document?: string | undefined
  readonly dataset?: string | undefined
  readonly coder?: string | undefined
  readonly language?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly wording?: (typeof wordings)[number] | undefined
}

async function filterOf(read: Reader, asked: Asked): Promise<FilterInput> {
  const { from, to, wording } = asked
  const and: FilterInput[] = []
  if (asked.coder !== undefined)
    and.push({ coder: referenceTo(await findNamed(read, [coder], asked.coder, '--coder')) })
  if (asked.language !== undefined) and.push({ documentMatches: { language: { eq: asked.language } } })
  if (asked.speaker !== undefined) {
    const slug = await findNamed(read, [agent], asked.speaker, '--speaker')
    and.push({ speakers: { slug: { eq: slug } } })
  }
  if (asked.document !== undefined) {
    and.push({ document: referenceTo(await findNamed(read, [document], asked.document, '--document')) })
  }
  if (asked.dataset !== undefined) {
    and.push({ dataset: referenceTo(await findNamed(read, [dataset], asked.dataset, '--dataset')) })
  }
  if (asked.about !== undefined) and.push(await aboutFilter(read, asked.about))
  if (from !== undefined || to !== undefined) and.push({ said: { overlaps: timeBetween(from, to) } })
  if (wording === 'speaker') and.push({ quotation: ['DIRECT', 'MIXED'], not: { voice: 'DOCUMENT' } })
  if (wording === 'reporter') and.push({ quotation: 'INDIRECT' })
  return { and }
}

async function aboutFilter(read: Reader, about: string): Promise<FilterInput> {
  const thing = await tryNamed(read, [claim, figure, referent], about, '--about')
  if (thing === null) return { search: about }
  const slug = { slug: { eq: thing.slug } }
  if (thing.entity === claim) return { claims: slug }
  if (thing.entity === figure) return { figures: slug }
  const named = { referent: referenceTo(thing.slug) }
  return { or: [{ termUses: named }, { figures: named }] }
}
