import type { ChannelRecord } from '../../model/records/document.ts'
import { accountOf } from './accounts.ts'
import { type DossierContext, slugOf, slugOrNone } from './context.ts'
import { provenanceIn } from './grounds.ts'
import type { ResolvedStatement } from './statements.ts'

/** The texts and occasions through which statements reached the article. */
export function resolveChannels(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): ChannelRecord[] {
  const { dossier, root, keys, anchor, article, notes } = context
  return Object.entries(dossier.channels ?? {}).flatMap(([key, channel]) => {
    const entry = root.in('channels', key)
    const author = keys.agents.check(channel.author, entry.at('author'))
    const addressee = keys.agents.check(channel.addressee, entry.at('addressee'))
    const time = keys.times.check(channel.time, entry.at('time'))
    const pieces = anchor.anywhere(channel.words, entry.in('words'))
    if (!pieces) return []
    const slug = slugOf(context, 'channels', key)
    notes.add('channel', slug, channel.note)
    return {
      type: 'channel',
      slug,
      document: context.document,
      kind: channel.kind,
      label: channel.label,
      author: author ?? undefined,
      addressee: addressee ?? undefined,
      time: slugOrNone(context, 'times', time),
      span: article.record(pieces),
      statement: accountOf(channel.statement, pieces, entry, statements, context),
      ...provenanceIn(channel, entry, context),
    }
  })
}
