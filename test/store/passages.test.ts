import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { joint } from '../../src/model/selector.ts'
import { graphOfEverything } from '../support/corpora.ts'
import { dataOf } from '../support/graph.ts'
import { planOf } from '../support/plan.ts'

const graph = await graphOfEverything()
const { client } = graph.database

interface Row {
  readonly slug: string
  readonly selector: string
  readonly exact: string
  readonly text: string
  readonly document: string
}

const rows = client
  .prepare<[], Row>(
    `select p.slug, p.selector, p.exact, t.text, d.slug as document
     from passages p join documents d on d.id = p.documentId join documentTexts t on t.documentId = d.id order by p.id`,
  )
  .all()

describe('passages', () => {
  test('have the words that stand at their places, and the slug of their document and place', () => {
    const wrong = rows.filter(({ slug, selector, exact, text, document }) => {
      const points = [...text]
      const pieces = selector.split(',').map(piece => points.slice(...piece.split('-').map(Number)).join(''))
      return exact !== pieces.join(joint) || slug !== `${document}@${selector}`
    })
    expect(wrong).toEqual([])
    expect(rows.some(({ selector }) => selector.includes(','))).toBe(true)
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length)
  })

  test('leave their words to the statement of which they are the content, or else to the text', () => {
    const left = client.prepare('select count(*) from passagePlaces where exact is null').pluck().get()
    expect(left).toBeGreaterThan(0)
    const copy = new Sqlite(client.serialize())
    copy.exec('update statements set contentId = (select min(id) from passagePlaces where exact is not null)')
    const words = copy.prepare<[], string>('select exact from passages order by id').pluck().all()
    copy.close()
    expect(words).toEqual(rows.map(({ exact }) => exact))
  })

  test.each(rows.filter(({ selector }, index) => selector.includes(',') || index % 97 === 0).slice(0, 12))(
    '$slug is found by its slug, along an index',
    async ({ slug, exact }) => {
      const query = `query ($slug: String!, $slugs: [String!]) { passage(slug: $slug) { slug exact document {
        one: passages(filter: { slug: { eq: $slug } }) { nodes { slug } }
        several: passages(filter: { slug: { in: $slugs } }) { nodes { slug } } } } }`
      const answer = await graph.ask(query, { slug, slugs: [slug] })
      const found = { nodes: [{ slug }] }
      expect(dataOf(answer)).toEqual({ passage: { slug, exact, document: { one: found, several: found } } })
      expect(planOf(graph, answer).filter(step => /^SCAN (?!CONSTANT|asked|json_each|parent|\()/.test(step))).toEqual(
        [],
      )
      const others = await graph.ask(query, { slug, slugs: [slug, 'nothing@1-2', 'nothing', ''] })
      expect(dataOf(others)).toEqual(dataOf(answer))
    },
  )
})
