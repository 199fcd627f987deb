import type { Span } from '../../model/span.ts'
import { liesWithin } from '../../model/span.ts'
import type { SearchScope } from '../anchor.ts'
import { hullOf } from '../article.ts'
import type { StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'

/**
 * The fragments of the text that a statement consists of; null, with the problem noted, if they cannot be found. Those of a
 * nested statement are sought in the statement around it first.
 */
export function resolveContent(
  { content }: StatementEntry,
  parent: readonly Span[] | null,
  entry: YamlEntry,
  context: DossierContext,
): Span[] | null {
  const { anchor, article, problems } = context
  const scopes: SearchScope[] = parent ? [{ name: 'the statement around it', spans: parent }] : []
  const parts = Array.isArray(content)
    ? content.map((quote, index) => ({ quote, entry: entry.in('content', index) }))
    : [{ quote: content, entry: entry.in('content') }]

  const found = parts.map(part => anchor.anywhere(part.quote, part.entry, scopes))
  const spans = found.filter(span => span !== null)
  if (spans.length < found.length) return null
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1]
    if (before && span.start < before.end) {
      const message = 'the fragments of a content stand in text order and do not overlap'
      problems.add(entry.at('content', index, 'exact'), message, { words: article.slice(span) })
      return null
    }
  }
  if (parent && !liesWithin(hullOf(spans), [hullOf(parent)])) {
    const message = 'this is not inside the content of the statement that it is reported in'
    problems.add(entry.at('content', 'exact'), message, { words: article.slice(hullOf(spans)) })
  }
  return spans
}
