import { liesWithin, type Span } from '../../model/span.ts'
import { hullOf } from '../article.ts'
import type { StatementEntry } from '../dossier.ts'
import type { SearchScope } from '../placesOf.ts'
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
  const { anchor, article, slips } = context
  const scopes: SearchScope[] = parent ? [{ name: 'the statement around it', spans: parent }] : []
  const spans = anchor.anywhere(content, entry.in('content'), scopes)
  if (!spans) return null
  if (parent && !liesWithin(hullOf(spans), [hullOf(parent)])) {
    const message = 'this lies outside the content of the statement that reports it'
    slips.add(entry.at('content', 'exact'), message, { words: article.slice(hullOf(spans)) })
  }
  return spans
}
