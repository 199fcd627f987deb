import { isNumber } from '../../analysis/numberSaid.ts'
import { readPermalink } from '../../graph/permalink.ts'
import { Failure } from '../../model/failure.ts'
import { didYouMean } from '../../model/nearest.ts'
import { permalinkRoot } from '../../model/nodeNames.ts'
import { type MergedInto, mergedInto } from '../../store/query/mergedInto.ts'
import { type NamedThing, thingsLike, thingsNamed } from '../../store/query/thingsNamed.ts'
import type { Reader } from '../../store/reader.ts'
import { agent, type Entity, entityOfType, figure } from '../../store/schema/entities.ts'

/** A thing that was named, and of what kind it is. */
interface Named {
  readonly entity: Entity
  readonly slug: string
}

/**
 * The slug of what was typed: a slug, a permalink or a name. Where a person decided that it is the same as another agent, that
 * one's, under which everything of it is found; it says so on standard error.
 *
 * @throws Failure BAD_ARGUMENT where that names nothing, with what may be meant, or several things, with their slugs
 */
export async function findNamed(read: Reader, entities: readonly Entity[], typed: string, at: string): Promise<string> {
  const { entity, slug } = await findThing(read, entities, typed, at)
  if (entity !== agent) return slug
  const row = await read.bySlug(agent, slug)
  const into = row === null ? null : await read.ask(database => mergedInto(database, row.id))
  if (row === null || into === null) return slug
  console.error(sayMerged(row.name, into))
  return into.slug
}

/** “Bo Lindquist is the same as Bo Lindqvist (a decision): spelt otherwise in the minutes (Joan Lind)” */
export function sayMerged(name: string, into: MergedInto): string {
  const by = into.decidedBy === null ? '' : ` (${into.decidedBy})`
  return `${name} is the same as ${into.name} (a decision): ${into.reason}${by}`
}

/**
 * The same, with its entity.
 *
 * @throws Failure BAD_ARGUMENT
 */
export async function findThing(read: Reader, entities: readonly Entity[], typed: string, at: string): Promise<Named> {
  const found = await tryNamed(read, entities, typed, at)
  if (found !== null) return found
  const meant = await read.ask(database => entities.flatMap(entity => thingsLike(database, entity, typed)))
  const hint = didYouMean(meant.slice(0, mostMeant).map(said))
  const number =
    entities.includes(figure) && isNumber(typed) ? ` dixit number "${typed}" lists who said the number.` : ''
  throw new Failure('BAD_ARGUMENT', `${at}: nothing has the slug or name “${typed}”.${hint}${number}`)
}

const mostMeant = 5

/** The same, with its entity; null where it names nothing. */
export async function tryNamed(
  read: Reader,
  entities: readonly Entity[],
  typed: string,
  at: string,
): Promise<Named | null> {
  const link = permalinkIn(typed)
  const slug = link?.slug ?? typed
  // One slug can be that of a statement and of a figure: a permalink says which.
  const linked = link === null ? undefined : entityOfType(link.typename)
  const [first] = entities.filter(entity => entity === linked)
  for (const entity of first === undefined ? entities : [first])
    if ((await read.bySlug(entity, slug)) !== null) return { entity, slug }
  const named = await read.ask(database =>
    entities.flatMap(entity => thingsNamed(database, entity, typed).map(thing => ({ entity, ...thing }))),
  )
  const apart = await underLeaders(read, named)
  if (apart.length > 1) {
    const several = apart.map(thing => `\n  ${said(thing)}`).join('')
    throw new Failure('BAD_ARGUMENT', `${at}: “${typed}” matches several. Give the slug of one:${several}`)
  }
  return apart[0] ?? null
}

type Found = NamedThing & { readonly entity: Entity }

/** Without agents that stand, by decision, under another of those found. */
async function underLeaders(read: Reader, found: readonly Found[]): Promise<readonly Found[]> {
  if (found.length < 2) return found
  const slugs = new Set(found.map(({ slug }) => slug))
  const isUnder = await Promise.all(
    found.map(async ({ entity, slug }) => {
      const row = entity === agent ? await read.bySlug(agent, slug) : null
      const into = row && (await read.ask(database => mergedInto(database, row.id)))
      return into !== null && slugs.has(into.slug)
    }),
  )
  return found.filter((_, index) => !isUnder[index])
}

function said({ slug, name }: NamedThing): string {
  return name === null || name === slug ? slug : `${slug} (${name})`
}

function permalinkIn(typed: string): ReturnType<typeof readPermalink> {
  const at = typed.indexOf(permalinkRoot)
  return at === -1 ? null : readPermalink(typed.slice(at))
}
