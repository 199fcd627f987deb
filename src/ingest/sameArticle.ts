import type { InterchangeRecord } from '../model/interchange.ts'
import type { SameArticle } from '../store/query/sameArticles.ts'

/** One article under two names is counted twice, which is most likely not meant. */
export function sameArticleNote(slug: string, { slug: other, hasSameText }: SameArticle): string {
  return `warning: ${slug} and ${other} have the same ${hasSameText ? 'text' : 'address'}: their statements count twice`
}

/** The warnings about dossiers that are checked together. */
export function sameArticleNotes(checked: readonly (readonly InterchangeRecord[])[]): string[] {
  const documents = checked
    .flat()
    .flatMap(record => (record.type === 'document' && record.dataset === null ? [record] : []))
  return documents.flatMap(({ slug, text, url }, index) =>
    documents.slice(0, index).flatMap(other => {
      const hasSameText = other.text === text
      const isSame = hasSameText || (url !== undefined && other.url === url)
      return isSame ? [sameArticleNote(slug, { slug: other.slug, hasSameText })] : []
    }),
  )
}
