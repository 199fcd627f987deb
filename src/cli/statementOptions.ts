import { type Command, Option, type OptionValues } from '@commander-js/extra-typings'
import type { CountingScope } from '../analysis/countedOnce.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, coder, dataset, document, type Entity } from '../store/schema/entities.ts'
import { findNamed } from './listing/findNamed.ts'

/** A reference of a filter: a node by its slug. */
export function referenceTo(slug: string) {
  return { slug, typename: null }
}

export const documentOption = () =>
  new Option('--document <which...>', 'only statements in these documents, by slug or title')
export const publisherOption = () =>
  new Option('--publisher <who...>', 'only statements in documents from these publishers, by slug or name')
export const speakerOption = () =>
  new Option('--speaker <who...>', 'only statements by these people or organizations, by slug or name')
export const duringOption = () =>
  new Option(
    '--during <edtf>',
    'only statements in documents published in this period, such as 2016 or 2016-07/2016-09',
  )

export const datasetOption = () =>
  new Option('--dataset <which...>', 'only statements of these datasets, by slug or name')
export const coderOption = () => new Option('--coder <who...>', 'only readings by these coders, by slug or name')
export const languageOption = () =>
  new Option('--language <tag...>', 'only statements in documents in these languages, such as en')
export const fromOption = () => new Option('--from <date>', 'only what was said (or published) on or after this date')
export const toOption = () => new Option('--to <date>', 'only what was said (or published) on or before this date')

/** Gives a command the options that say which statements are asked for: the same for all that list or count them. */
export function withScope<Args extends unknown[], Given extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Given, Global>,
) {
  return command
    .addOption(datasetOption())
    .addOption(documentOption())
    .addOption(coderOption())
    .addOption(languageOption())
    .addOption(fromOption())
    .addOption(toOption())
}

export const nestedOption = () => new Option('--nested', 'also count speech that others only report')

/** Gives an analysis the options that say what counts more than once. */
export function withCounting<Args extends unknown[], Given extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Given, Global>,
) {
  return command
    .addOption(nestedOption())
    .addOption(new Option('--repeats', 'count every copy of a repeated document, and every coder’s reading of it'))
}

type Names = readonly string[] | true | undefined

interface CountingOptions {
  readonly coder?: Names
  readonly nested?: true | undefined
  readonly repeats?: true | undefined
}

/** What counts more than once: by default nothing; where coders are chosen, theirs. */
export async function countingScope(
  read: Reader,
  { coder: typed, nested, repeats }: CountingOptions,
): Promise<CountingScope> {
  return { nested: nested ?? false, repeats: repeats ?? false, coders: await slugsOf(read, coder, typed, '--coder') }
}

export interface StatementOptions {
  readonly dataset?: Names
  readonly document?: Names
  readonly publisher?: Names
  readonly speaker?: Names
  readonly claim?: Names
  readonly coder?: Names
  readonly language?: Names
  readonly during?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * The filter of statements that options ask for; null for all.
 *
 * @throws Failure BAD_ARGUMENT if it names nothing, or several things
 */
export async function statementFilter(read: Reader, given: StatementOptions): Promise<FilterInput | null> {
  const { during, from, to } = given
  const [datasets, documents, publishers, speakers, claims, coders] = await Promise.all([
    slugsOf(read, dataset, given.dataset, '--dataset'),
    slugsOf(read, document, given.document, '--document'),
    slugsOf(read, agent, given.publisher, '--publisher'),
    slugsOf(read, agent, given.speaker, '--speaker'),
    slugsOf(read, claim, given.claim, '--claim'),
    slugsOf(read, coder, given.coder, '--coder'),
  ])
  const conditions: FilterInput[] = [
    ...oneOf(datasets, slug => ({ dataset: referenceTo(slug) })),
    ...oneOf(documents, slug => ({ document: referenceTo(slug) })),
    ...oneOf(publishers, slug => ({ documentMatches: { publisher: referenceTo(slug) } })),
    ...oneOf(speakers, slug => ({ speaker: referenceTo(slug) })),
    ...oneOf(claims, slug => ({ claims: { slug: { eq: slug } } })),
    ...oneOf(coders, slug => ({ coder: referenceTo(slug) })),
    ...oneOf(listOf(given.language), tag => ({ documentMatches: { language: { eq: tag } } })),
    ...(during === undefined ? [] : [{ documentMatches: { published: { overlaps: during } } }]),
    ...(from === undefined && to === undefined ? [] : [{ said: { overlaps: timeBetween(from, to) } }]),
  ]
  return conditions.length === 0 ? null : { and: conditions }
}

/** The time from one date to another, in EDTF; an end that is not given is open. */
export function timeBetween(from: string | undefined, to: string | undefined): string {
  return from !== undefined && from === to ? from : `${from ?? '..'}/${to ?? '..'}`
}

function oneOf(given: readonly string[], condition: (slug: string) => FilterInput): FilterInput[] {
  return given.length === 0 ? [] : [{ or: given.map(condition) }]
}

function listOf(given: Names): readonly string[] {
  return given === undefined || given === true ? [] : given
}

/** The slugs of what was given by slug or name. */
export function slugsOf(read: Reader, entity: Entity, given: Names, option: string) {
  return Promise.all(listOf(given).map(typed => findNamed(read, [entity], typed, option)))
}
