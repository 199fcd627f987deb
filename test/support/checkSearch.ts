import type { Database } from '../../src/store/engine/database.ts'
import { searchIndexes } from '../../src/store/search/searchIndexes.ts'
import { entering } from '../../src/store/write/searchIndex.ts'

/** Compares every search index with one that is made anew from what is stored: each word at each of its places. */
export function checkSearch({ client }: Database): void {
  for (const index of Object.values(searchIndexes)) {
    const { name } = index
    const made = client.prepare<[string], string>('select sql from sqlite_master where name = ?').pluck().get(name)
    client.exec(made?.replace(/^CREATE VIRTUAL TABLE `\w+`/, 'CREATE VIRTUAL TABLE temp.anew') ?? '')
    client.exec(entering(index, 'temp.anew'))
    client.exec(`create virtual table temp.kept using fts5vocab(main, ${name}, instance)`)
    client.exec('create virtual table temp.wanted using fts5vocab(temp, anew, instance)')
    const difference = (one: string, other: string) =>
      client.prepare(`select * from ${one} except select * from ${other} limit 3`).all()
    const differences = { [`only in ${name}`]: difference('kept', 'wanted'), missing: difference('wanted', 'kept') }
    for (const table of ['kept', 'wanted', 'anew']) client.exec(`drop table temp.${table}`)
    if (Object.values(differences).flat().length > 0) throw new Error(JSON.stringify(differences))
  }
}
