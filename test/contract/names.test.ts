import { readFileSync } from 'node:fs'
import { getNamedType, isInputObjectType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadCommands } from '../../src/cli/commands.ts'
import { schema } from '../../src/graph/schema.ts'
import { decisionsSchema } from '../../src/ingest/decisions.ts'
import { dossierSchema, registerSchema } from '../../src/ingest/dossier.ts'
import { mappingSchema } from '../../src/ingest/formats/table/mapping.ts'
import { formerNamesOf } from '../../src/ingest/formerNames.ts'
import { interchangeRecord } from '../../src/model/interchange.ts'
import { exportTables } from '../../src/store/query/exportTables.ts'

/** A row of docs/glossary.md: the names of an idea, and what it was called before, and where. */
interface Row {
  readonly idea: string
  readonly names: readonly string[]
  readonly former: readonly { readonly where: string | null; readonly name: string }[]
}

const rows = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| idea ') && !line.startsWith('| --- '))
  .map((line): Row => {
    const [, idea = '', name = '', was = ''] = line.split('|').map(cell => cell.trim())
    return { idea, names: quoted(name), former: was.split(';').flatMap(part => formerIn(part.trim())) }
  })

function quoted(cell: string): string[] {
  return Array.from(cell.matchAll(/`(\w+)`/g), ([, name = '']) => name)
}

/** "dossier `act`": a name of dossiers alone; "`verbatim`": of whatever there is. */
function formerIn(part: string): Row['former'] {
  const where = /^(dossier|decisions|mapping)\b/.exec(part)?.[1] ?? null
  return quoted(part).map(name => ({ where, name }))
}

const files = {
  dossier: [dossierSchema, registerSchema],
  decisions: [decisionsSchema],
  mapping: [mappingSchema],
} as const

test.each(Object.entries(files))(
  'the former names of a %s are those of the glossary, each with its name of today',
  (where, schemas) => {
    const read = new Map(schemas.flatMap(each => formerNamesOf(each)))
    const listed = rows.flatMap(({ names, former }) =>
      former.filter(each => each.where === where).map(({ name }) => [name, names] as const),
    )
    expect([...read.keys()].toSorted()).toEqual(listed.map(([name]) => name).toSorted())
    for (const [name, names] of listed) expect(names).toContain(read.get(name))
  },
)

type Named = readonly [name: string, place: string]

/** Every name that somebody can write or read, with where. Names of today alone: no deprecated ones. */
async function allNames(): Promise<Named[]> {
  return [
    ...apiNames(),
    ...interchangeRecord.options.flatMap(option => namesIn(option, `record ${option.shape.type.value}`)),
    ...Object.entries(files).flatMap(([where, schemas]) => schemas.flatMap(each => namesIn(each, where))),
    ...exportTables.flatMap(({ name, columns }) => columns.map((column): Named => [column.name, `table ${name}`])),
    ...(await optionNames()),
  ]
}

function apiNames(): Named[] {
  return Object.values(schema.getTypeMap()).flatMap(type => {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInputObjectType(type))) return []
    return Object.values(type.getFields())
      .filter(field => field.deprecationReason == null)
      .flatMap((field): Named[] => [
        [field.name, type.name],
        ...('args' in field
          ? field.args.map(({ name }: { readonly name: string }): Named => [name, `${type.name}.${field.name}`])
          : []),
      ])
  })
}

function namesIn(part: unknown, place: string): Named[] {
  if (part instanceof z.ZodOptional || part instanceof z.ZodNullable) return namesIn(part.unwrap(), place)
  if (part instanceof z.ZodUnion) return part.options.flatMap(option => namesIn(option, place))
  if (part instanceof z.ZodArray) return namesIn(part.element, place)
  if (part instanceof z.ZodRecord) return namesIn(part.valueType, place)
  if (!(part instanceof z.ZodObject)) return []
  return Object.entries(part.shape).flatMap(([name, field]): Named[] => [
    [name, place],
    ...namesIn(field, `${place}.${name}`),
  ])
}

async function optionNames(): Promise<Named[]> {
  const commands = await loadCommands([])
  return commands
    .flatMap(command => [command, ...command.commands])
    .flatMap(command => command.options.map((option): Named => [option.attributeName(), `dixit ${command.name()}`]))
}

test('no former name is left, save where it is deprecated', async () => {
  const gone = new Set(
    rows.flatMap(({ former }) => former.filter(({ where }) => where === null).map(({ name }) => name)),
  )
  expect(gone.size).toBeGreaterThan(0)
  const left = (await allNames()).filter(([name]) => gone.has(name))
  expect(left).toEqual([])
})

test('every name of the glossary is in use', async () => {
  const used = new Set((await allNames()).map(([name]) => name))
  expect(rows.flatMap(({ names }) => names).filter(name => !used.has(name))).toEqual([])
})

