import { expect, test } from 'vitest'
import { testGraph } from '../support/graph.ts'

const graph = testGraph()

const mistakes: readonly (readonly [query: string, meant: string])[] = [
  ['{ statements { text } }', 'Use nodes { text }'],
  ['{ figures { words } }', 'on type "FigureConnection"'],
  ['{ figures(filter: { value: 435719 }) { totalCount } }', 'Use { eq: 435719 }.'],
  ['{ statements(filter: { quotation: { eq: DIRECT } }) { totalCount } }', 'Use DIRECT itself, or a list of values.'],
  ['{ statements(filter: { quotation: { in: [DIRECT] } }) { totalCount } }', 'Use [DIRECT] itself'],
  ['{ statements(filter: { quotation: { not: DIRECT } }) { totalCount } }', 'Use not: { …: DIRECT }.'],
  ['{ statements(filter: { repeat: { isNull: true } }) { totalCount } }', 'Use the field with has before its name.'],
  [
    '{ people(filter: { name: "Mark" }) { totalCount } }',
    'Use { contains: "Mark" } for a part of the text, or { eq: "Mark" } for the whole.',
  ],
  ['{ numbers { nodes { value } } }', 'Use figures or figureMentions.'],
  ['{ quotes { nodes { text } } }', 'Use statements.'],
  ['{ statements { nodes { author { name } } } }', 'Use speaker.'],
  ['{ person(slug: "mark-green") { roles { nodes { role } } } }', 'Use memberships.'],
  ['{ person(name: "Mark Green") { slug } }', 'people(filter: { name: { contains: … } }) { nodes { slug } }'],
  ['{ stances { nodes { words } } }', 'Use passage.'],
  [
    '{ frameUses(filter: { targetMatches: { name: { eq: "x" } } }) { totalCount } }',
    'Use targetAgentMatches or targetReferentMatches.',
  ],
  ['{ frameUses(filter: { hasTarget: true }) { totalCount } }', 'Use hasTargetAgent or hasTargetReferent.'],
  ['{ statements(filter: [{ voice: AGENT }]) { totalCount } }', 'Use { and: [{ voice: AGENT }] }.'],
  ['{ people(filter: { statements: { some: { speaker: "x" } } }) { totalCount } }', 'without some'],
  ['{ people(filter: { statements: { none: { speaker: "x" } } }) { totalCount } }', 'Use not: { …: { … } }'],
  ['{ people(filter: { statements: { every: { speaker: "x" } } }) { totalCount } }', 'Use not: { …: { not: { … } } }'],
  ['{ statements(filter: { act: { eq: ASSERTION } }) { totalCount } }', 'Use speechAct.'],
  ['{ statements(filter: { in: "x" }) { totalCount } }', 'Use reportedIn.'],
  ['{ people { nodes { memberships { nodes { from until } } } } }', 'Use startDate.'],
  ['{ stances { nodes { kind } } }', 'Use stance.'],
  ['{ persons { nodes { name } } }', 'Use people.'],
  ['{ statements(where: {}) { totalCount } }', 'Use filter.'],
  ['{ statements(offset: 2) { totalCount } }', 'Use after.'],
  ['{ statements(orderBy: TEXT) { totalCount } }', 'Use order.'],
  ['{ figures(order: { value: DESC }) { totalCount } }', 'Use { by: VALUE, direction: DESC }.'],
  ['{ figures(order: VALUE_DESC) { totalCount } }', 'Use { by: VALUE, direction: DESC }.'],
  ['{ figures(order: VALUE_ASC) { totalCount } }', 'Use { by: VALUE, direction: ASC }.'],
  ['{ figures(filter: { unit: { ne: "USD" } }) { totalCount } }', 'Use not.'],
  ['{ statements(filter: { speaker: { eq: "mark-green" } }) { totalCount } }', 'speaker: "mark-green"'],
  ['{ statements(filter: { speaker: "Mark Green" }) { totalCount } }', 'it has spaces in it'],
  ['{ statements(filter: { wording: SPEAKER }) { totalCount } }', 'Use quotation or figureMentions: { wording: … }.'],
  ['{ statements { nodes { date } } }', 'Use said or time.'],
  ['{ statements(filter: { speaker: "" }) { totalCount } }', 'it is empty'],
]

test.each(mistakes)('%s', async (query, meant) => {
  const { errors = [] } = await graph.ask(query)
  expect(errors.map(({ message }) => message).join('\n')).toContain(meant)
})

test('the same is said of variables', async () => {
  const query = 'query ($filter: FigureFilter) { figures(filter: $filter) { totalCount } }'
  const { errors } = await graph.ask(query, { filter: { value: 435719 } })
  expect(errors).toMatchObject([
    { message: expect.stringContaining('Use { eq: 435719 }.'), extensions: { code: 'BAD_REQUEST' } },
  ])
})
