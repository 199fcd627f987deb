import type { StatementRecord } from '../../model/records/statement.ts'
import type { Basis } from '../../model/vocabulary.ts'
import type { StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'
import { partGround } from './grounds.ts'

type Voice = NonNullable<StatementRecord['voice']>

/** Whose voice a statement is in, where no speaker is named; what goes with that voice, and what does not, is checked. */
export function resolveVoice(statement: StatementEntry, entry: YamlEntry, context: DossierContext): Voice | undefined {
  const { problems } = context
  const { speaker, voice, source, cue, channel, mentions } = statement
  const isOpen = speaker === undefined && voice === undefined
  if (
    isOpen ? mentions === undefined && !entry.has('speaker', 'voice') : speaker !== undefined && voice !== undefined
  ) {
    problems.add(entry.key, 'a statement has either a speaker or a voice', { isOpen })
  }
  if (speaker !== undefined) checkEvidence(statement, entry, 'a speaker', context)
  if (speaker !== undefined || voice === undefined) return undefined
  switch (voice) {
    case 'DOCUMENT': {
      const message = "the document's own voice needs no attribution: leave it out, or say whose voice it is"
      for (const [field, value] of Object.entries({ source, cue })) {
        if (value !== undefined) problems.add(entry.at(field), message, { words: field })
      }
      if (statement.reportedIn !== undefined) {
        problems.add(entry.at('reportedIn'), "the document's own voice cannot be reported inside a statement")
      }
      break
    }
    case 'CHANNEL':
      if (channel === undefined) problems.add(entry.at('voice'), 'the voice of a channel needs the field “channel”')
      checkEvidence(statement, entry, 'the voice of a channel', context)
      break
    case 'UNIDENTIFIED':
      checkEvidence(statement, entry, 'an unidentified voice', context)
      break
  }
  return voice
}

function checkEvidence(
  { source, cue, mentions, rule, ...statement }: StatementEntry,
  entry: YamlEntry,
  voice: string,
  { slips }: DossierContext,
): void {
  const reason = reasonsOf(statement).speaker
  if ([source, cue, mentions, rule, reason].some(given => given !== undefined)) return
  if (entry.has('source', 'cue')) return
  slips.add(entry.key, `${voice} needs a source, a cue or a reason for the attribution`, { isOpen: true })
}

/** The reasons for what of an attribution the article does not say; one that stands alone is about the speaker. */
export function reasonsOf({ reason = {} }: Pick<StatementEntry, 'reason'>): Parts<string> {
  return typeof reason === 'string' ? { speaker: reason } : reason
}

type Parts<T> = Partial<Record<'speaker' | 'addressee' | 'channel', T | undefined>>

/** On what ground it is known whose voice a statement is, to whom it was said and through which channel. */
export function groundsOf(statement: StatementEntry, entry: YamlEntry, context: DossierContext) {
  const { basis, rule, addressee, channel } = statement
  const reasons = reasonsOf(statement)
  const bases: Parts<Basis | null> =
    basis === undefined && rule !== undefined && reasons.speaker === undefined
      ? { speaker: 'AUTOMATIC' }
      : typeof basis === 'string'
        ? { speaker: basis }
        : (basis ?? {})
  const of = (part: keyof Parts<string>) =>
    partGround(
      { basis: bases[part], reason: reasons[part] },
      rule,
      typeof basis === 'object' ? entry.in('basis', part) : entry,
      context,
    )
  const speaker = of('speaker')
  const ofAddressee = addressee === undefined ? undefined : of('addressee')
  const ofChannel = channel === undefined ? undefined : of('channel')
  return {
    speakerBasis: speaker.basis,
    speakerReason: speaker.reason,
    addresseeBasis: ofAddressee?.basis,
    addresseeReason: ofAddressee?.reason,
    channelBasis: ofChannel?.basis,
    channelReason: ofChannel?.reason,
    rule: context.keys.rules.check(rule, entry.at('rule')) ?? undefined,
  }
}

/** A reason for what is not there is a slip. */
export function checkReasons(statement: StatementEntry, entry: YamlEntry, { problems }: DossierContext): void {
  const { reason } = statement
  if (typeof reason === 'string' || reason === undefined) return
  for (const part of ['addressee', 'channel'] as const) {
    if (reason[part] !== undefined && statement[part] === undefined) {
      problems.add(entry.at('reason', part), `the statement has no ${part} to give a basis for`)
    }
  }
}