/** The types of the API in which a record is found again, and the parts of a statement in theirs. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  agent: ['Person', 'Organization'],
  channel: ['Channel'],
  claim: ['Claim'],
  coder: ['Coder'],
  dataset: ['Dataset'],
  document: ['Document'],
  figure: ['Figure'],
  figureRelation: ['FigureRelation'],
  membership: ['Membership'],
  note: ['Note'],
  referent: ['Referent'],
  rule: ['Rule'],
  statement: ['Statement'],
  statementRelation: ['StatementRelation'],
  time: ['TimeExpression'],
  'statement.figures': ['FigureMention'],
  'statement.frames': ['FrameUse'],
  'statement.mentions': ['Mention'],
  'statement.reviews': ['Review'],
  'statement.stances': ['Stance'],
  'statement.terms': ['TermUse'],
}

/** Fields of records that the API gives in another form, and how. */
const otherForm: Readonly<Record<string, string>> = {
  type: '__typename',
  span: 'passage',
  interchange: 'the version of the file',
  organizationKind: 'the kind of an Organization',
  objects: 'a FigureRelation for each, with its object',
  'figureRelation.document': 'of its passage',
  'figureRelation.rounded': 'checked by the import, and not kept',
  'membership.labels': 'on the agent',
  'agent.rule': 'of the mentions that it was made of',
  'claim.dataset': 'of the statements that take a stance to it',
  'statement.noQuantities': 'no FigureMention: what a person refused is not one',
  'statement.terms': 'termUses',
  'statement.frames': 'frameUses',
  'statement.frames.target': 'targetAgent or targetReferent, each a type of its own',
  'statement.frames.affected': 'affectedAgent or affectedReferent',
}

function fieldsOf(types: readonly string[]): Set<string> {
  return new Set(
    types.flatMap(name => {
      const type = schema.getType(name)
      return isObjectType(type) ? Object.keys(type.getFields()) : []
    }),
  )
}

/** The fields of a record or of a part of it, by the place of each. */
const recordFields: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(typesOf).map(place => {
    const [type = '', part] = place.split('.')
    const option = interchangeRecord.options.find(each => each.shape.type.value === type)
    const named = option === undefined ? [] : namesIn(option, type)
    const at = part === undefined ? type : place
    return [place, named.filter(([, where]) => where === at).map(([name]) => name)] as const
  }),
)

describe('a field of a record has the name of the field of the API', () => {
  test.each([...recordFields])('%s', (place, fields) => {
    expect(fields).not.toEqual([])
    const api = fieldsOf(typesOf[place] ?? [])
    const strange = fields.filter(name => !api.has(name) && !(name in otherForm) && !(`${place}.${name}` in otherForm))
    expect(strange).toEqual([])
  })
})

/** Fields of a dossier that records say in another form, and how. */
const byHand: Readonly<Record<string, string>> = {
  words: 'span: the words find their place',
  note: 'records of their own, as relations are',
  relations: 'records of their own',
  reason: 'of a statement: speakerReason, addresseeReason, channelReason',
  speaker: 'speakers',
  person: 'name and kind PERSON',
  organization: 'name and kind ORGANIZATION',
  asOf: 'time and timeRelation AS_OF',
  during: 'time and timeRelation DURING',
  urlWords: 'checked by the import, and not kept',
  'document.key': 'the slug of the document',
  'statements.basis': 'speakerBasis, addresseeBasis, channelBasis',
}

const sections: Readonly<Record<string, string>> = {
  agents: 'agent',
  channels: 'channel',
  document: 'document',
  figures: 'figure',
  memberships: 'membership',
  statements: 'statement',
  'statements.figures': 'statement.figures',
  'statements.frames': 'statement.frames',
  'statements.stances': 'statement.stances',
  'statements.terms': 'statement.terms',
  times: 'time',
}

describe('a field of a dossier has the name of the field of the record', () => {
  test.each(Object.entries(sections))('%s', (section, place) => {
    const written = namesIn(dossierSchema, 'dossier').filter(([, where]) => where === `dossier.${section}`)
    expect(written).not.toEqual([])
    const record = new Set(recordFields.get(place))
    expect(
      written
        .map(([name]) => name)
        .filter(name => !record.has(name) && !(name in byHand) && !(`${section}.${name}` in byHand)),
    ).toEqual([])
  })
})

/** Columns that no field of the API shows, and what they are. */
const columnsAlone: Readonly<Record<string, string>> = {
  selector: 'start, end and fragments of a passage',
  publishedEarliest: 'the first day of published',
  publishedLatest: 'the last day of published',
  magnitude: 'what figures are ordered by',
  aboutTable: 'the type of what a note is about',
  decision: 'the decision that linked a mention',
  speakersRead: 'whether rules have read who speaks',
  numbersRead: 'whether rules have read the numbers',
  repeatsRead: 'whether rules have found the texts that repeat others',
  'figureDecisions.original': 'what a rule had read, while a decision holds over it',
  'documentAuthors.position': 'the order of authors',
  'statements.stanceCount': 'totalCount of stances',
  'statements.cueStatementCount': 'how many statements have the cue',
  'statementSpeakers.position': 'the order of speakers',
  'statementWords.own': 'the words of ownWords',
  'statementWords.whole': 'the words of the whole content',
}

test('a column of a table has the name of a field of the API', () => {
  const api = new Set(apiNames().map(([name]) => name))
  const strange = exportTables.flatMap(({ name, columns }) =>
    columns
      .filter(column => !column.isRowId && !api.has(column.name))
      .map(column => [`${name}.${column.name}`, column.name]),
  )
  expect(strange.filter(([place = '', name = '']) => !(place in columnsAlone) && !(name in columnsAlone))).toEqual([])
})

test('a deprecated field has the type of the one to use', () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    const fields = type.getFields()
    for (const { name, deprecationReason, type: given } of Object.values(fields)) {
      const meant = /^Use (\w+)\.$/.exec(deprecationReason ?? '')?.[1]
      if (meant !== undefined)
        expect(getNamedType(fields[meant]?.type), `${type.name}.${name}`).toBe(getNamedType(given))
    }
  }
})
