import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/graph/schema.ts'
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
  // Options of the command line.
  ['{ statements(filter: { during: "2024" }) { totalCount } }', 'Use said'],
  ['{ statements(filter: { from: "2024" }) { totalCount } }', 'Use said'],
  ['{ number(value: 435719) { value } }', 'Use words.'],
  ['{ statementStats(groupBy: AUTHOR) { totalCount } }', 'Use AUTHORS or SPEAKER or PUBLISHER.'],
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
  [
    '{ statements(filter: { hasFigureMentions: false }) { totalCount } }',
    'not: { figureMentions: {} } for those without.',
  ],
  [
    '{ statements(order: [{ by: SPEAKER }, { by: POSITION, direction: DESC }]) { totalCount } }',
    'Use { by: SPEAKER, thenBy: { by: POSITION, direction: DESC } }.',
  ],
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
  ['{ statements(filter: { speaker: { eq: "mark-green" } }) { totalCount } }', 'Use speaker: "mark-green".'],
  [
    '{ statements(filter: { speaker: { name: { eq: "Mark Green" } } }) { totalCount } }',
    'Use speakerMatches: { name: { eq: "Mark Green" } }.',
  ],
  [
    '{ statements(filter: { speaker: ["mark-green", "tony-gonzales"] }) { totalCount } }',
    'Use speakerMatches: { slug: { in: ["mark-green", "tony-gonzales"] } }.',
  ],
  ['{ statements(filter: { document: { isNull: true } }) { totalCount } }', 'Use hasDocument: false.'],
  ['{ statements(filter: { speaker: { not: "mark-green" } }) { totalCount } }', 'Use not: { speaker: "mark-green" }.'],
  [
    '{ statements(filter: { time: { after: "2024" } }) { totalCount } }',
    'Use said: { after: "2024" } of statements, or timeMatches: { when: { after: "2024" } }.',
  ],
  ['{ figures(filter: { time: { gte: "2024" } }) { totalCount } }', 'timeMatches: { when: { within: "2024/.." } }.'],
  ['{ statements(filter: { said: { from: "2023", to: "2024" } }) { totalCount } }', 'Use { within: "2023/2024" }.'],
  ['{ statements(filter: { said: { lt: "2024" } }) { totalCount } }', 'Use { before: "2024" }.'],
  ['{ documents(filter: { published: "2024" }) { totalCount } }', 'Use { within: "2024" }.'],
  ['{ statements(filter: { speaker: "Mark Green" }) { totalCount } }', 'it has spaces in it'],
  ['{ statements(filter: { wording: SPEAKER }) { totalCount } }', 'Use quotation or figureMentions: { wording: … }.'],
  ['{ statements { nodes { date } } }', 'Use said or time.'],
  ['{ statements(filter: { speaker: "" }) { totalCount } }', 'it is empty'],
  ['{ statements { nodes { said { words } } } }', 'Said has basis, timeBasis, reason, edtf, earliest, and latest.'],
  ['{ concordance(term: "x") { nodes { match } } }', 'Use keyword.'],
  ['{ concordance(keyword: "x") { nodes { left } } }', 'Use term.'],
  ['{ figureStats(groupBy: [UNIT]) { nodes { min } } }', 'Use value { min } or lower { min } or upper { min }.'],
  ['{ figures(groupBy: [UNIT]) { totalCount } }', 'It is an argument of Query.statementStats, Query.figureStats,'],
  [
    '{ compareFraming(speakers: ["mark-green", "tony-gonzales"]) { speakers { terms } } }',
    'terms is a field of FramingComparison, one step higher.',
  ],
  ['{ compareFraming(speakers: ["mark-green", "tony-gonzales"]) { figures { rows } } }', 'Use lines.'],
  ['{ compareFraming(speakers: ["a", "b"]) { figures { lines { label } } } }', 'Use keys { label }.'],
  ['{ person(slug: "x") { membershipsAsOf(date: "2020") { role } } }', 'Inside of nodes, use membership { role }.'],
  ['{ statements(speaker: "mark-green") { totalCount } }', 'Use filter: { speaker: … }.'],
  ['{ people(search: "green") { totalCount } }', 'Use filter: { name: … }.'],
  ['{ statements(filter: { figure: "x" }) { totalCount } }', 'Use figureMentions: { figure: … }.'],
  ['{ stances(filter: { speaker: "x" }) { totalCount } }', 'Use statementMatches: { speaker: … }.'],
  ['{ statements(filter: { speakers: "x" }) { totalCount } }', 'Use { slug: { eq: "x" } }.'],
  ['{ statements(filter: { voice: PERSON }) { totalCount } }', 'Voice has DOCUMENT, AGENT, CHANNEL, UNIDENTIFIED, and'],
  ['{ statements(filter: { voice: agent }) { totalCount } }', 'Use AGENT.'],
  ['{ statements(order: { by: DATE }) { totalCount } }', 'Use TIME.'],
  ['{ statements(filter: { number: 435719 }) { totalCount } }', 'Use figureMentions.'],
  ['{ statements(filter: { figures: { eq: 435719 } }) { totalCount } }', 'Use value or slug.'],
  ['{ statements(filter: { about: "ice" }) { totalCount } }', 'Use claims or search.'],
  ['{ statements(filter: { inferred: true }) { totalCount } }', 'Use concluded or basis.'],
  ['{ figureComparisons(tensions: true) { totalCount } }', 'Use inTension.'],
  ['{ people { nodes { foo } } }', 'fields: { __type(name: "Person") { fields { name } } } lists them.'],
]

