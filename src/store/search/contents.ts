import type { SQL } from 'drizzle-orm'
import { sql } from '../engine/drizzle.ts'
import { passagePlaces } from '../tables/passages.ts'
import { statements } from '../tables/statements.ts'

/**
 * Joins what leaves, of statements by their row id, the first of each content that has no words of its own: as the passage
 * that this content is, it is found once.
 */
export function firstOfContents(id: SQL): SQL {
  return sql` cross join ${statements} said on said.id = ${id}
    cross join ${passagePlaces} content on content.id = said.contentId and content.exact is null
      and not exists (select 1 from ${statements} before where before.contentId = said.contentId and before.id < said.id)`
}
