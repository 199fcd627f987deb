import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/store/schema/entities.ts'
import * as entities from '../../src/store/schema/entities.ts'
import { filterOf } from '../support/filters.ts'
import { dataOf, testGraph } from '../support/graph.ts'
import { Model, meets, type Table, type Thing } from '../support/model.ts'
import { writeOddities } from '../support/oddities.ts'

const graph = testGraph(writer => void writeOddities(writer))
const model = new Model(graph.database)

const roots: readonly (readonly [string, string, Table, Entity])[] = [
  ['statements', 'StatementFilter', 'statements', entities.statement],
  ['figures', 'FigureFilter', 'figures', entities.figure],
  ['figureMentions', 'FigureMentionFilter', 'figureMentions', entities.figureMention],
  ['figureRelations', 'FigureRelationFilter', 'figureRelations', entities.figureRelation],
  ['agents', 'AgentFilter', 'agents', entities.agent],
  ['documents', 'DocumentFilter', 'documents', entities.document],
  ['times', 'TimeExpressionFilter', 'timeExpressions', entities.timeExpression],
  ['channels', 'ChannelFilter', 'channels', entities.channel],
  ['claims', 'ClaimFilter', 'claims', entities.claim],
  ['stances', 'StanceFilter', 'stances', entities.stance],
  ['referents', 'ReferentFilter', 'referents', entities.referent],
  ['termUses', 'TermUseFilter', 'termUses', entities.termUse],
  ['frameUses', 'FrameUseFilter', 'frameUses', entities.frameUse],
  ['statementRelations', 'StatementRelationFilter', 'statementRelations', entities.statementRelation],
  ['notes', 'NoteFilter', 'notes', entities.note],
]

interface Found {
  readonly totalCount: number
  readonly nodes: readonly { readonly slug: string }[]
}

const slugsOf = (nodes: readonly { readonly slug: string }[]) => nodes.map(({ slug }) => slug).sort()

describe('any filter finds what it says, and nothing else', () => {
  test.each(roots)('%s', async (field, input, table, entity) => {
    const things = model.all(table)
    await fc.assert(
      fc.asyncProperty(filterOf(entity, 2), async filter => {
        const answer = await graph.ask(
          `query ($filter: ${input}) { found: ${field}(filter: $filter, first: 100) { totalCount nodes { ... on Node { id } ... on ${typeOf(input)} { slug } } } }`,
          { filter },
        )
        const { found } = dataOf(answer) as { found: Found }
        const expected = things.filter(thing => meets(thing, filter))
        expect(found.totalCount).toBe(expected.length)
        if (expected.length <= 100) expect(slugsOf(found.nodes)).toEqual(slugsOf(expected))
      }),
      { numRuns: 100 },
    )
  })

  test('nested, of each parent its own', async () => {
    const people = model.all('agents').filter(({ kind }) => kind === 'PERSON')
    await fc.assert(
      fc.asyncProperty(
        filterOf(entities.statement, 2),
        filterOf(entities.figureMention, 1),
        async (filter, mention) => {
          const answer = await graph.ask(
            `query ($filter: StatementFilter, $mention: FigureMentionFilter) {
            people(first: 100) { nodes { slug
              statements(filter: $filter, first: 100) { totalCount nodes { slug
                figureMentions(filter: $mention) { totalCount nodes { slug } } } } } } }`,
            { filter, mention },
          )
          const { people: found } = dataOf(answer) as {
            people: {
              nodes: {
                slug: string
                statements: { totalCount: number; nodes: ({ slug: string } & { figureMentions: Found })[] }
              }[]
            }
          }
          for (const { slug, statements } of found.nodes) {
            const person = people.find(each => each.slug === slug)
            const expected = things(person?.statements).filter(each => meets(each, filter))
            expect(statements.totalCount).toBe(expected.length)
            expect(slugsOf(statements.nodes)).toEqual(slugsOf(expected))
            for (const node of statements.nodes) {
              const statement = expected.find(each => each.slug === node.slug)
              const mentions = things(statement?.figureMentions).filter(each => meets(each, mention))
              expect(slugsOf(node.figureMentions.nodes)).toEqual(slugsOf(mentions))
              expect(node.figureMentions.totalCount).toBe(mentions.length)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

function things(value: unknown): Thing[] {
  return Array.isArray(value) ? value : []
}

function typeOf(input: string): string {
  return input.replace(/Filter$/, '')
}
