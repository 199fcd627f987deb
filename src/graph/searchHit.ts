import { brandWithType, type OutputType } from '@pothos/core'
import { agent, claim, document, figure, passage, statement } from '../store/schema/entities.ts'
import type { TextFragment } from '../store/search/marks.ts'
import type { Hit, Search } from '../store/search/search.ts'
import { SearchType } from '../store/search/searchIndexes.ts'
import { builder, type GraphContext, type Types } from './builder.ts'
import { enumOf } from './enums.ts'
import { SnippetOfHit } from './reads.ts'
import {
  ClaimType,
  DocumentType,
  FigureType,
  OrganizationType,
  PassageType,
  PersonType,
  StatementType,
  UnclassifiedAgentType,
} from './types.ts'

export const SearchTypeEnum = enumOf('SearchType', SearchType, 'The types of node that search finds.')

/** The types of agents of each kind. */
const agentRefs = { PERSON: PersonType, ORGANIZATION: OrganizationType, UNKNOWN: UnclassifiedAgentType } as const

const SearchResult = builder.unionType('SearchResult', {
  description: 'A node that search finds.',
  types: [StatementType, PassageType, ...Object.values(agentRefs), DocumentType, ClaimType, FigureType],
})

const SnippetFragment = builder.objectRef<TextFragment>('SnippetFragment').implement({
  description: 'A piece of a snippet that either matched or did not.',
  fields: t => ({
    text: t.exposeString('text', { description: 'The words, exactly.' }),
    matched: t.exposeBoolean('matched', { description: 'Whether they were matched.' }),
  }),
})

/** A hit, and the search that it is of. */
type FoundHit = Hit & { readonly search: Search }

export const SearchHitType = builder.objectRef<FoundHit>('SearchHit').implement({
  description: 'A search result: what matched, how well, and where.',
  fields: t => ({
    node: t.field({ type: SearchResult, nullable: true, description: 'What was found.', resolve: readNode }),
    type: t.expose('type', { type: SearchTypeEnum, description: 'The type of node.' }),
    score: t.exposeFloat('score', {
      description:
        'How well it matches: BM25 among the nodes of its type, higher is better. Compare it only within one answer.',
    }),
    fragments: t.field({
      type: [SnippetFragment],
      description: 'The snippet in pieces, so that a program can highlight matches in its own way.',
      resolve: (hit, _, { read }) => read.snippet(hit.search, hit),
    }),
    snippet: t.string({
      description: 'Up to 32 of its words, where most matches are; … marks a cut. Plain text: escape it in HTML.',
      args: {
        open: t.arg.string({ required: true, defaultValue: '[', description: 'What to put before a match.' }),
        close: t.arg.string({ required: true, defaultValue: ']', description: 'What to put after a match.' }),
      },
      extensions: { reads: new SnippetOfHit() },
      resolve: async (hit, { open, close }, { read }) => {
        const fragments = await read.snippet(hit.search, hit)
        return fragments.map(({ text, matched }) => (matched ? `${open}${text}${close}` : text)).join('')
      },
    }),
  }),
})

async function readNode({ type, id }: FoundHit, _: object, { read }: GraphContext) {
  switch (type) {
    case 'STATEMENT':
      return branded(await read.byId(statement, id), StatementType)
    case 'PASSAGE':
      return branded(await read.byId(passage, id), PassageType)
    case 'AGENT': {
      const row = await read.byId(agent, id)
      return branded(row, row === null ? PersonType : agentRefs[row.kind])
    }
    case 'DOCUMENT':
      return branded(await read.byId(document, id), DocumentType)
    case 'CLAIM':
      return branded(await read.byId(claim, id), ClaimType)
    case 'FIGURE':
      return branded(await read.byId(figure, id), FigureType)
  }
}

/** The row, marked with its type: of itself it does not say which of the union's it is. */
function branded<Row extends object>(row: Row | null, type: OutputType<Types>): Row | null {
  if (row !== null) brandWithType<Types>(row, type)
  return row
}
