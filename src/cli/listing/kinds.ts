import { agentTypes } from '../../model/agentTypes.ts'
import { permalinkPath } from '../../model/nodeNames.ts'
import type { FilterInput } from '../../store/query/filter.ts'
import { mergedInto } from '../../store/query/mergedInto.ts'
import { readRows } from '../../store/query/readRows.ts'
import type { Reader } from '../../store/reader.ts'
import {
  agent,
  claim,
  dataset,
  document,
  type Entity,
  figure,
  type RowOf,
  statement,
} from '../../store/schema/entities.ts'
import {
  agentStatements,
  claimStatements,
  datasetStatements,
  documentStatements,
  figureStatements,
  type Relation,
} from '../../store/schema/relations.ts'
import { documentAuthors } from '../../store/tables/documents.ts'
import { permalinkBase } from '../permalinkBase.ts'
import type { ListedCell, Listing } from './listing.ts'

/**
 * Lists the first things of a kind, each with its name, how many statements it has, and what else tells it apart: those
 * of which a statement is in the scope, if there is one.
 */
type ListKind = (read: Reader, first: number, scope: FilterInput | null) => Promise<Listing<string>>

interface Declaration<E extends Entity> {
  readonly entity: E
  readonly typename: string
  readonly filter?: FilterInput
  readonly order: string
  readonly statements: Relation
  readonly nameOf: (row: RowOf<E>) => string | null
  readonly details: readonly string[]
  readonly detailsOf: (row: RowOf<E>, read: Reader, scope: FilterInput | null) => Promise<readonly ListedCell[]>
}

function kind<E extends Entity>(declared: Declaration<E>): ListKind {
  const { entity, typename, order, statements, details } = declared
  return async (read, first, scope) => {
    const filter = { and: [declared.filter ?? {}, scope === null ? {} : { statements: scope }] }
    const baseUrl = permalinkBase()
    const list = { entity }
    const [found, total] = await Promise.all([
      readRows(first, stretch => read.page(list, null, { ...stretch, filter, order: { by: order } })),
      read.count(list, null, filter),
    ])
    const rows = await Promise.all(
      found.map(async row => {
        const [said, cells] = await Promise.all([
          read.count({ entity: statement, relation: statements }, Number(row.id), scope),
          declared.detailsOf(row, read, scope),
        ])
        const slug = String(row.slug)
        return {
          slug,
          name: declared.nameOf(row),
          statements: said,
          ...Object.fromEntries(details.map((name, index) => [name, cells[index] ?? null])),
          permalink: `${baseUrl}${permalinkPath(typename, slug)}`,
        }
      }),
    )
    const shown = ['statements', 'name', ...details, 'slug']
    return { columns: ['slug', 'name', 'statements', ...details, 'permalink'], shown, rows, total }
  }
}

/** Who wrote a document, by name. */
export async function authorNames(read: Reader, documentId: number): Promise<readonly string[]> {
  const { position, documentId: key } = documentAuthors
  const rows = await read.valuesOf(documentAuthors, key, documentId, position)
  return rows.map(({ name }) => name)
}

/** How many of the statements others say to have been made, of those that a thing has. */
function countByAccount(read: Reader, relation: Relation, id: number, scope: FilterInput | null): Promise<number> {
  return read.count({ entity: statement, relation }, id, { and: [{ hasReportedIn: true }, scope ?? {}] })
}

const agents = (kindOf: 'PERSON' | 'ORGANIZATION', details: readonly string[]) =>
  kind({
    entity: agent,
    typename: agentTypes[kindOf],
    filter: { kind: kindOf },
    order: 'NAME',
    statements: agentStatements,
    nameOf: ({ name }) => name,
    details,
    detailsOf: async ({ id, organizationKind }, read, scope) => {
      const byAccount = await countByAccount(read, agentStatements, id, scope)
      const into = await read.ask(database => mergedInto(database, id))
      const sameAs = into?.slug ?? null
      return kindOf === 'PERSON' ? [byAccount, sameAs] : [byAccount, organizationKind, sameAs]
    },
  })

export const kinds: Readonly<Record<string, ListKind>> = {
  people: agents('PERSON', ['byAccount', 'sameAs']),
  organizations: agents('ORGANIZATION', ['byAccount', 'kind', 'sameAs']),
  figures: kind({
    entity: figure,
    typename: 'Figure',
    order: 'VALUE',
    statements: figureStatements,
    nameOf: ({ label }) => label,
    details: ['byAccount', 'words', 'approximation', 'value', 'lower', 'upper', 'unit', 'population', 'document'],
    detailsOf: async ({ id, value, unit, population, documentId }, read, scope) => {
      const byAccount = await countByAccount(read, figureStatements, id, scope)
      const { words, approximation, lower, upper } = await read.figureAsWorded(id)
      const of = await read.byId(document, documentId)
      return [byAccount, words, approximation, value, lower, upper, unit, population, of?.slug ?? null]
    },
  }),
  claims: kind({
    entity: claim,
    typename: 'Claim',
    order: 'TEXT',
    statements: claimStatements,
    nameOf: ({ text }) => text,
    details: ['byAccount'],
    detailsOf: async ({ id }, read, scope) => [await countByAccount(read, claimStatements, id, scope)],
  }),
  documents: kind({
    entity: document,
    typename: 'Document',
    order: 'PUBLISHED',
    statements: documentStatements,
    nameOf: ({ title }) => title,
    details: ['published', 'authors', 'publisher', 'language', 'url'],
    detailsOf: async ({ id, published, publisherId, language, url }, read) => [
      published,
      await authorNames(read, id),
      (await read.byId(agent, publisherId))?.name ?? null,
      language,
      url,
    ],
  }),
  datasets: kind({
    entity: dataset,
    typename: 'Dataset',
    order: 'NAME',
    statements: datasetStatements,
    nameOf: ({ name }) => name,
    details: ['format', 'version', 'licence', 'url', 'importedAt'],
    detailsOf: async ({ format, version, licence, url, importedAt }) => [format, version, licence, url, importedAt],
  }),
}
