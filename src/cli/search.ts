import { agentTypes } from '../model/agentTypes.ts'
import { permalinkPath } from '../model/nodeNames.ts'
import { readRows } from '../store/query/readRows.ts'
import { namedLike } from '../store/query/thingsNamed.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, document, figure, passage, statement } from '../store/schema/entities.ts'
import type { Hit, Search } from '../store/search/search.ts'
import { listingCommand, writeListing } from './listing/listing.ts'
import { statementColumns, statementRows } from './listing/statementRows.ts'
import { permalinkBase } from './permalinkBase.ts'
import { statementFilter, withScope } from './statementOptions.ts'
import { withReader } from './withReader.ts'

/** Statements come with all that is known of them; of what else is found these columns have the slug and the permalink. */
const columns = ['type', 'found', ...statementColumns] as const

/** `dixit search`: whatever has the words, the best match first. */
export function searchCommand() {
  return withScope(
    listingCommand('search', 'search statements, people, documents, claims and figures, best match first'),
  )
    .argument('<words...>', 'all must match; put a "phrase" in quotation marks; numbers match in any form')
    .action((words, options) =>
      withReader(async read => {
        const scope = await statementFilter(read, options)
        // Where statements are chosen, nothing else is looked for.
        const request = {
          query: words.join(' '),
          filters: scope === null ? {} : { STATEMENT: scope },
          ...(scope && { types: ['STATEMENT' as const] }),
        }
        const first = await read.search({ ...request, first: 0 })
        const [hits, total] = await Promise.all([
          readRows(options.first, async stretch => (await read.search({ ...request, ...stretch })).page),
          read.countHits(first.search),
        ])
        const rows = await hitRows(read, first.search, hits)
        const shown = [
          'type',
          'found',
          'speakers',
          'reportedBy',
          'held',
          'voice',
          'channel',
          'said',
          'saidWords',
          'saidBasis',
          'wording',
          'basis',
          'slug',
        ] as const
        await writeListing({ columns, shown, rows, total }, options, read)
        if (total === 0) await suggestNames(read, words.join(' '))
      }),
    )
}

/** Says on the side which names may be meant. */
async function suggestNames(read: Reader, words: string): Promise<void> {
  const meant = await read.ask(database => namedLike(database, words))
  if (meant.length > 0) console.error(`Did you mean ${meant.map(({ slug, name }) => name ?? slug).join(' or ')}?`)
}

async function hitRows(read: Reader, search: Search, hits: readonly Hit[]) {
  const statements = await Promise.all(
    hits.map(({ type, id }) => read.byId(statement, type === 'STATEMENT' ? id : null)),
  )
  const said = await statementRows(
    read,
    statements.flatMap(row => row ?? []),
  )
  const bySlug = new Map(said.map(row => [row.slug, row]))
  const rows = await Promise.all(
    hits.map(async (hit, index) => {
      const fragments = await read.snippet(search, hit)
      const found = fragments.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('')
      const row = bySlug.get(statements[index]?.slug ?? '')
      if (row !== undefined) return [{ type: 'Statement', found, ...row }]
      const named = await nodeOf(read, hit)
      if (named === null) return []
      const permalink = `${permalinkBase()}${permalinkPath(named.type, named.slug)}`
      return [{ ...nothingSaid, ...named, found, permalink }]
    }),
  )
  return rows.flat()
}

/** What only statements have. */
const nothingSaid = {
  said: null,
  saidWords: null,
  saidBasis: null,
  timeBasis: null,
  saidReason: null,
  speakers: [],
  speakerSlugs: [],
  reportedBy: [],
  reportedIn: null,
  held: null,
  cue: null,
  polarity: null,
  certainty: null,
  voice: null,
  channel: null,
  words: null,
  wording: null,
  ownWords: [],
  quotation: null,
  basis: null,
  reason: null,
  rule: null,
  document: null,
  title: null,
  published: null,
} as const

async function nodeOf(
  read: Reader,
  { type, id }: Hit,
): Promise<{ readonly type: string; readonly slug: string } | null> {
  if (type === 'AGENT') {
    const row = await read.byId(agent, id)
    return row && { type: agentTypes[row.kind], slug: row.slug }
  }
  const entity = { PASSAGE: passage, DOCUMENT: document, CLAIM: claim, FIGURE: figure, STATEMENT: statement }[type]
  const row = await read.byId(entity, id)
  return row && { type: entity.typenames.join(), slug: row.slug }
}
