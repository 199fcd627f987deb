import type { Voice } from '../../model/vocabulary.ts'
import type { StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { basisOf, type DossierContext } from './context.ts'

/** Whose voice a statement is in; what goes with that voice, and what does not, is checked. */
export function resolveVoice(statement: StatementEntry, entry: YamlEntry, { problems }: DossierContext): Voice {
  const { speaker, voice, source, cue, channel } = statement
  const isOpen = speaker === undefined && voice === undefined
  if (isOpen ? !entry.has('speaker', 'voice') : speaker !== undefined && voice !== undefined) {
    problems.add(entry.key, 'a statement has either a speaker or a voice', { isOpen })
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
      if (statement.reportedIn !== undefined) {
        problems.add(entry.at('reportedIn'), "the document's own voice is not reported inside of a statement")
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
  { source, cue, ...statement }: StatementEntry,
  entry: YamlEntry,
  voice: string,
  problems: DossierContext['problems'],
): void {
  if (source !== undefined || cue !== undefined || reasonsOf(statement).speaker !== undefined) return
  problems.add(entry.key, `${voice} needs a source or a cue, or the reason why it is attributed so`, { isOpen: true })
}

/** The reasons for what of an attribution the article does not say; one that stands alone is about the speaker. */
export function reasonsOf({ reason = {} }: Pick<StatementEntry, 'reason'>) {
  return typeof reason === 'string' ? { speaker: reason } : reason
}

/**
 * On what ground it is known whose voice a statement is, to whom it was said and through which channel; and of the whole, which
 * is stated if all of that is.
 */
export function groundsOf(statement: StatementEntry) {
  const { speaker, addressee, channel }: Partial<Record<'speaker' | 'addressee' | 'channel', string | undefined>> =
    reasonsOf(statement)
  const reasons = [speaker, addressee, channel].filter(reason => reason !== undefined)
  return {
    ...basisOf(reasons.length === 0 ? undefined : [...new Set(reasons)].join(' ')),
    speakerBasis: basisOf(speaker).basis,
    speakerReason: speaker ?? null,
    addresseeBasis: statement.addressee === undefined ? null : basisOf(addressee).basis,
    addresseeReason: addressee ?? null,
    channelBasis: statement.channel === undefined ? null : basisOf(channel).basis,
    channelReason: channel ?? null,
  }
}

/** A reason for what is not there is a slip. */
export function checkReasons(statement: StatementEntry, entry: YamlEntry, { problems }: DossierContext): void {
  const { reason } = statement
  if (typeof reason === 'string' || reason === undefined) return
  for (const part of ['addressee', 'channel'] as const) {
    if (reason[part] !== undefined && statement[part] === undefined) {
      problems.add(entry.at('reason', part), `the statement has no ${part} that could be concluded`)
    }
  }
}
