import { Option } from '@commander-js/extra-typings'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, document, type Entity } from '../store/schema/entities.ts'
import { findNamed } from './listing/findNamed.ts'

/** A reference of a filter: a node by its slug. */
export function referenceTo(slug: string) {
  return { slug, typename: null }
}

export const documentOption = () =>
  new Option('--document <which...>', 'only statements in these documents, by slug or title')
export const publisherOption = () =>
  new Option('--publisher <who...>', 'only statements in what these published, by slug or name')
export const speakerOption = () =>
  new Option('--speaker <who...>', 'only statements of these people or organizations, by slug or name')
export const nestedOption = () => new Option('--nested', 'count speech that others only report, too')
export const duringOption = () =>
  new Option('--during <edtf>', 'only statements in documents published then, such as 2016 or 2016-07/2016-09')

export interface StatementOptions {
  readonly document?: readonly string[] | true | undefined
  readonly publisher?: readonly string[] | true | undefined
  readonly speaker?: readonly string[] | true | undefined
  readonly claim?: readonly string[] | true | undefined
  readonly during?: string | undefined
}

/**
 * The filter of statements that options ask for; null for all.
 *
 * @throws Failure BAD_ARGUMENT for what names nothing, or several things
 */
export async function statementFilter(read: Reader, given: StatementOptions): Promise<FilterInput | null> {
  const { during } = given
  const [documents, publishers, speakers, claims] = await Promise.all([
    slugsOf(read, document, given.document, '--document'),
    slugsOf(read, agent, given.publisher, '--publisher'),
    slugsOf(read, agent, given.speaker, '--speaker'),
    slugsOf(read, claim, given.claim, '--claim'),
  ])
  const conditions: FilterInput[] = [
    ...oneOf(documents, slug => ({ document: referenceTo(slug) })),
    ...oneOf(publishers, slug => ({ documentMatches: { publisher: referenceTo(slug) } })),
    ...oneOf(speakers, slug => ({ speaker: referenceTo(slug) })),
    ...oneOf(claims, slug => ({ claims: { some: { slug: { eq: slug } } } })),
    ...(during === undefined ? [] : [{ documentMatches: { published: { overlaps: during } } }]),
  ]
  return conditions.length === 0 ? null : { and: conditions }
}

function oneOf(given: readonly string[], condition: (slug: string) => FilterInput): FilterInput[] {
  return given.length === 0 ? [] : [{ or: given.map(condition) }]
}

/** The slugs of what was given by slug or name. */
function slugsOf(read: Reader, entity: Entity, given: readonly string[] | true | undefined, option: string) {
  return Promise.all(
    (given === undefined || given === true ? [] : given).map(typed => findNamed(read, [entity], typed, option)),
  )
}
