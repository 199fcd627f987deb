import { mannerNames } from './names.ts'

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
    .replaceAll(/\b(\d+) ([A-Z]+S)(?: ([A-Z]+))?(?=[,.])/g, (all, count: string, stance: string, manner?: string) => {
      const verb = verbs[stance]
      if (verb === undefined) return all
      const how = mannerNames[manner ?? '']?.replace(', ', ' ') ?? ''
      return `${count} ${count === '1' ? stance.toLowerCase() : verb}${how}`
    })
    .replaceAll(/\b(?:SUPPORTS|OPPOSES|QUALIFIES|QUESTIONS|MENTIONS)\b/g, stance => nouns[stance] ?? stance)
    .replaceAll(/whose wording is ([A-Z]+ \(\d+\)(?:(?:, | or )[A-Z]+ \(\d+\))*)/g, (_, wordings: string) =>
      wordings.replaceAll(/[A-Z]+/g, name => wordingsInNotes[name] ?? name.toLowerCase()),
    )
}

/** What several stances do. */
const verbs: Readonly<Record<string, string>> = {
  SUPPORTS: 'support',
  OPPOSES: 'oppose',
  QUALIFIES: 'qualify',
  QUESTIONS: 'question',
  MENTIONS: 'mention',
}

/** What stances are. */
const nouns: Readonly<Record<string, string>> = {
  SUPPORTS: 'support',
  OPPOSES: 'opposition',
  QUALIFIES: 'qualification',
  QUESTIONS: 'doubt',
  MENTIONS: 'mention',
}

const wordingsInNotes: Readonly<Record<string, string>> = {
  SPEAKER: 'in the speaker’s words',
  REPORTER: 'in the reporter’s words',
  DOUBTFUL: 'in words of unknown origin',
}
