import { sayCount } from '../model/things.ts'
import { valuesOf, Wording } from '../model/vocabulary.ts'
import { type LanguageCount, readLanguages } from '../store/counting/languages.ts'
import { countReadings, type ReadingCounts } from '../store/counting/readingCounts.ts'
import { countJointOfOthers } from '../store/counting/soundness.ts'
import type { Reader } from '../store/reader.ts'
import { type Entity, figureMention, frameUse, stance, termUse } from '../store/schema/entities.ts'
import { caveats } from './caveats.ts'
import { countedOnce } from './countedOnce.ts'
import { countStatements, type Framing } from './framing.ts'
import { sum } from './sum.ts'

/** What a reader should know of a comparison: of a speaker without statements, nothing can be said. */
export async function framingNotes(read: Reader, framing: Framing): Promise<string[]> {
  const [counts, readings, languages, cautions, joint] = await Promise.all([
    countStatements(read, framing),
    readReadings(read, framing),
    read.ask(database => readLanguages(database, framing.filter)),
    caveats(read, framing.whole, framing.counting),
    jointNote(read, framing),
  ])
  const uncoded = framing.speakers.filter(({ id }) => !counts.has(id)).map(({ name }) => name)
  if (uncoded.length === framing.speakers.length) {
    return ['None of them has a matching statement: there is nothing to compare.', ...joint]
  }
  const missing = `No coded statement of ${uncoded.join(', ')} matches: absence there says nothing about them.`
  return [
    ...(uncoded.length > 0 ? [missing] : []),
    ...joint,
    ...asideNotes(readings),
    ...concludedNote(readings),
    ...languageNotes(languages),
    ...cautions,
    'Absent means not coded in these statements; it does not mean that a speaker never said it.',
  ]
}

/** Who has made statements together with somebody who is named first, for whom alone they count. */
async function jointNote(read: Reader, { speakers, about, counting }: Framing): Promise<string[]> {
  const filter = await countedOnce(read, about, counting)
  const ids = speakers.map(({ id }) => id)
  const counts = await read.ask(database => countJointOfOthers(database, filter, ids))
  if (counts.length === 0) return []
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]))
  const said = counts.map(({ speaker, count }) => `${sayCount(count, 'statement')} of ${nameOf.get(speaker)}`)
  return [`Left out, because a joint statement counts for the first of its speakers alone: ${said.join(', ')}.`]
}

/** What is called by words of two languages is two lines: a comparison is best kept within one. */
function languageNotes(languages: readonly LanguageCount[]): string[] {
  if (languages.length < 2) return []
  const said = languages.slice(0, 5).map(({ language, statements }) => `${language}: ${statements}`)
  return [
    `They speak in several languages (${said.join(', ')} statements): the same thing in other words is another line. To keep to one: about: { filter: { documentMatches: { language: { eq: "${languages[0]?.language}" } } } }.`,
  ]
}

const howKnown =
  'It is known once the source says how statements are quoted: `quotation: DIRECT` in the mapping of a table, `quotation` of a record or of a dossier’s statement.'

/** Readings that are left aside for whose words they quote: those of others, and those of which it is not known. */
function asideNotes(found: readonly Readings[]): string[] {
  const others = valuesOf(Wording).flatMap(wording => {
    const count = sum(found.map(each => each.others[wording]))
    return count === 0 ? [] : [{ wording, count }]
  })
  const otherCount = sum(others.map(({ count }) => count))
  const named = others.map(({ wording, count }) => `${wording} (${count})`).join(' or ')
  const unknown = sum(found.map(each => each.unknown))
  const readings = (count: number) => (count === 1 ? '1 reading' : `${count} readings`)
  const all = "To include all, whoever's words they are: wording: [SPEAKER, REPORTER, DOUBTFUL]."
  return [
    ...(otherCount > 0 ? [`Left out: ${readings(otherCount)} whose wording is ${named}. ${all}`] : []),
    ...(unknown > 0
      ? [`Left out: ${readings(unknown)} in statements whose kind of quotation is not known. ${howKnown} ${all}`]
      : []),
  ]
}

/** The readings of a kind: which of them are compared, and which are left aside for whose words they quote. */
interface Readings extends ReadingCounts {
  readonly thing: string
}

/** The kinds of readings that quote somebody's words, and what readers call them. */
const readingNames = new Map<Entity, string>([
  [figureMention, 'number'],
  [termUse, 'term'],
  [frameUse, 'frame'],
  [stance, 'stance'],
])

function readReadings(read: Reader, { filter, wording }: Framing): Promise<Readings[]> {
  return Promise.all(
    Array.from(readingNames, async ([entity, thing]) => ({
      thing,
      ...(await read.ask(database => countReadings(database, entity, filter, wording))),
    })),
  )
}

/** How many of the readings that are compared were concluded or read by a rule. */
function concludedNote(found: readonly Readings[]): string[] {
  const said = found.flatMap(({ thing, quoting, stated }) =>
    stated === quoting ? [] : [`${quoting - stated} of ${sayCount(quoting, thing)}`],
  )
  return said.length === 0 ? [] : [`Concluded by a coder or read by a rule, not stated (INFERRED): ${said.join(', ')}.`]
}
