import type { DocumentAuthor, DocumentRecord } from '../../model/records/document.ts'
import type { Span } from '../../model/span.ts'
import type { AuthorEntry } from '../dossier.ts'
import { checkDate, type DossierContext } from './context.ts'

export interface ResolvedDocument {
  readonly record: DocumentRecord
  /** Where the text gives the document's own url. */
  readonly urlSpan: Span | null
}

/** The document itself. */
export function resolveDocument(context: DossierContext): ResolvedDocument {
  const { dossier, root, keys, article, slips } = context
  const { title, authors, publisher, url, language, published, dataset, labels } = dossier.document
  const entry = root.in('document')
  const publisherKey = keys.agents.check(publisher, entry.at('publisher'))
  checkDate(published, entry.at('published'), context)
  if (url !== undefined && !(URL.canParse(url) && /^https?:\/\//.test(url))) {
    slips.add(entry.at('url'), 'url: expected a web address that begins with https:// or http://', { words: url })
  }
  return {
    record: {
      type: 'document',
      slug: context.document,
      text: article.text,
      language,
      title: title ?? undefined,
      authors: authors?.map(authorOf),
      publisher: publisherKey ?? undefined,
      url,
      published,
      dataset: dataset === undefined ? null : undefined,
      labels,
    },
    urlSpan: resolveUrlWords(context),
  }
}

export function authorOf(entry: AuthorEntry): DocumentAuthor {
  if (typeof entry === 'string') return { name: entry }
  return 'person' in entry ? { name: entry.person, kind: 'PERSON' } : { name: entry.organization, kind: 'ORGANIZATION' }
}

function resolveUrlWords({ dossier, root, anchor, article, problems }: DossierContext): Span | null {
  const { url, urlWords } = dossier.document
  if (urlWords === undefined) return null
  const entry = root.in('document', 'urlWords')
  const [span] = anchor.anywhere(urlWords, entry) ?? []
  if (span && (url === undefined || !article.slice(span).includes(url))) {
    problems.add(entry.at('exact'), 'these words do not contain the url of the document', {
      words: article.slice(span),
      suggestion: url,
    })
  }
  return span ?? null
}
