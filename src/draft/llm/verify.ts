import type { Article } from '../../ingest/article.ts'
import { quoteFor } from '../../ingest/quoteFor.ts'
import type { Span } from '../../model/span.ts'
import { classifyQuotation } from '../../reading/index.ts'
import { candidatesFor, isPronoun } from '../agents.ts'
import type { ProposalOf } from '../draftFile.ts'
import type { KnownAgents } from '../knownAgents.ts'
import type { LlmStatement } from './askLlm.ts'

/** What a language model proposed that stands in the article word for word, and what had to be dropped. */
export interface Verified {
  readonly proposals: readonly ProposalOf<'statement'>[]
  /** Why each of the others was dropped. */
  readonly dropped: readonly string[]
}

/**
 * Keeps of a model's statements those of which every word is in the article: the content once, source and cue in its paragraph. That
 * the words are there does not make the attribution right: a person reads each.
 */
export function verify(article: Article, found: readonly LlmStatement[], model: string, known: KnownAgents): Verified {
  const proposals: ProposalOf<'statement'>[] = []
  const dropped: string[] = []
  const seen = new Set<number>()
  for (const { content, source, cue } of found) {
    const places = article.find(content, article.whole)
    const [place] = places
    const paragraph = place && article.paragraphsOf(place)
    if (place === undefined || paragraph === undefined) dropped.push('the content is not in the article')
    else if (places.length > 1) dropped.push('the content is in the article more than once')
    else if (seen.has(place.start)) dropped.push('the content was proposed before')
    else {
      const sourcePlace = nearest(article, source, paragraph, place)
      const cuePlace = nearest(article, cue, paragraph, place)
      if (source && sourcePlace === null) dropped.push('the source is not in the paragraph of the content')
      else if (cue && cuePlace === null) dropped.push('the cue is not in the paragraph of the content')
      else {
        seen.add(place.start)
        proposals.push(proposalOf(article, place, sourcePlace, cuePlace, model, known))
      }
    }
  }
  return { proposals, dropped }
}

function nearest(article: Article, words: string | null, within: Span, to: Span): Span | null {
  if (!words) return null
  const far = ({ start, end }: Span) => Math.max(start - to.end, to.start - end)
  return article.find(words, within).toSorted((a, b) => far(a) - far(b))[0] ?? null
}

function proposalOf(
  article: Article,
  place: Span,
  source: Span | null,
  cue: Span | null,
  model: string,
  known: KnownAgents,
): ProposalOf<'statement'> {
  const words = source === null ? null : article.slice(source)
  const isByPronoun = words !== null && isPronoun(words)
  const speaker = words === null || isByPronoun ? null : known.ofSource(words)
  const candidates = source !== null && isByPronoun ? candidatesFor(article, source, known) : []
  return {
    key: '',
    kind: 'statement',
    ...place,
    confidence: 'LOW',
    why: `the language model ${model}: its words are in the article, and nothing else about it is known`,
    content: quoteFor(article, place),
    ...(source && { source: quoteFor(article, source) }),
    ...(cue && { cue: quoteFor(article, cue) }),
    quotation: classifyQuotation(article.text, [place], article.quoted),
    ...(speaker && { speaker }),
    ...(candidates.length > 0 && { candidates }),
  }
}
