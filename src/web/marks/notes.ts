/** What the comparison calls the choices that its notes speak of. */
export const choices = {
  anybodys: 'Also count reporters’ words and words of unknown origin',
  withParaphrase: 'with paraphrase',
} as const

/**
 * A note of an analysis as a page shows it: an argument that would change what is counted is called what the page calls
 * that choice, and is left out where only whoever writes the query has it; without the names of rules, with values in words.
 */
export function noteOnPage(note: string): string {
  return note
    .replace(/ To include all, [^:]*: wording: .*$/s, ` To include them, choose “${choices.anybodys}” above.`)
    .replace(/: withParaphrase\./, `, choose “${choices.withParaphrase}” above.`)
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
