import type Sqlite from 'better-sqlite3'
import { contextOf, wordsAround } from '../../model/passageContext.ts'
import { SegmentedText } from '../../model/segment.ts'
import { fragmentsOf } from '../../model/selector.ts'
import { TextUnit, valuesOf } from '../../model/vocabulary.ts'

/** Teaches a connection what is read of the surroundings of a passage: of the text of its document and its offsets. */
export function addPassageFunctions(client: Sqlite.Database): void {
  let last: { readonly text: string; readonly language: string; readonly segmented: SegmentedText } | undefined
  // Passages of one document come one after the other.
  const segmented = (text: unknown, language: unknown) => {
    const [given, tag] = [String(text), String(language)]
    if (last?.text !== given || last.language !== tag) {
      last = { text: given, language: tag, segmented: new SegmentedText(given, tag) }
    }
    return last.segmented
  }
  const options = { deterministic: true }
  client.function('passage_fragments', options, (selector: unknown) => JSON.stringify(fragmentsOf(String(selector))))
  client.function(
    'passage_context',
    { ...options, varargs: true },
    (text: unknown, language: unknown, start: unknown, end: unknown, before: unknown, after: unknown, unit: unknown) =>
      JSON.stringify(
        contextOf(
          segmented(text, language),
          { start: Number(start), end: Number(end) },
          { before: units(before), after: units(after), unit: valuesOf(TextUnit).find(each => each === unit) },
        ),
      ),
  )
  // The stretch of a text that begins there, of so many code points, or fewer where the text ends.
  client.function(
    'words_around',
    { ...options, varargs: true },
    (stretch: unknown, language: unknown, from: unknown, length: unknown, ...asked: unknown[]) => {
      const [start, end, before, after] = asked
      const text = String(stretch)
      const found = wordsAround(
        { text, language: String(language), start: Number(from), isLast: text.length < Number(length) },
        { start: Number(start), end: Number(end) },
        { before: units(before), after: units(after) },
      )
      return found === null ? null : JSON.stringify(found)
    },
  )
}

function units(cell: unknown): number | null {
  return cell === null ? null : Number(cell)
}
