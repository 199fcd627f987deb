import type { Vocabulary } from '../../model/vocabulary.ts'
import type { Entity } from '../schema/entities.ts'
import * as entities from '../schema/entities.ts'
import type { Flag } from '../schema/flags.ts'
import type { Relation } from '../schema/relations.ts'
import type { FilterField, Via } from './filterField.ts'

const text = (column: string, description: string): FilterField => ({ kind: 'text', column, description })
const code = (column: string, description: string) => ({ kind: 'text', column, description, isCode: true }) as const
const number = (column: string, description: string) => ({ kind: 'number', column, description }) as const
const term = (column: string, vocabulary: Vocabulary, description: string): FilterField => ({
  kind: 'term',
  column,
  vocabulary,
  description,
})
const time = (earliest: string, latest: string, description: string): FilterField => ({
  kind: 'time',
  earliest,
  latest,
  description,
})
const one = (column: string, target: Entity, description: string): FilterField => ({
  kind: 'one',
  column,
  target,
  description,
})
const flag = (flag: Flag, description: string): FilterField => ({ kind: 'flag', flag, description })
const many = (relation: Relation, description: string): FilterField => ({ kind: 'many', relation, description })

const label = (column: 'statementId' | 'documentId' | 'agentId', description: string): FilterField => ({
  kind: 'label',
  column,
  description,
})

/** The dataset of a row: its own, or that of the row to which some foreign keys lead. */
const dataset = (...via: Via[]): FilterField => ({
  kind: 'one',
  column: 'datasetId',
  target: entities.dataset,
  description: 'The dataset that it comes from; what stands in a dossier comes from none.',
  via,
})
const ofDocument: Via = { key: 'documentId', entity: entities.document }
const ofStatement: Via = { key: 'statementId', entity: entities.statement }

const slug = code('slug', 'The stable name that people type.')

/** When something in a statement was said. */
const said: FilterField = {
  kind: 'said',
  of: 'part',
  description: 'When it was said: the time of its statement, else when the document was published.',
}

/** The kinds of fields: by what an entity can be filtered. */
export const by = { text, code, number, term, flag, time, one, many, label, dataset, slug, said } as const

/** The ways to the row that holds the dataset of another. */
export const through = { document: ofDocument, statement: ofStatement } as const
