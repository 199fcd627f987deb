import { formatNumber } from '../model/arithmetic.ts'
import { sayCount } from '../model/things.ts'
import { countActorless, countByRoles, soleSpeakers } from '../store/counting/networkSoundness.ts'
import type { StanceQuestion } from '../store/counting/stanceQuestion.ts'
import type { Reader } from '../store/reader.ts'
import { agent, type RowOf } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import type { StanceCell } from './network.ts'
import type { NetworkSettings } from './networkSettings.ts'
import type { OneModeAggregation } from './networkVocabulary.ts'
import { sum } from './sum.ts'

type ActorRow = RowOf<typeof agent>

/** Below so many actors, communities and centralities say little. */
const fewActors = 10

/** What a reader should know of a network that its counts do not show. */
export async function networkCaveats(
  read: Reader,
  question: StanceQuestion,
  { filter, counting }: NetworkSettings,
  actors: readonly ActorRow[],
): Promise<string[]> {
  const stanced = { and: [filter ?? {}, { stances: {} }] }
  return [
    ...fewActorsNote(actors.length),
    ...(await ofOnePerson(read, question, actors)),
    ...(question.actors === 'PARTY' ? await partyNotes(read, question) : []),
    ...(await caveats(read, stanced, counting)),
  ]
}

/** How much, or how little, was counted. */
export function notesOfNetwork(
  { isFiltered, most }: { readonly isFiltered: boolean; readonly most: number },
  { actorCount, stances }: { actorCount: number; stances: number },
): string[] {
  return [
    ...(stances === 0
      ? [`No statement of such an actor takes a stance that counts${isFiltered ? ' and meets the filter' : ''}.`]
      : []),
    ...(actorCount > most ? [`Of ${actorCount} actors, the ${most} with the most stances are shown.`] : []),
  ]
}

/** Stances that are left out, by what they are. */
export interface KindLeftOut {
  readonly stance: string
  readonly manner: string | null
  readonly count: number
}

/** What is left out for being neither support nor opposition, or not plainly asserted. */
export function leftOutNote(leftOut: number, kinds: readonly KindLeftOut[]): string[] {
  if (leftOut === 0) return []
  const said = `Left out, because they qualify or question a claim, or do not plainly assert it: `
  // Where several stances count as one, the kinds add up to more than was left out.
  if (sum(kinds.map(({ count }) => count)) !== leftOut) return [`${said}${leftOut}.`]
  const named = kinds.map(({ stance, manner, count }) =>
    [count, stance, manner].filter(part => part !== null).join(' '),
  )
  return [`${said}${named.join(', ')}.`]
}

/** Why no two actors are tied; nothing where some are. */
export function noEdgeNote(
  cells: readonly StanceCell[],
  { levels }: Pick<StanceQuestion, 'levels'>,
  aggregation: OneModeAggregation,
): string[] {
  const counted = sum(cells.map(({ count }) => count))
  if (counted === 0) return []
  const [level, ...otherLevels] = new Set(cells.map(each => each.level))
  const alike = Object.entries(levels).flatMap(([stance, each]) => (each === level ? [stance] : []))
  const isShared = Map.groupBy(cells, ({ claim }) => claim)
    .values()
    .some(each => new Set(each.map(({ actor }) => actor)).size > 1)
  const why = [
    ...(otherLevels.length === 0 && aggregation !== 'IGNORE'
      ? [`all ${sayCount(counted, 'stance')} counted are ${alike.join(' or ')}`]
      : []),
    ...(isShared ? [] : ['no claim has stances of two of these actors']),
  ]
  const elsewhere = ' Numbers that have none in common: figureComparisons(verdicts: [DISJOINT]).'
  return [
    `No edge: ${why.join(', and ') || 'what two of these actors hold of one claim ties none of them'}.` +
      (aggregation === 'CONFLICT' ? elsewhere : ''),
  ]
}

/** The pairs that are tied by some cells, among some actors. A pair may come several times. */
export type TiesOf = (
  cells: readonly StanceCell[],
  actors: readonly number[],
) => readonly (readonly [from: number, to: number])[]

/**
 * How many ties would be missing without the stances in a reporter's wording, where such stances are counted: networks count
 * paraphrase beside the speakers' own words.
 */
export function reportedTiesNote(
  cells: readonly StanceCell[],
  spokenCells: readonly StanceCell[],
  tiesOf: (cells: readonly StanceCell[]) => ReturnType<TiesOf>,
): string[] {
  const total = (each: readonly StanceCell[]) => sum(each.map(({ count }) => count))
  if (total(spokenCells) === total(cells)) return []
  const named = (each: readonly StanceCell[]) => new Set(tiesOf(each).map(tie => tie.join()))
  const ties = named(cells)
  if (ties.size === 0) return []
  const spoken = named(spokenCells)
  const reported = [...ties].filter(tie => !spoken.has(tie)).length
  return [
    `Paraphrase counts beside the speakers' own words: of ${sayCount(ties.size, 'tie')}, ${reported === 0 ? 'none' : formatNumber(reported)} would not be there without stances in a reporter's wording. To keep to statements that take a stance in the speaker's own words: filter: { stances: { wording: SPEAKER } }.`,
  ]
}

export function fewActorsNote(actors: number): string[] {
  if (actors === 0 || actors >= fewActors) return []
  return [`${actors === 1 ? '1 actor' : `${actors} actors`}: communities and centralities of so few mean little.`]
}

/** Organizations and parties for which one person alone speaks. */
async function ofOnePerson(read: Reader, question: StanceQuestion, actors: readonly ActorRow[]): Promise<string[]> {
  if (question.actors === 'PERSON') return []
  const found = await read.ask(database => soleSpeakers(database, question))
  const notes = found.map(async ({ actor, speaker }) => {
    const shown = actors.find(({ id }) => id === actor)
    const person = await read.byId(agent, speaker)
    return shown && person && person.id !== shown.id ? [`${shown.name} is ${person.name} alone.`] : []
  })
  return (await Promise.all(notes)).flat()
}

/** How many speakers without a party are named, those with the most stances. */
const mostNamed = 3

/** Whose stances stand for no party, and how many stand for one by a role that nobody stated. */
async function partyNotes(read: Reader, question: StanceQuestion): Promise<string[]> {
  const [actorless, { counted, stated }] = await Promise.all([
    read.ask(database => countActorless(database, question)),
    read.ask(database => countByRoles(database, question)),
  ])
  const named = await Promise.all(
    actorless.slice(0, mostNamed).map(async ({ speaker, count }) => {
      const row = await read.byId(agent, speaker)
      return `${row?.name} (${count})`
    }),
  )
  const others = actorless.length - named.length
  const who = [...named, ...(others > 0 ? [sayCount(others, 'other')] : [])].join(', ')
  // Counted over all windows, where there are some.
  const when = question.period === null ? '' : 'Over the whole time: '
  const left = sayCount(sum(actorless.map(({ count }) => count)), 'stance')
  return [
    ...(actorless.length > 0
      ? [`${when}Left out, because no party of their speakers is known at the time: ${left}, of ${who}.`]
      : []),
    ...(stated < counted
      ? [
          `${when}Concluded or read by a rule, not stated: the role by which ${counted - stated} of ${sayCount(counted, 'stance')} count for a party.`,
        ]
      : []),
  ]
}
