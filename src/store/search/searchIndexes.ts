import type { ValueOf, Vocabulary } from '../../model/vocabulary.ts'
import { agent, claim, document, type Entity, figure, passage, statement } from '../schema/entities.ts'

/** The types of node that search finds. */
export const SearchType = {
  STATEMENT: 'Statements, by their words.',
  PASSAGE: 'Passages, by their words. Found only if asked for: what statements say are passages too.',
  AGENT: 'People and organizations, by their names.',
  DOCUMENT: 'Documents, by title and text.',
  CLAIM: 'Claims, by their words.',
  FIGURE: 'Figures: by what they are of, of whom, under which conditions, how they are worded, and by value.',
} as const satisfies Vocabulary
export type SearchType = ValueOf<typeof SearchType>

/**
 * The full-text index of a type, the table or view that it reads (`content`), and its columns.
 *
 * An index holds no text, so that a row can be taken out of it only while the row still stands as it was entered.
 */
export interface SearchIndex {
  readonly entity: Entity
  readonly name: string
  readonly content: string
  readonly columns: readonly string[]
}

export const searchIndexes: Readonly<Record<SearchType, SearchIndex>> = {
  STATEMENT: { entity: statement, name: 'statementSearch', content: 'statements', columns: ['text'] },
  PASSAGE: { entity: passage, name: 'passageSearch', content: 'passages', columns: ['exact'] },
  AGENT: { entity: agent, name: 'agentSearch', content: 'agentSearchText', columns: ['name', 'otherNames'] },
  DOCUMENT: { entity: document, name: 'documentSearch', content: 'documentSearchText', columns: ['title', 'text'] },
  CLAIM: { entity: claim, name: 'claimSearch', content: 'claims', columns: ['text'] },
  FIGURE: {
    entity: figure,
    name: 'figureSearch',
    content: 'figureSearchText',
    columns: ['label', 'population', 'conditions', 'verbatim', 'value'],
  },
}
