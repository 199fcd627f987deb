import type { Held } from '../../model/howHeld.ts'
import type { Attribution, Basis } from '../../model/vocabulary.ts'
import type { Database } from '../engine/database.ts'
import { channelBasisOf, heldOf } from './accountsOf.ts'

/** What a statement without a named speaker is attributed to, and the words for when it was said. */
export interface VoiceOf extends Held {
  readonly statement: string
  readonly channel: string | null
  readonly source: string | null
  readonly time: string | null
  readonly publisher: string | null
  readonly attribution: Attribution | null
  readonly speakerBasis: Basis
  readonly channelBasis: Basis | null
}

export function voicesOf(database: Database, statements: readonly string[]): VoiceOf[] {
  return database
    .prepare<[string], VoiceOf>(
      `select s.slug as statement, h.label as channel, o.exact as source, e.words as time, p.name as publisher,
         ${heldOf('s')}, s.speakerBasis, ${channelBasisOf('s')}
       from json_each(?) asked join statements s on s.slug = asked.value join documents d on d.id = s.documentId
       left join channels h on h.id = s.channelId left join passages o on o.id = s.sourceId
       left join timeExpressions e on e.id = s.timeId left join agents p on p.id = d.publisherId`,
    )
    .all(JSON.stringify(statements))
}
