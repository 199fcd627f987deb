import { Option } from '@commander-js/extra-typings'
import { Failure } from '../model/failure.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, document } from '../store/schema/entities.ts'

/** A reference of a filter: a node by its slug. */
export function referenceTo(slug: string) {
  return { slug, typename: null }
}

export const documentOption = () => new Option('--document <slug...>', 'only statements in these documents')
export const publisherOption = () => new Option('--publisher <slug...>', 'only statements in what these published')
export const speakerOption = () => new Option('--speaker <slug...>', 'only statements of these people or organizations')
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
 * @throws Failure BAD_ARGUMENT for a slug that names nothing
 */
export async function statementFilter(read: Reader, given: StatementOptions): Promise<FilterInput | null> {
  const { document: documents, publisher, speaker, during } = given
  await Promise.all([
    ...slugs(documents).map(slug => mustBe(read, document, slug, '--document')),
    ...slugs(publisher).map(slug => mustBe(read, agent, slug, '--publisher')),
    ...slugs(speaker).map(slug => mustBe(read, agent, slug, '--speaker')),
    ...slugs(given.claim).map(slug => mustBe(read, claim, slug, '--claim')),
  ])
  const conditions: FilterInput[] = [
    ...oneOf(slugs(documents), slug => ({ document: referenceTo(slug) })),
    ...oneOf(slugs(publisher), slug => ({ documentMatches: { publisher: referenceTo(slug) } })),
    ...oneOf(slugs(speaker), slug => ({ speaker: referenceTo(slug) })),
    ...oneOf(slugs(given.claim), slug => ({ claims: { some: { slug: { eq: slug } } } })),
    ...(during === undefined ? [] : [{ documentMatches: { published: { overlaps: during } } }]),
  ]
  return conditions.length === 0 ? null : { and: conditions }
}

function oneOf(given: readonly string[], condition: (slug: string) => FilterInput): FilterInput[] {
  return given.length === 0 ? [] : [{ or: given.map(condition) }]
}

function slugs(given: readonly string[] | true | undefined): readonly string[] {
  return given === undefined || given === true ? [] : given
}

async function mustBe(
  read: Reader,
  entity: typeof agent | typeof document | typeof claim,
  slug: string,
  option: string,
) {
  if ((await read.bySlug(entity, slug)) === null) {
    throw new Failure('BAD_ARGUMENT', `${option}: nothing has the slug “${slug}”.`)
  }
}
