import type Sqlite from 'better-sqlite3'
import { encodeId } from '../src/model/nodeNames.ts'
import { readQuantity } from '../src/reading/index.ts'
import { rivals } from './generate.ts'
import { randomFrom } from './random.ts'

export type Parameters = Readonly<Record<string, string | number>>

/** One thing that is asked again and again, with other parameters each time. */
export interface Question {
  readonly name: string
  readonly title: string
  readonly query: string
  /** Asked one after another, a few times, and not by many at once. */
  readonly isHeavy: boolean
  /** What it is asked of in a database: the same for the same database. */
  parameters(database: Sqlite.Database, most: number): Parameters[]
}

const figure: Question = {
  name: 'Q1',
  title: 'a figure with its 20 newest mentions, each with statement, speaker, document, passage',
  query: `query Q1($slug: String!) {
  figure(slug: $slug) {
    slug label value unit
    mentions(first: 20, order: { by: IMPORTED, direction: DESC }) {
      nodes {
        words approximation value
        passage { start end exact }
        statement { slug text quotation speaker { slug name } document { slug title published } }
      }
    }
  }
}`,
  isHeavy: false,
  parameters: slugs(
    `select f.slug from figures f
     join (select figureId from figureMentions group by figureId having count(*) >= 20) on figureId = f.id order by f.id`,
  ),
}

const busySpeakers = `select a.slug from agents a
  join (select speakerId from statements where speakerId is not null group by speakerId having count(*) >= 100)
    on speakerId = a.id
  where a.slug not in ('${rivals.join("', '")}') order by a.id`

const speaker: Question = {
  name: 'Q2',
  title: "a speaker's page: roles, 20 statements, their figures and claims",
  query: `query Q2($slug: String!) {
  person(slug: $slug) {
    slug name
    memberships(first: 5) { nodes { role startDate endDate organization { name } onBehalfOf { name } } }
    statements(first: 20) {
      nodes {
        slug text quotation
        document { title published }
        figureMentions(first: 5) { nodes { words figure { slug label } } }
        stances(first: 5) { nodes { stance claim { slug text } } }
      }
    }
  }
}`,
  isHeavy: false,
  parameters: slugs(busySpeakers),
}

const wideList: Question = {
  name: 'Q3',
  title: 'a wide list of 100 statements with nested lists of 5',
  query: `query Q3($speaker: Reference!) {
  statements(first: 100, filter: { speaker: $speaker }) {
    nodes {
      slug text voice
      document { slug title }
      mentions(first: 5) { nodes { role words } }
      figureMentions(first: 5) { nodes { words approximation figure { slug label value } } }
      termUses(first: 5) { nodes { words referent { slug label } } }
    }
  }
}`,
  isHeavy: false,
  parameters: (database, most) => slugs(busySpeakers, 'speaker')(database, Math.min(most, 300)),
}

const node: Question = {
  name: 'Q4',
  title: 'one statement by id',
  query: `query Q4($id: ID!) {
  node(id: $id) {
    ... on Statement { slug text voice quotation speechAct speaker { name } document { title published } }
  }
}`,
  isHeavy: false,
  parameters: (database, most) =>
    somewhere(database, 'statements', most).map(id => ({
      id: encodeId('Statement', text(database, 'select slug from statements where id = ?', id)),
    })),
}

const nestedFilter: Question = {
  name: 'Q5',
  title: 'speakers with statements that cite a figure over N',
  query: `query Q5($above: Float!) {
  people(first: 20, filter: { statements: { figures: { value: { gt: $above } } } }) {
    nodes { slug name }
  }
}`,
  isHeavy: false,
  // A twentieth of the figures are above the greatest of them, in a corpus of any size.
  parameters: (_, most) =>
    Array.from({ length: most }, (_each, n) => ({ above: Math.floor(10 ** (5 + (3 * n) / most)) })),
}

const search: Question = {
  name: 'Q6',
  title: 'search with snippets',
  query: `query Q6($query: String!) {
  search(query: $query, types: [STATEMENT], first: 10) {
    nodes { snippet node { ... on Statement { slug speaker { name } } } }
  }
}`,
  isHeavy: false,
  // The last word of a statement is a rare one, and its first word a common one, unless it happens to be a number: Dixit
  // finds “nine” where 9 stands, which the limit does not.
  parameters: (database, most) =>
    somewhere(database, 'statements', most).map((id, index) => {
      // Some stand in quotation marks, which a search leaves out.
      const words = text(database, 'select text from statements where id = ?', id).match(/[\p{L}\p{N}]+/gu) ?? []
      const rare = words.at(-1) ?? ''
      const common = words[0] ?? ''
      return { query: index % 2 === 0 || readQuantity(common, 'en') !== null ? rare : `${common} ${rare}` }
    }),
}

const counts: Question = {
  name: 'Q7',
  title: 'statementStats: how a speaker is introduced',
  query: `query Q7($speaker: Reference!) {
  statementStats(groupBy: [CUE], first: 10, filter: { speaker: $speaker }) {
    countedTotal
    nodes { count share keys { value } }
  }
}`,
  isHeavy: false,
  parameters: slugs(busySpeakers, 'speaker'),
}

const framing: Question = {
  name: 'Q8',
  title: 'compareFraming of two speakers with 10,000 statements each (a hundredth of all, below a million)',
  query: `query Q8($first: Int!) {
  compareFraming(speakers: ["${rivals.join('", "')}"]) {
    speakers { statementCount }
    ${['terms', 'claims', 'figures', 'approximations', 'quotations', 'speechActs']
      .map(table => `${table}(first: $first) { totalLines lines { shared keys { label } cells { count share } } }`)
      .join('\n    ')}
  }
}`,
  isHeavy: true,
  parameters: () => [10, 15, 20].map(first => ({ first })),
}

const network: Question = {
  name: 'Q9',
  title: 'a discourse network of 200 actors by 500 claims over all statements',
  query: `query Q9($edges: Int!) {
  discourseNetwork(actors: PERSON, aggregation: CONGRUENCE, normalization: AVERAGE, most: 200) {
    actorCount edgeCount statements
    actors { community degree agent { slug } }
    edges(first: $edges) { weight from { slug } to { slug } }
  }
}`,
  isHeavy: true,
  parameters: () => [50, 75, 100].map(edges => ({ edges })),
}

export const questions: readonly Question[] = [
  ...[figure, speaker, wideList, node, nestedFilter, search, counts, framing, network],
]

/** Slugs that a query lists, by chance but always the same, as a parameter. */
function slugs(query: string, name = 'slug'): Question['parameters'] {
  return (database, most) => {
    const all = database.prepare<[], string>(query).pluck().all()
    const random = randomFrom(2)
    if (all.length <= most) return all.map(slug => ({ [name]: slug }))
    return Array.from({ length: most }, () => ({ [name]: all[Math.floor(random() * all.length)] ?? '' }))
  }
}

/** Row ids all over a table. */
function somewhere(database: Sqlite.Database, table: string, most: number): number[] {
  const last = database.prepare<[], number>(`select max(id) from "${table}"`).pluck().get() ?? 0
  const random = randomFrom(3)
  return Array.from({ length: Math.min(most, last) }, () => 1 + Math.floor(random() * last))
}

function text(database: Sqlite.Database, query: string, id: number): string {
  return database.prepare<[number], string>(query).pluck().get(id) ?? ''
}
