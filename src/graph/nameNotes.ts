import { didYouMean } from '../model/nearest.ts'
import type { Database } from '../store/engine/database.ts'
import { authorsLike, isAuthor } from '../store/query/authorNames.ts'
import {
  hasAny,
  isAtEnd,
  isNamed,
  isSaid,
  type NamePart,
  namesLike,
  namesSaid,
  slugsCalled,
  valuesSaid,
} from '../store/query/names.ts'
import { statement } from '../store/schema/entities.ts'
import { called } from './called.ts'
import { asPublisher } from './elsewhereNotes.ts'
import type { NameGiven } from './namings.ts'
import { type NotFoundNote, notFound, notFoundBut } from './notFoundNote.ts'
import { noteOfNumber } from './numberNotes.ts'
import { NamesAuthors, NamesEnd, NamesNumbers, type NamesRows, NamesSaid, NamesWords } from './reads.ts'
import { wordNotes } from './wordNotes.ts'

/** The notes on a name; none where it names something. */
export function nameNotes(database: Database, named: NameGiven): readonly NotFoundNote[] {
  const { of, path, name, beside } = named
  if (of instanceof NamesWords) return wordNotes(database, path, name, of, beside)
  const note =
    of instanceof NamesNumbers
      ? noteOfNumber(database, path, named.conditions ?? {}, of)
      : of instanceof NamesSaid
        ? noteOfSaid(database, named, of)
        : of instanceof NamesAuthors
          ? noteOfAuthor(database, named)
          : noteOfRow(database, named, of)
  return note === null ? [] : [note]
}

function noteOfSaid(database: Database, { path, name, under }: NameGiven, { said }: NamesSaid): NotFoundNote | null {
  if (under === undefined) {
    if (isSaid(database, said, name, null)) return null
    return notFound(path, name, `Nothing has the ${said.what} “${name}”.`, namesSaid(database, said))
  }
  // An unknown name has a note of its own.
  if (isSaid(database, said, under, name) || !isSaid(database, said, under, null)) return null
  const message = `Nothing has the ${said.what} “${under}” with the value “${name}”.`
  return notFound(path, name, message, valuesSaid(database, said, under))
}

function noteOfAuthor(database: Database, { path, name, as = 'WHOLE', isExact }: NameGiven): NotFoundNote | null {
  if (isAuthor(database, name, { as, isExact: isExact === true })) return null
  const authors = authorsLike(database, name)
  const message = authors.length === 0 ? 'No document names an author.' : `No document ${written[as](name)}.`
  return notFound(path, name, message, authors)
}

/** What is said of documents none of which names such an author. */
const written: Readonly<Record<NamePart, (name: string) => string>> = {
  WHOLE: name => `names “${name}” as its author`,
  PART: name => `names an author with “${name}” in the name`,
  START: name => `names an author whose name begins with “${name}”`,
}

function noteOfRow(
  database: Database,
  { path, name, as = 'WHOLE', isExact }: NameGiven,
  of: NamesRows,
): NotFoundNote | null {
  // What stands at the end of a list has that name.
  if (of instanceof NamesEnd && isAtEnd(database, of, of.end, name)) return null
  if (!isNamed(database, of, name, { as, isExact: isExact === true || of.isCode })) {
    const lacking = hasAny(database, of) ? lacks[as](of.column, name) : `has a ${of.column}`
    const message = `No ${called(of.entity)} ${lacking}.`
    if (as !== 'WHOLE') return notFound(path, name, message, namesLike(database, of, name))
    const meant = of.column === 'slug' ? slugsCalled(database, of.entity, name) : []
    if (meant.length > 0) return notFoundBut(path, name, message, meant)
    return notFound(path, name, message, namesLike(database, of, name))
  }
  if (!(of instanceof NamesEnd)) return null
  const others = of.others.filter(end => isAtEnd(database, of, end, name)).map(end => end.name)
  if (others.length === 0) {
    const beside = of.end.of === statement && of.end.name === 'speaker' ? asPublisher(database, name) : null
    return beside === null ? null : notFoundBut(path, name, beside, [])
  }
  const message = `No ${called(of.end.of)} has “${name}” as its ${of.end.name}.${didYouMean(others)}`
  return { code: 'NOT_FOUND', message, path, notFound: name, nearest: others }
}

/** What is said of rows none of which has such a name. */
const lacks: Readonly<Record<NamePart, (column: string, name: string) => string>> = {
  WHOLE: (column, name) => `has the ${column} “${name}”`,
  PART: (column, name) => `has “${name}” in its ${column}`,
  START: (column, name) => `has a ${column} that begins with “${name}”`,
}
