import type { SQL } from 'drizzle-orm'
import { plainManners } from '../../model/vocabulary.ts'
import { sql } from '../engine/drizzle.ts'

/**
 * Whether a stance of that manner is held as plainly as to count. What is conceded, implied, reported, asked or only supposed is no
 * assertion; what nobody has coded otherwise is one.
 */
export function isPlainlyHeld(manner: SQL): SQL {
  const plain = sql.join(
    plainManners.map(each => sql`${each}`),
    sql`, `,
  )
  return sql`coalesce(${manner}, 'ASSERTED') in (${plain})`
}
