import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { madeQuery } from '../engine/query.ts'
import { passages } from '../schema/passages.ts'
import { datasets } from '../tables/datasets.ts'
import { documents, documentTexts } from '../tables/documents.ts'
import { statements } from '../tables/statements.ts'

/** An attribution as it was coded: selectors of code points (`start-end,start-end`), null where there are no such words. */
export interface CodedAttribution {
  readonly source: string | null
  readonly cue: string | null
  readonly content: string
}

/** A text, and what each of its coders marked in it, by the coder's row id. */
export interface CodedText {
  readonly document: string
  readonly text: string
  readonly codings: readonly (readonly CodedAttribution[])[]
}

/** The texts of a dataset with the attributions that people marked in them, in the order of their slugs. */
export function codedTexts(database: Database, dataset: string): CodedText[] {
  const query = madeQuery(sql`
    select d.slug, t.text, s.coderId, so.selector, cu.selector, co.selector from ${documents} d
    join ${documentTexts} t on t.documentId = d.id
    join ${statements} s on s.documentId = d.id
    join ${passages} co on co.id = s.contentId
    left join ${passages} so on so.id = s.sourceId
    left join ${passages} cu on cu.id = s.cueId
    where d.datasetId = (select id from ${datasets} where slug = ${dataset}) order by d.slug, s.coderId, s.id`)
  const texts = new Map<string, { text: string; byCoder: Map<unknown, CodedAttribution[]> }>()
  for (const [slug, text, coder, source, cue, content] of database.cells(query, {})) {
    const found = texts.get(String(slug)) ?? { text: String(text), byCoder: new Map<unknown, CodedAttribution[]>() }
    texts.set(String(slug), found)
    const coding = found.byCoder.get(coder) ?? []
    found.byCoder.set(coder, coding)
    const selector = (cell: unknown) => (cell === null ? null : String(cell))
    coding.push({ source: selector(source), cue: selector(cue), content: String(content) })
  }
  return Array.from(texts, ([document, { text, byCoder }]) => ({ document, text, codings: [...byCoder.values()] }))
}
