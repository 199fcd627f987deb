import type { InputFieldRef } from '@pothos/core'
import { Failure } from '../model/failure.ts'
import { type FilterInput, isNullable } from '../store/query/filter.ts'
import { aspectNames } from '../store/query/filterAspects.ts'
import type { FilterField } from '../store/query/filterField.ts'
import { filterFields } from '../store/query/filterFields.ts'
import { conditioned, labelled } from '../store/query/names.ts'
import type { Entity } from '../store/schema/entities.ts'
import { builder, type Types } from './builder.ts'
import { enumByVocabulary } from './enums.ts'
import { readReference } from './globalId.ts'
import { NamesAuthors, NamesEnd, NamesNumbers, NamesRows, NamesSaid, NamesWords } from './reads.ts'

builder.scalarType('Reference', {
  description: 'Names a node: by its slug, such as "mark-green", or by its global id.',
  specifiedByURL: 'https://relay.dev/graphql/objectidentification.htm',
  parseValue: value => {
    if (typeof value === 'string') return readReference(value)
    throw new Failure('BAD_ID', 'This is the slug or id of one node, as a text such as "mark-green".')
  },
  serialize: value => value,
})

const NearInput = builder.inputType('Near', {
  description: 'A number and a distance from it, as a share of it: `{value: 435000, within: 0.01}` is 435,000 ± 1%.',
  fields: t => ({
    value: t.float({ required: true, description: 'The number in the middle.' }),
    within: t.float({ required: true, description: 'The distance allowed, as a share of the number: 0.01 is 1%.' }),
  }),
})

const ExactTextFilter = builder.inputRef<FilterInput>('ExactTextFilter').implement({
  description: 'Conditions on a text, compared character for character; every given one must hold.',
  fields: textConditions,
})

const TextFilter = builder.inputRef<FilterInput>('TextFilter').implement({
  description:
    'Conditions on a text, compared as people type it: case, accents and typographic variants are ignored, so that ' +
    '“lodz” is “Łódź”; codes, such as slugs, are compared exactly. Every given one must hold.',
  fields: t => ({
    ...textConditions(t),
    exactly: t.field({ type: ExactTextFilter, description: 'The same conditions, character for character.' }),
  }),
})

function textConditions(t: InputBuilder) {
  return {
    eq: t.string({ description: 'Is this text.' }),
    not: t.string({ description: 'Is not this text, or is unknown.' }),
    in: t.stringList({ description: 'Is one of these texts.' }),
    startsWith: t.string({ description: 'Starts with this text.' }),
    contains: t.string({ description: 'Contains this text.' }),
    isNull: t.boolean({ description: 'Is unknown (true) or known (false).' }),
  }
}

const NumberFilter = builder.inputRef<FilterInput>('NumberFilter').implement({
  description: 'Conditions on a number; every given one must hold.',
  fields: t => ({
    eq: t.float({ description: 'Equals.' }),
    not: t.float({ description: 'Does not equal, or is unknown.' }),
    in: t.floatList({ description: 'Equals one of these.' }),
    lt: t.float({ description: 'Is less than.' }),
    lte: t.float({ description: 'Is at most.' }),
    gt: t.float({ description: 'Is greater than.' }),
    gte: t.float({ description: 'Is at least.' }),
    near: t.field({ type: NearInput, description: 'Is near.' }),
    isNull: t.boolean({ description: 'Is unknown (true) or known (false).' }),
  }),
})

const TimeFilter = builder.inputRef<FilterInput>('TimeFilter').implement({
  description:
    'Conditions on a time; every given one must hold. A time without a date meets only `isNull`. Of `before`, ' +
    '`overlaps` and `after` a time with a date meets exactly one.',
  fields: t => ({
    overlaps: t.field({
      type: 'EDTF',
      description: 'May share a day with this: an open or unknown end reaches as far as needed.',
    }),
    within: t.field({ type: 'EDTF', description: 'Lies wholly within this, whatever day is meant.' }),
    before: t.field({ type: 'EDTF', description: 'Ends before this begins, whatever day is meant.' }),
    after: t.field({
      type: 'EDTF',
      description: 'Begins after this ends, whatever day is meant: after a day is from the next day on.',
    }),
    isNull: t.boolean({ description: 'Has no date (true) or has one (false).' }),
  }),
})

const LabelFilter = builder.inputRef<FilterInput>('LabelFilter').implement({
  description: 'Has a label of that name and, if it is given, that value: `{name: "party", value: "independent"}`.',
  fields: t => ({
    name: t.string({ required: true, description: 'The name of the field.' }),
    value: t.string({ description: 'Its value, exactly as given.' }),
  }),
})

const ConditionFilter = builder.inputRef<FilterInput>('ConditionFilter').implement({
  description:
    'A figure with this condition: `{aspect: "custody", value: "not detained"}`. To ask for several aspects, ' +
    'use `and`.',
  fields: t => ({
    aspect: t.string({ required: true, description: 'The aspect.' }),
    value: t.string({ description: 'Its value, exactly as coded; any value if left out.' }),
  }),
})

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>
type FilterRef = ReturnType<typeof makeRef>

