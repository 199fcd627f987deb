/** Words that make a column a date, whatever of: “Date of statement”. */
const dateWords = new Set('date day when datum tag wann fecha día jour dia dag'.split(' '))
/** … and one of the statement itself, not of the document. */
const saidWords = new Set(
  'statement quote quotation utterance said spoken speech aussage zitat gesagt cita dicho citation citazione'.split(
    ' ',
  ),
)
const addressWords = new Set('url link href'.split(' '))
/** What is said of somebody or something, and does not name it: “Speaker’s party”. */
const otherWords = new Set(
  `party role gender sex age country state region office job affiliation group type kind number count id length language topic
  code tone stance notes note partei rolle geschlecht land amt`.split(/\s+/),
)

/** The one field for which a column's name has words, such as content for “Quote (verbatim)”; null for none or several. */
export function fieldInWords(column: string, likely: Readonly<Record<string, readonly string[]>>): string | null {
  const words = column.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some(word => addressWords.has(word))) return 'url'
  if (words.some(word => dateWords.has(word))) return words.some(word => saidWords.has(word)) ? 'said' : 'published'
  if (words.some(word => otherWords.has(word))) return null
  const fields = Object.keys(likely).filter(field => words.some(word => likely[field]?.includes(word)))
  return fields.length === 1 ? (fields[0] ?? null) : null
}
