import { type StanceQuestion, soleSpeakers } from '../store/counting/stanceCounts.ts'
import type { Reader } from '../store/reader.ts'
import { agent, type RowOf } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import type { NetworkSettings } from './networkSettings.ts'

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
  const stanced = { and: [filter ?? {}, { stances: { some: {} } }] }
  return [
    ...(actors.length > 0 && actors.length < fewActors
      ? [
          `${actors.length === 1 ? '1 actor' : `${actors.length} actors`}: communities and centralities of so few say little.`,
        ]
      : []),
    ...(await ofOnePerson(read, question, actors)),
    ...(await caveats(read, stanced, counting)),
  ]
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
