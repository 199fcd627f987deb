import { type ValueOf, type Vocabulary, valuesOf } from '../../model/vocabulary.ts'
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
  /** The view that it is made from: the texts of a row, and their language. */
  readonly content: string
  /** The view of the same of every node of its type, from which snippets are made. */
  readonly whole: string
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
  whole: `${kind}SearchText`,
  texts,
  stems,
  keepsWords: entity === agent || entity === claim,
})

export const searchIndexes: Readonly<Record<SearchType, SearchIndex>> = {
  STATEMENT: index(statement, 'statement', ['text']),
  // Words that are a statement's content stand in the index of statements, and nowhere else.
  PASSAGE: { ...index(passage, 'passage', ['exact']), content: 'otherPassageSearchText' },
  AGENT: index(agent, 'agent', ['name', 'otherNames'], {}),
  DOCUMENT: index(document, 'document', ['title', 'text'], { titleStems: ['title'], stems: ['text'] }),
  CLAIM: index(claim, 'claim', ['text']),
  FIGURE: index(figure, 'figure', ['label', 'population', 'conditions', 'verbatim', 'value']),
}

/** Where things are looked for: the index of each type, and of passages that are the content of statements, that of statements. */
export type SearchPlace = SearchType | 'CONTENT'

export const searchPlaces: readonly SearchPlace[] = [...valuesOf(SearchType), 'CONTENT']

/** Where things of some types are looked for, in the order in which equals are found. */
export function placesOf(types: readonly SearchType[]): SearchPlace[] {
  return searchPlaces.filter(place => types.includes(typeAt(place)))
}

/** Of which type things are that are found in a place. */
export function typeAt(place: SearchPlace): SearchType {
  return place === 'CONTENT' ? 'PASSAGE' : place
}

/** The index in which a place looks. */
export function indexAt(place: SearchPlace): SearchIndex {
  return searchIndexes[place === 'CONTENT' ? 'STATEMENT' : place]
}
