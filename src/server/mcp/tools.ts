import { z } from 'zod'
import { conjoined } from '../../model/conjoined.ts'
import { Failure } from '../../model/failure.ts'
import { isRecord } from '../../model/isRecord.ts'
import { permalinkRoot } from '../../model/nodeNames.ts'
import { textsOf, type WorkedExample } from '../examples.ts'
import { type Ask, found, statementFields } from './ask.ts'
import { verifyQuotation } from './verify.ts'

/** A tool: what it is for, what it is given, and what it answers. */
export interface Tool {
  readonly title: string
  readonly description: string
  readonly inputSchema: z.ZodType
  /** @throws ZodError where it is given something else */
  run(ask: Ask, given: unknown): Promise<Readonly<Record<string, unknown>>>
}

interface Declaration<Shape extends z.ZodRawShape> extends Pick<Tool, 'title' | 'description'> {
  readonly input: Shape
  run(ask: Ask, given: z.infer<z.ZodObject<Shape>>): Promise<Readonly<Record<string, unknown>>>
}

function tool<Shape extends z.ZodRawShape>({ title, description, input, run }: Declaration<Shape>): Tool {
  const inputSchema = z.strictObject(input, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `There is no argument ${conjoined(keys)}. There are ${conjoined(Object.keys(input))}.`
        : undefined,
  })
  return { title, description, inputSchema, run: (ask, given) => run(ask, inputSchema.parse(given)) }
}

const cite =
  'Each statement comes with its verbatim passage, its permalink (uri), its speaker, and the basis of the attribution. A speaker is quoted ' +
  'with `ownWords` alone: the rest of a passage is the reporter’s paraphrase. Where `reportedIn` is there, its speaker says that it was ' +
  'said: name both.'
/** A longer one is nobody's, and a blank one would be no condition. */
const named = (what: string) => z.string().regex(/\S/, `expected ${what}`).max(1_000)
const first = z.int().min(1).max(50).default(10).describe('How many at most.')

/** The tools, but for that which runs the worked examples. */
export const tools = {
  search: tool({
    title: 'Search statements',
    description: `Finds statements by words, in any form; "words in quotation marks" match exactly. ${cite}`,
    input: {
      query: z.string().describe('Words, a phrase in quotation marks, or a number.'),
      speaker: named('a slug').optional().describe('Only of the speaker with this slug.'),
      first,
    },
    run: async (ask, { query, speaker, first: most }) => {
      const answer = await ask(
        `query ($query: String!, $filter: SearchFilter, $first: Int!) {
          search(query: $query, types: [STATEMENT], filter: $filter, first: $first) {
            totalCount
            nodes { snippet node { ...StatementFields } }
          }
        } ${statementFields}`,
        { query, first: most, filter: speaker === undefined ? null : { statement: { speaker } } },
      )
      return found(answer, 'search.filter.statement.speaker')
    },
  }),
  who_said_number: tool({
    title: 'Who said what about a number',
    description:
      'Finds the statements that cite a number: that exact value, and wordings whose bounds contain it (“tens of thousands”). ' +
      `Each wording says how it approximates, and whether its words are the SPEAKER's or the REPORTER's. ${cite}`,
    input: { value: z.number().describe('The number, such as 435719.'), first },
    run: async (ask, { value, first: most }) => {
      const { data } = await ask(
        `query ($filter: FigureMentionFilter!, $first: Int!) {
          figureMentions(filter: $filter, first: $first) {
            totalCount
            nodes { uri words wording approximation value lower upper figure { label unit uri } statement { ...StatementFields } }
          }
        } ${statementFields}`,
        {
          first: most,
          filter: {
            or: [{ value: { eq: value } }, { value: { isNull: true }, boundsHold: value }],
          },
        },
      )
      return data
    },
  }),
  speaker: tool({
    title: 'A speaker',
    description: `Who a person or organization is, their roles with dates, and what they said, the newest first. Where a role has a \`statement\`, its speaker gives the role. ${cite}`,
    input: {
      name: named('a name or a slug').describe('A name, such as "Mark Green", or a slug, such as "mark-green".'),
      about: z.string().optional().describe('Only statements with these words.'),
      first,
    },
    run: async (ask, { name, about, first: most }) => {
      const answer = await ask(
        `query ($filter: AgentFilter!, $statements: StatementFilter, $first: Int!) {
          agents(filter: $filter, first: 3) {
            totalCount
            nodes {
              __typename name slug uri
              memberships(first: 20) { nodes { role startDate endDate organization { name } onBehalfOf { name } basis reason uri statement { uri ...Voiced } } }
              statements(filter: $statements, first: $first, order: { by: TIME, direction: DESC }) {
                totalCount
                nodes { ...StatementFields }
              }
            }
          }
        } ${statementFields}`,
        {
          first: most,
          filter: { or: [{ slug: { eq: name } }, { name: { eq: name } }, { name: { contains: name } }] },
          statements: about === undefined ? null : { search: about },
        },
      )
      // A slug is no part of a name: only where nobody is found, nobody has it.
      return isEmpty(answer.data.agents) ? found(answer, 'agents.filter.or.2.name.contains') : answer.data
    },
  }),
  compare: tool({
    title: 'Speakers side by side',
    description: `What several speakers said about the same subject, quoted or as reported. ${cite}`,
    input: {
      speakers: z.array(named('a slug')).min(2).max(5).describe('Slugs, such as ["mark-green", "tony-gonzales"].'),
      about: z.string().optional().describe('Only statements with these words.'),
      first,
    },
    run: async (ask, { speakers, about, first: most }) => {
      const of = async (slug: string) => {
        const { data } = await ask(
          `query ($slug: String!, $filter: StatementFilter, $first: Int!) {
            agent(slug: $slug) {
              name slug uri
              statements(filter: $filter, first: $first) { totalCount nodes { ...StatementFields stances { nodes { stance manner basis wording claim { text uri } } } } }
            }
          } ${statementFields}`,
          { slug, first: most, filter: about === undefined ? null : { search: about } },
        )
        return data.agent ?? { slug, notFound: true }
      }
      return { speakers: await Promise.all(speakers.map(of)) }
    },
  }),
  document: tool({
    title: 'A document',
    description: `A document, who wrote and published it and when, and the statements in it, in text order. ${cite}`,
    input: {
      slug: named('a slug').optional().describe('Its slug; without it, lists the documents.'),
      first,
      after: z.string().optional().describe('The cursor to continue after: `endCursor` of the page before.'),
    },
    run: async (ask, { slug, first: most, after = null }) => {
      const answer = await ask(
        slug === undefined
          ? `query ($first: Int!, $after: String) {
              documents(first: $first, after: $after) {
                totalCount pageInfo { hasNextPage endCursor } nodes { slug title uri published authors publisher { name } }
              }
            }`
          : `query ($slug: String!, $first: Int!, $after: String) {
              document(slug: $slug) {
                slug title uri url language published authors publisher { name }
                statements(first: $first, after: $after) {
                  totalCount pageInfo { hasNextPage endCursor } nodes { ...StatementFields }
                }
              }
            } ${statementFields}`,
        { slug, first: most, after },
      )
      return found(answer, 'document.slug')
    },
  }),
  verify: tool({
    title: 'Verify a quotation',
    description:
      'Checks whether a text is in a passage of the graph, character for character, and where it differs. Use it on ' +
      'every quotation before you give it.',
    input: {
      passage: z.string().describe('The uri, id or slug of the passage or statement that is quoted.'),
      text: z.string().describe('The text of the supposed quotation.'),
    },
    run: async (ask, { passage, text }) => {
      const slug = slugOf(passage)
      const { data } = await ask(
        `query ($slug: String!, $id: ID!, $isId: Boolean!) {
          passage(slug: $slug) { uri exact }
          statement(slug: $slug) { content { uri exact } }
          node(id: $id) @include(if: $isId) { ... on Passage { uri exact } ... on Statement { content { uri exact } } }
        }`,
        { slug, id: passage, isId: isId(passage) },
      )
      const words = wordsOf(data.passage) ?? wordsOf(data.statement) ?? wordsOf(data.node)
      if (words === null) {
        throw new Failure(
          'BAD_ID',
          `“${passage}” is not a passage or statement of this graph, so nothing can be quoted from it.`,
        )
      }
      return { ...verifyQuotation(words.exact, text), passage: words }
    },
  }),
} as const