test.each(mistakes)('%s', async (query, meant) => {
  const { errors = [] } = await graph.ask(query)
  expect(errors.map(({ message }) => message).join('\n')).toContain(meant)
})

test('a value of a wrong form is told in one line, in a variable too', async () => {
  const query = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }'
  const told = async (filter: object) => (await graph.ask(query, { filter })).errors?.map(({ message }) => message)
  const time = 'Use said: { after: "2024" } of statements, or timeMatches: { when: { after: "2024" } }.'
  expect(await told({ and: [{ time: { after: '2024' } }] })).toEqual([
    `This is the slug or id of one node, as a text such as "mark-green". ${time}`,
  ])
  expect(await told({ speaker: { eq: 'mark-green' } })).toEqual([expect.stringContaining('Use speaker: "mark-green".')])
  const [long = ''] = (await told({ said: { gte: '2024' } })) ?? []
  expect(long).toContain('Use { within: "2024/.." }.')
  for (const [wrong] of mistakes) {
    const { errors = [] } = await graph.ask(wrong)
    for (const { message } of errors) expect(message.length, message).toBeLessThan(400)
  }
})

test('the same is said of variables', async () => {
  const query = 'query ($filter: FigureFilter) { figures(filter: $filter) { totalCount } }'
  const { errors } = await graph.ask(query, { filter: { value: 435719 } })
  expect(errors).toMatchObject([
    { message: expect.stringContaining('Use { eq: 435719 }.'), extensions: { code: 'BAD_REQUEST' } },
  ])
})

describe('whatever is asked for that there is not, what there is instead is said', () => {
  const unknown = 'zzzzzzzz'
  const types = Object.values(schema.getTypeMap()).filter(type => !isIntrospectionType(type))

  test.each(types.filter(type => isObjectType(type) || isInterfaceType(type)).map(type => [type.name, type] as const))(
    'as a field of %s, and as an argument of its fields',
    async (name, type) => {
      const told = async (selection: string) => {
        const { errors = [] } = await graph.ask(
          `{ __typename ...unknown } fragment unknown on ${name} { ${selection} }`,
        )
        return errors.map(({ message }) => message).find(message => message.includes(unknown))
      }
      expect(await told(unknown)).toMatch(/ has | is a field of /)
      const [field] = Object.values(type.getFields()).filter(({ args }) => args.length > 0)
      if (field) expect(await told(`${field.name}(${unknown}: 1)`)).toContain(`${field.name} takes `)
    },
  )

  test.each(types.filter(type => isInputObjectType(type)).map(({ name }) => [name]))('in %s', async name => {
    const { errors = [] } = await graph.ask(`query ($given: ${name} = { ${unknown}: 1 }) { __typename }`)
    expect(errors.map(({ message }) => message).join()).toMatch(new RegExp(`${name} has `))
  })

  test.each(types.filter(isEnumType).map(({ name }) => [name]))('as a value of %s', async name => {
    const { errors = [] } = await graph.ask(`query ($given: ${name} = ${unknown}) { __typename }`)
    expect(errors.map(({ message }) => message).join()).toMatch(new RegExp(`${name} has `))
  })
})

test('a mistake as long as a body may be is told in few words', async () => {
  // The hints looked for names in all of it, again and again: eight seconds for one request.
  const typed = 'Did you mean '.repeat(7_500)
  const { errors } = await graph.ask(`{ statements(filter: { voice: { eq: "${typed}" } }) { totalCount } }`)
  const message = errors?.[0]?.message ?? ''
  expect(message).toContain('Enum "Voice" cannot represent')
  expect(message.length).toBeLessThan(3_000)
})
