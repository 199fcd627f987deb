/**
 * A note of an analysis as a page shows it: without the argument that would change what is counted, which only whoever
 * writes the query can give, and without the names that values and rules have there.
 */
export function noteOnPage(note: string): string {
  return note.replace(/ To (?:take|see|keep) .*: .*$/s, '').replaceAll(/ \((?:rule )?[A-Z][A-Z_]+\)/g, '')
}