/** The tool that runs a worked example, by its name. */
export function exampleTool(examples: readonly WorkedExample[]) {
  const byName = new Map(examples.map(example => [example.name.replace('.graphql', ''), example]))
  const variablesOf = (name: string) => {
    const example = byName.get(name)
    return example ? textsOf(example).variables.map(variable => variable.name) : []
  }
  const lines = [...byName].map(([name, example]) => {
    const { title, meaning, variables } = textsOf(example)
    const given = variables.map(variable => ` $${variable.name}: ${variable.meaning}`)
    return `${name}: ${title}. ${meaning}${given.join('')}`
  })
  return tool({
    title: 'A worked question',
    description: `Runs one of the graph's worked questions; variables adapt it to other things.\n${lines.join('\n')}`,
    input: {
      name: z.enum([...byName.keys()]).describe('Which.'),
      variables: z.record(z.string(), z.unknown()).optional().describe('Its variables; each has a default.'),
    },
    run: async (ask, { name, variables = {} }) => {
      // GraphQL passes over a variable that it does not know: the answer would be about something else than was asked.
      const known = variablesOf(name)
      const unknown = Object.keys(variables).find(variable => !known.includes(variable))
      if (unknown !== undefined) {
        const there = known.length === 0 ? 'It has none' : `It has ${known.join(', ')}`
        throw new Failure('BAD_ARGUMENT', `${name} has no variable “${unknown}”. ${there}.`)
      }
      const { data, notes } = await ask(byName.get(name)?.query ?? '', variables)
      // As the API says why an answer may be empty.
      return notes.length === 0 ? data : { ...data, extensions: { notes } }
    },
  })
}

/** The slug in a permalink; any other text is taken for a slug. */
function slugOf(named: string): string {
  const at = named.indexOf(permalinkRoot)
  if (at === -1) return named
  const [, ...slug] = named.slice(at + permalinkRoot.length).split('/')
  try {
    return decodeURI(slug.join('/')).replaceAll('%3F', '?').replaceAll('%23', '#')
  } catch {
    // A broken escape, such as %E0%A: no permalink of ours.
    return named
  }
}

function isId(named: string): boolean {
  return /^[\w-]+$/.test(named) && Buffer.from(named, 'base64url').toString().includes(':')
}

function wordsOf(passage: unknown): { readonly uri: string; readonly exact: string } | null {
  if (!isRecord(passage)) return null
  if ('content' in passage) return wordsOf(passage.content)
  return 'exact' in passage && 'uri' in passage ? { uri: String(passage.uri), exact: String(passage.exact) } : null
}

function isEmpty(page: unknown): boolean {
  return isRecord(page) && page.totalCount === 0
}
