import { readEdtf } from '../../model/edtf.ts'
import type { Span } from '../../model/span.ts'
import { sha256 } from '../../model/text.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { DossierContext } from './context.ts'

export interface ResolvedDocument {
  readonly record: DocumentRecords['documents'][number]
  /** Where the text gives the document's own url. */
  readonly urlSpan: Span | null
}

/** The document itself; `digest` stands for everything that was read. */
export function resolveDocument(context: DossierContext, digest: string): ResolvedDocument {
  const { dossier, root, keys, article, problems } = context
  const { title, publisher, url, language, published } = dossier.document
  const entry = root.in('document')
  const publisherId = keys.agents.check(publisher, entry.at('publisher'))
  const date = published === undefined ? null : readEdtf(published)
  if (published !== undefined && date === null) {
    const message = 'this is no EDTF date of level 0 or 1, or there is no such day'
    problems.add(entry.at('published'), message, { words: published })
  }
  return {
    record: {
      slug: context.document,
      title: title ?? null,
      publisherId,
      url: url ?? null,
      language,
      published: published ?? null,
      publishedEarliest: date?.earliest ?? null,
      publishedLatest: date?.latest ?? null,
      sha256: sha256(article.text),
      length: article.codePoints.length,
      digest,
    },
    urlSpan: resolveUrlWords(context),
  }
}

function resolveUrlWords({ dossier, root, anchor, article, problems }: DossierContext): Span | null {
  const { url, urlWords } = dossier.document
  if (urlWords === undefined) return null
  const entry = root.in('document', 'urlWords')
  const span = anchor.anywhere(urlWords, entry)
  if (span && (url === undefined || !article.slice(span).includes(url))) {
    problems.add(entry.at('exact'), 'these words do not hold the url of the document', {
      words: article.slice(span),
      suggestion: url,
    })
  }
  return span
}
