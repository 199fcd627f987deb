import { valuesOf } from '../model/vocabulary.ts'
import { longestQuery } from '../store/query/searchMatch.ts'
import { SearchType } from '../store/search/searchIndexes.ts'
import { builder } from './builder.ts'
import { connectionType, pageArgs, pageComplexity } from './connection.ts'
import { HitsOfSearch, NamesWords } from './reads.ts'
import { SearchHitType, SearchTypeEnum } from './searchHit.ts'
import { agentList, claimList, documentList, figureList, passageList, statementList } from './types.ts'

const SearchFilter = builder.inputType('SearchFilter', {
  description:
    'Which nodes of each type to find. A filter narrows only its own type: to find nothing else, use `types`.',
  fields: t => ({
    statement: t.field({ type: statementList.filter, description: 'Which statements.' }),
    passage: t.field({ type: passageList.filter, description: 'Which passages.' }),
    agent: t.field({ type: agentList.filter, description: 'Which people and organizations.' }),
    document: t.field({ type: documentList.filter, description: 'Which documents.' }),
    claim: t.field({ type: claimList.filter, description: 'Which claims.' }),
    figure: t.field({ type: figureList.filter, description: 'Which figures.' }),
  }),
})

const SearchHitConnection = connectionType('SearchHit', SearchHitType)

builder.queryField('search', t =>
  t.field({
    type: SearchHitConnection,
    description:
      'Full-text search, the best match first: by BM25, in which a word weighs nothing beside one that is fifty times ' +
      'rarer. All words must match, in any order; case and diacritics are ignored. ' +
      '"Words in quotation marks" match as a phrase; immigr* matches a prefix; a number matches in any form: 435719 ' +
      'finds “435,719”, and so does 435k. Nothing else has a special meaning, and no text is an error. An empty ' +
      'query finds nothing.',
    args: {
      query: t.arg.string({
        required: true,
        description: `What to look for: up to ${longestQuery} characters.`,
        extensions: { names: new NamesWords('SEARCH', searchTypesIn, 'types') },
      }),
      types: t.arg({ type: [SearchTypeEnum], description: 'Which types of node; by default all but PASSAGE.' }),
      filter: t.arg({ type: SearchFilter, description: 'Which nodes of each type.' }),
      ...pageArgs(),
    },
    complexity: pageComplexity,
    extensions: { reads: new HitsOfSearch() },
    resolve: async (_, { filter, ...request }, { read }) => {
      const filters = {
        STATEMENT: filter?.statement,
        PASSAGE: filter?.passage,
        AGENT: filter?.agent,
        DOCUMENT: filter?.document,
        CLAIM: filter?.claim,
        FIGURE: filter?.figure,
      }
      const { search, page } = await read.search({ ...request, filters })
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, search } }))
      return { ...page, edges, count: () => read.countHits(search) }
    },
  }),
)

/** The types that are named; null if none is. */
function searchTypesIn(types: unknown): SearchType[] | null {
  const named = [types].flat()
  const known = valuesOf(SearchType).filter(type => named.includes(type))
  return known.length === 0 ? null : known
}
