import type { DocumentRecords } from '../documentRecords.ts'
import { accountOf } from './accounts.ts'
import { basisOf, type DossierContext, slugOf, slugOrNull } from './context.ts'

import type { ResolvedStatement } from './statements.ts'

/** The texts and occasions through which statements reached the article. */
export function resolveChannels(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): DocumentRecords['channels'] {
  const { dossier, root, keys, anchor, passages, notes } = context
  return Object.entries(dossier.channels ?? {}).flatMap(([key, channel]) => {
    const entry = root.in('channels', key)
    const author = keys.agents.check(channel.author, entry.at('author'))
    const addressee = keys.agents.check(channel.addressee, entry.at('addressee'))
    const time = keys.times.check(channel.time, entry.at('time'))
    const span = anchor.anywhere(channel.words, entry.in('words'))
    if (!span) return []
    const slug = slugOf(context, key)
    notes.add('channels', slug, channel.note)
    return {
      slug,
      documentId: context.document,
      kind: channel.kind,
      label: channel.label,
      authorId: author,
      addresseeId: addressee,
      timeId: slugOrNull(context, time),
      passageId: passages.of(span).slug,
      ...basisOf(channel.reason),
      statementId: accountOf(span, statements.values()),
    }
  })
}
