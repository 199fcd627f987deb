import type { Mention } from './query.ts'

/** A page of plain text: each wording of the number with its voice, the exact words and where they stand. */
export function renderPage(number: number, mentions: readonly Mention[]): string {
  const title = `Who said what about ${number.toLocaleString('en-US')}`
  const heading = [title, '='.repeat(title.length)]
  if (mentions.length === 0) return [...heading, '', 'Nobody, as far as the graph knows.', ''].join('\n')
  return [...heading, ...mentions.flatMap(renderMention), ''].join('\n')
}

function renderMention({ words, figure, passage, statement }: Mention): string[] {
  const document = statement?.document
  const source = [document?.publisher?.name, document?.title, document?.url].filter(Boolean).join(', ')
  return [
    '',
    `${words}: ${figure?.label ?? 'unknown'}`,
    `  ${voiceOf(statement)}`,
    `  ${quoted(statement)}`,
    ...(statement?.reason ? [`  (concluded: ${statement.reason})`] : []),
    `  in ${source || document?.slug}, characters ${passage?.start} to ${passage?.end}`,
  ]
}

/** Voices are kept apart: a speaker, a text, someone whom the document does not identify, the document itself. */
function voiceOf(statement: Mention['statement']): string {
  switch (statement?.voice) {
    case 'AGENT':
      return `${statement.speaker?.name ?? 'unknown'}${statement.channel ? `, through ${statement.channel.label}` : ''}`
    case 'CHANNEL':
      return `according to ${statement.channel?.label ?? 'a text'}`
    case 'UNIDENTIFIED':
      return 'someone whom the document does not identify'
    default:
      return 'the document, in its own voice'
  }
}

/** Only a direct quotation is the speaker's own words; a mixed one has them in quotation marks of its own. */
function quoted(statement: Mention['statement']): string {
  switch (statement?.quotation) {
    case 'DIRECT':
      return `“${statement.text}”`
    case 'MIXED':
      return `partly quoted: ${statement.text}`
    default:
      return `in the document's words: ${statement?.text}`
  }
}
