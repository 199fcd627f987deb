import type { Voice } from '../../model/vocabulary.ts'
import type { StatementEntry } from '../dossier.ts'
import type { Entry } from '../yaml.ts'
import type { Context } from './context.ts'

/** Whose voice a statement is in; what goes with that voice, and what does not, is checked. */
export function resolveVoice(statement: StatementEntry, entry: Entry, { problems }: Context): Voice {
  const { speaker, voice, source, cue, channel } = statement
  if ((speaker === undefined) === (voice === undefined)) {
    problems.add(entry.key, 'a statement has either a speaker or a voice')
  }
  if (speaker !== undefined) {
    checkEvidence(statement, entry, 'a speaker', problems)
    return 'AGENT'
  }
  switch (voice) {
    case 'DOCUMENT': {
      const message = "the document's own voice needs no attribution: leave it out, or name whose voice it is"
      for (const [field, value] of Object.entries({ source, cue })) {
        if (value !== undefined) problems.add(entry.at(field), message, { words: field })
      }
      if (statement.in !== undefined) {
        problems.add(entry.at('in'), "the document's own voice is not reported inside of a statement")
      }
      break
    }
    case 'CHANNEL':
      if (channel === undefined) problems.add(entry.at('voice'), 'the voice of a channel needs the field “channel”')
      checkEvidence(statement, entry, 'the voice of a channel', problems)
      break
    case 'UNIDENTIFIED':
      checkEvidence(statement, entry, 'an unidentified voice', problems)
      break
  }
  return voice ?? 'DOCUMENT'
}

function checkEvidence(
  { source, cue, inferred }: StatementEntry,
  entry: Entry,
  voice: string,
  problems: Context['problems'],
): void {
  if (source !== undefined || cue !== undefined || inferred !== undefined) return
  problems.add(entry.key, `${voice} needs a source or a cue, or as inferred the reason why it is attributed so`)
}
