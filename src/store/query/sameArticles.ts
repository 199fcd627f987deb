import type { Database } from '../engine/database.ts'

/** Another document that may be the same article. */
export interface SameArticle {
  readonly slug: string
  readonly hasSameText: boolean
}

/** Other documents of dossiers with the text of a document, or with its address. */
export function sameArticles(database: Database, slug: string): SameArticle[] {
  return database
    .prepare<[string], { slug: string; hasSameText: 0 | 1 }>(
      `select o.slug, o.sha256 = d.sha256 as hasSameText from documents d join documents o on o.id <> d.id
       where d.slug = ? and d.datasetId is null and o.datasetId is null and (o.sha256 = d.sha256 or o.url = d.url)
       order by o.slug`,
    )
    .all(slug)
    .map(row => ({ ...row, hasSameText: row.hasSameText === 1 }))
}
