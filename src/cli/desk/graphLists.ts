import { existsSync } from 'node:fs'
import { noGraph } from '../../draft/desk/catalogue.ts'
import { readSettings } from '../../settings/settings.ts'
import { openReader } from '../../store/engine/openDatabase.ts'
import { type CuratedLists, curatedLists } from '../../store/query/curatedLists.ts'

/** What the graph has of people, organizations, claims and referents; nothing where there is no graph yet. */
export function graphLists(): CuratedLists {
  const { DIXIT_DB } = readSettings(process.env)
  if (!existsSync(DIXIT_DB)) return noGraph
  const database = openReader(DIXIT_DB)
  try {
    return curatedLists(database)
  } finally {
    database.close()
  }
}
