import type { Dossier } from '../dossier.ts'
import { innermostAround } from '../resolve/accounts.ts'
import { groundToSay, type LeavingDocument, type WholeEntry } from './document.ts'
import { spansOfRecord } from './quotes.ts'

type TimeEntry = NonNullable<Dossier['times']>[string]
type ChannelEntry = NonNullable<Dossier['channels']>[string]

export function timeEntries(leaving: LeavingDocument): Record<string, WholeEntry<TimeEntry>> {
  const { keys, records } = leaving
  return Object.fromEntries(
    records.time.map(record => {
      const { slug, edtf, reason, rule, basis } = record
      const dated = rule !== undefined ? 'AUTOMATIC' : reason === undefined ? 'STATED' : 'INFERRED'
      const follows = edtf === undefined ? 'UNRESOLVED' : dated
      const isSilent = edtf === undefined && reason === undefined && rule === undefined
      const entry: WholeEntry<TimeEntry> = {
        words: leaving.words(record.span),
        edtf: isSilent ? null : edtf,
        basis: basis === undefined || basis === follows ? undefined : basis,
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
  const { keys, records, article } = leaving
  const placed = records.statement.map(record => ({ content: leaving.contentOf(record.slug), record }))
  return Object.fromEntries(
    records.channel.map(record => {
      const { slug, kind, label, author, addressee, span, statement } = record
      const account = innermostAround(spansOfRecord(span, article), placed)
      const entry: WholeEntry<ChannelEntry> = {
        ...{ kind, label, author, addressee },
        time: keys.times.ofOptional(record.time),
        words: leaving.words(span),
        statement: statement === account ? undefined : (keys.statements.ofOptional(statement) ?? null),
        ...groundToSay(record, null),
        slug: keys.channels.slugToSay(slug),
        note: leaving.noteAbout('channel', slug),
      }
      return [keys.channels.of(slug), entry]
    }),
  )
}
