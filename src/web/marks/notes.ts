/**
 * A note of an analysis as a page shows it: without the argument that would change what is counted, which only whoever
 * writes the query can give, without the names of rules, and with values in words.
 */
export function noteOnPage(note: string): string {
  return note
    .replace(/ To (?:include|see|keep) .*: .*$/s, '')
    .replaceAll(/ \((?:rule )?[A-Z][A-Z_]+\)/g, '')
    .replaceAll(/\b(SUPPORTS|OPPOSES|QUALIFIES|QUESTIONS|MENTIONS)(?: ([A-Z]+))?\b/g, (_, stance, manner) =>
      [stance.toLowerCase(), manner && `(${manner.toLowerCase()})`].filter(Boolean).join(' '),
    )
    .replaceAll(/whose wording is ([A-Z]+ \(\d+\)(?:(?:, | or )[A-Z]+ \(\d+\))*)/g, (_, wordings: string) =>
      wordings.replaceAll(/[A-Z]+/g, name => wordingsInNotes[name] ?? name.toLowerCase()),
    )
}

const wordingsInNotes: Readonly<Record<string, string>> = {
  SPEAKER: 'in the speaker’s words',
  REPORTER: 'in the reporter’s words',
  DOUBTFUL: 'in words of unknown origin',
}
