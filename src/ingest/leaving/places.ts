import type { Dossier } from '../dossier.ts'
import { timeBasisOf } from '../resolve/grounds.ts'
import { groundToSay, type LeavingDocument, type WholeEntry } from './document.ts'

type TimeEntry = NonNullable<Dossier['times']>[string]
type ChannelEntry = NonNullable<Dossier['channels']>[string]

export function timeEntries(leaving: LeavingDocument): Record<string, WholeEntry<TimeEntry>> {
  const { keys, records } = leaving
  return Object.fromEntries(
    records.time.map(record => {
      const { slug, edtf, reason, rule, basis } = record
      const isSilent = edtf === undefined && reason === undefined && rule === undefined
      const entry: WholeEntry<TimeEntry> = {
        words: leaving.words(record.span),
        edtf: isSilent ? null : edtf,
        basis: basis === timeBasisOf(record) ? undefined : basis,
        reason,
        rule,
        slug: keys.times.slugToSay(slug),
        note: leaving.noteAbout('time', slug),
      }
      return [keys.times.of(slug), entry]
    }),
  )
}

export function channelEntries(leaving: LeavingDocument): Record<string, WholeEntry<ChannelEntry>> {
  const { keys, records } = leaving
  return Object.fromEntries(
    records.channel.map(record => {
      const { slug, kind, label, author, addressee, span, statement } = record
      const entry: WholeEntry<ChannelEntry> = {
        ...{ kind, label, author, addressee },
        time: keys.times.ofOptional(record.time),
        words: leaving.words(span),
        statement: leaving.accountToSay(statement, span),
        ...groundToSay(record, null),
        slug: keys.channels.slugToSay(slug),
        note: leaving.noteAbout('channel', slug),
      }
      return [keys.channels.of(slug), entry]
    }),
  )
}
