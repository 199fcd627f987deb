/** What of an English cue may be right, and is to be looked at. */

import { isDenying } from '../../model/denyingCue.ts'
import type { StatementRecord } from '../../model/records/statement.ts'
import { liesWithin, type Span } from '../../model/span.ts'
import { isEnglish } from '../../reading/index.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'

/** Remarks on the cue of a statement; its content, and the paragraphs of that, in UTF-16 units. */
export function remarkOnCue(
  record: Pick<StatementRecord, 'cue' | 'source' | 'polarity' | 'quotation'>,
  { content, paragraph }: { readonly content: readonly Span[]; readonly paragraph: Span },
  entry: YamlEntry,
  context: DossierContext,
): void {
  const { article, isCurated, problems } = context
  const [cue] = spansOf(record.cue, context)
  if (cue === undefined || !isCurated || !isEnglish(article.language)) return
  const words = record.cue?.exact ?? ''
  const beside = isFar(record, cue, paragraph, context) ? reportingWordIn(paragraph, content, context) : null
  if (beside !== null) {
    const message = `the cue stands in another paragraph than content and source, and “${beside}” beside the content: see which is meant`
    problems.warn(entry.at('cue'), message, words)
  }
  if (record.polarity === 'POSITIVE' && record.quotation !== 'DIRECT' && denies(cue, content, context)) {
    problems.warn(entry.at('polarity'), `“${words}” may deny the content, which is coded as affirmed`, 'POSITIVE')
  }
}

/** Whether a cue stands neither where the content does nor where the source does. */
function isFar(
  { source }: Pick<StatementRecord, 'source'>,
  cue: Span,
  paragraph: Span,
  context: DossierContext,
): boolean {
  const around = context.article.paragraphsOf(cue)
  return !liesWithin(cue, [paragraph]) && !spansOf(source, context).some(span => liesWithin(span, [around]))
}

/** Forms that are nearly always a verb by which somebody says something: “claims” and “reports” may be nouns. */
const reporting =
  /(?<!\p{L})(?:sa(?:id|ys)|told|wrote|added|argued|claimed|insisted|warned|announced|declared|explained|replied|stressed|conceded|admitted|acknowledged|testified|asserted|contended|alleged|denied|vowed|pledged|promised|predicted|complained|concluded|according to)(?!\p{L})/giu

/** Such a word in a paragraph that is neither quoted nor said; null for none. */
function reportingWordIn(paragraph: Span, content: readonly Span[], { article }: DossierContext): string | null {
  for (const { 0: word, index } of article.slice(paragraph).matchAll(reporting)) {
    const start = paragraph.start + index
    if (!liesWithin({ start, end: start + word.length }, [...content, ...article.quoted])) return word
  }
  return null
}

/** What may turn a denial round, or make its content one by itself. */
const negation =
  /(?<!\p{L})(?:not|never|no|none|nothing|nobody|neither|nor|or|without|cannot|hardly|stopped|refus\p{L}+|declin\p{L}+|fail\p{L}*|false|untrue|lies?)(?!\p{L})|n['’]t(?!\p{L})/iu

/** So far before a cue its own negation begins: “did not deny”. */
const farNegation = 20

function denies(cue: Span, content: readonly Span[], { article }: DossierContext): boolean {
  const before = article.text.slice(Math.max(0, cue.start - farNegation), cue.start)
  const words = article.slice(cue)
  return (
    isDenying(words) && ![before, words, ...content.map(span => article.slice(span))].some(each => negation.test(each))
  )
}

function spansOf(words: StatementRecord['source'], { article }: DossierContext): Span[] {
  return (words?.at ?? []).map(([start, end]) => ({
    start: article.codePoints.toUtf16(start),
    end: article.codePoints.toUtf16(end),
  }))
}
