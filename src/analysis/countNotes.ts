import { plainManners, StanceManner, valuesOf } from '../model/vocabulary.ts'
import { countPartyUncertain } from '../store/counting/party.ts'
import type { FilterInput } from '../store/query/filter.ts'
import type { Reader } from '../store/reader.ts'
import { stance, statement } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'

/** Whoever holds a claim in one of these ways does not plainly say it. */
const notPlain = valuesOf(StanceManner).filter(manner => !plainManners.includes(manner))

/** What a reader should know of the counts of all statements that meet a filter, in groups by some dimensions. */
export async function countNotes(
  read: Reader,
  filter: FilterInput | null,
  groupBy: readonly string[],
): Promise<string[]> {
  const saysManner = !groupBy.includes('STANCE') || groupBy.includes('MANNER')
  return [
    ...(saysManner ? [] : await mannerNotes(read, filter)),
    ...(groupBy.includes('QUOTATION') && !groupBy.includes('VOICE') ? await voiceNotes(read, filter) : []),
    ...(groupBy.includes('PARTY') ? await partyNotes(read, filter) : []),
    ...(await caveats(read, filter, { nested: true, repeats: true, coders: [] })),
  ]
}

/** What the document says itself stands without marks, as paraphrases do. */
async function voiceNotes(read: Reader, filter: FilterInput | null): Promise<string[]> {
  const fixed = { and: [filter ?? {}, { voice: 'DOCUMENT', quotation: 'INDIRECT' }] }
  const count = await read.count({ entity: statement, fixed }, null, null)
  if (count === 0) return []
  const are = count === 1 ? '1 INDIRECT statement is' : `${count} INDIRECT statements are`
  return [
    `${are} what a document says itself, and no paraphrase of a speaker: group by VOICE beside QUOTATION to tell them apart.`,
  ]
}

async function partyNotes(read: Reader, filter: FilterInput | null): Promise<string[]> {
  const count = await read.ask(database => countPartyUncertain(database, filter))
  if (count === 0) return []
  const are = count === 1 ? '1 statement is' : `${count} statements are`
  return [
    `${are} by speakers who hold a role for a party, but not certainly at that time: their PARTY is unknown here. A network of parties counts a role that the document itself gives.`,
  ]
}

async function mannerNotes(read: Reader, filter: FilterInput | null): Promise<string[]> {
  const fixed = { statementMatches: filter ?? {}, manner: notPlain }
  const count = await read.count({ entity: stance, fixed }, null, null)
  if (count === 0) return []
  const are = count === 1 ? '1 stance is' : `${count} stances are`
  return [
    `${are} conceded, implied, reported, asked or supposed, and not plainly held: group by MANNER beside STANCE to tell them apart.`,
  ]
}