const makeRef = (name: string) => builder.inputRef<FilterInput>(name)

const filterRefs = new Map<Entity, FilterRef>()

/** The conditions on rows of an entity, named after it. */
export function filterInput(entity: Entity, name: string): FilterRef {
  const ref = makeRef(`${name}Filter`)
  filterRefs.set(entity, ref)
  ref.implement({
    extensions: { filters: entity },
    description: `Which ${name} nodes to list; every given condition must hold.`,
    fields: t => ({
      and: t.field({ type: [ref], description: 'All of these must hold.' }),
      or: t.field({ type: [ref], description: 'One of these must hold.' }),
      not: t.field({ type: ref, description: 'This must not hold.' }),
      ...Object.fromEntries(
        Object.entries(filterFields.get(entity) ?? {}).flatMap(([key, field]) => inputsOf(t, entity, key, field)),
      ),
    }),
  })
  return ref
}

function inputsOf(
  t: InputBuilder,
  entity: Entity,
  key: string,
  field: FilterField,
): [string, InputFieldRef<Types, unknown>][] {
  const { description } = field
  switch (field.kind) {
    case 'search':
      return [[key, t.string({ description, extensions: { names: new NamesWords('SEARCH', () => ['STATEMENT']) } })]]
    case 'text':
      return [[key, t.field({ type: TextFilter, description, ...formerOf(field), extensions: namesOf(entity, field) })]]
    case 'author':
      return [[key, t.field({ type: TextFilter, description, extensions: { names: new NamesAuthors() } })]]
    case 'number':
      return [[key, t.field({ type: NumberFilter, description, extensions: numbersOf(entity, field) })]]
    case 'bound':
      return [[key, t.field({ type: NumberFilter, description })]]
    case 'said':
    case 'imported':
    case 'time':
      return [[key, t.field({ type: TimeFilter, description })]]
    case 'label':
      return [[key, t.field({ type: LabelFilter, description, extensions: { names: new NamesSaid(labelled) } })]]
    case 'condition':
      return [[key, t.field({ type: ConditionFilter, description, extensions: { names: new NamesSaid(conditioned) } })]]
    case 'flag':
      return [[key, t.boolean({ description })]]
    case 'holding':
      return [[key, t.float({ description })]]
    case 'term':
      return [
        [
          key,
          t.field({
            type: [known(enumByVocabulary, field.vocabulary)],
            description: `${description} One of these.`,
            extensions: { names: new NamesRows(entity, field.column, true) },
          }),
        ],
        ...(isNullable(entity, field.column) ? [has(t, key, description)] : []),
      ]
    case 'one':
      return [
        [
          aspectNames.is(key),
          t.field({
            type: 'Reference',
            description: `${description} By slug or id.`,
            extensions: { names: namesEnd(entity, key, field) },
          }),
        ],
        [
          aspectNames.matches(key),
          t.field({
            type: known(filterRefs, field.target),
            description: `${description} By conditions.`,
            extensions: { meets: namesEnd(entity, key, field) },
          }),
        ],
        has(t, key, description),
      ]
    case 'many':
      return [
        [
          key,
          t.field({
            type: known(filterRefs, field.relation.target),
            description: `${description} At least one of them matches.`,
          }),
        ],
      ]
  }
}

function has(t: InputBuilder, key: string, description: string): [string, InputFieldRef<Types, unknown>] {
  return [aspectNames.has(key), t.boolean({ description: `${description} Whether it is known at all.` })]
}

function formerOf({ formerNameOf }: FilterField) {
  return formerNameOf === undefined ? {} : { deprecationReason: `Use ${formerNameOf}.` }
}

/** The other fields of the entity that lead to the same kind of row may be meant: who was addressed, and did not speak. */
function namesEnd(entity: Entity, key: string, { target, column, via }: FilterField & { kind: 'one' }): NamesRows {
  if (via !== undefined) return new NamesRows(target)
  const ends = Object.entries(filterFields.get(entity) ?? {}).flatMap(([name, field]) =>
    field.kind === 'one' && field.target === target && field.via === undefined
      ? [{ of: entity, name, column: field.column }]
      : [],
  )
  return new NamesEnd(
    target,
    { of: entity, name: key, column },
    ends.filter(end => end.name !== key),
  )
}

/** Whole sentences: that none has some words says nothing but itself, and to look through them takes long. */
const sentences: ReadonlySet<string> = new Set(['text', 'exact', 'difference'])

/** What is short names something: one that no row has is rather misspelt than rare. */
function namesOf(entity: Entity, { column, isCode }: FilterField & { kind: 'text' }) {
  return sentences.has(column) ? {} : { names: new NamesRows(entity, column, isCode === true) }
}

/** Where something begins or ends in a text: that nothing does at a place says nothing. */
const places: ReadonlySet<string> = new Set(['start', 'end'])

function numbersOf(entity: Entity, { column }: FilterField & { kind: 'number' }) {
  return places.has(column) ? {} : { names: new NamesNumbers(entity, column) }
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error('every entity and vocabulary has its filter input')
  return value
}
