import { reportedBy } from '../model/whoSaid.ts'
import type { Database } from '../store/engine/database.ts'
import { accountsOf, accountsWith } from '../store/query/accountsOf.ts'
import type { DocumentMark } from '../store/query/documentMarks.ts'

/**
 * By whose account each mark is so, the nearest first: whoever reports its statement; of a role and a channel, whoever gives it,
 * too. Nobody, where the document alone tells it.
 */
export function toldIn(database: Database, marks: readonly DocumentMark[]): (mark: DocumentMark) => readonly string[] {
  const slugs = (found: readonly DocumentMark[]) => [...new Set(found.flatMap(({ statement }) => statement ?? []))]
  const said = accountsOf(database, slugs(marks.filter(mark => !isGiven(mark))))
  const given = accountsWith(database, slugs(marks.filter(isGiven)))
  return mark => reportedBy((isGiven(mark) ? given : said).get(mark.statement ?? '') ?? [])
}

function isGiven({ kind }: DocumentMark): boolean {
  return kind === 'MEMBERSHIP' || kind === 'CHANNEL'
}
