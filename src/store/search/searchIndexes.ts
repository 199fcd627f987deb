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
 * The full-text index of a type: of the words of its rows, and of the stems of those words.
 *
 * The indexes of what belongs to one document hold no text, so that a row can be taken out of them only while it still
 * stands as it was entered. Agents and claims change with every document that names them: their words are kept.
 */
export interface SearchIndex {
  readonly entity: Entity
  readonly name: string
  /** The view that it reads: the texts of a row, and their language. */
  readonly content: string
  /** The columns of texts, in both. */
  readonly texts: readonly string[]
  /** The columns of stems, and the texts that they are of. The names of agents have none: a name has no other forms. */
  readonly stems: Readonly<Record<string, readonly string[]>>
  readonly keepsWords: boolean
}

const index = (
  entity: Entity,
  kind: string,
  texts: readonly string[],
  stems: SearchIndex['stems'] = { stems: texts },
): SearchIndex => ({
  entity,
  name: `${kind}Search`,
  content: `${kind}SearchText`,
  texts,
  stems,
  keepsWords: entity === agent || entity === claim,
})

export const searchIndexes: Readonly<Record<SearchType, SearchIndex>> = {
  STATEMENT: index(statement, 'statement', ['text']),
  PASSAGE: index(passage, 'passage', ['exact']),
  AGENT: index(agent, 'agent', ['name', 'otherNames'], {}),
  DOCUMENT: index(document, 'document', ['title', 'text'], { titleStems: ['title'], stems: ['text'] }),
  CLAIM: index(claim, 'claim', ['text']),
  FIGURE: index(figure, 'figure', ['label', 'population', 'conditions', 'verbatim', 'value']),
}
