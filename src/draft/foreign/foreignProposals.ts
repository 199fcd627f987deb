/** What is proposed for an article in a language besides English: statements, and the people whom their sources name. */

import type { Article } from '../../ingest/article.ts'
import { headingOf } from '../../ingest/derived.ts'
import { quoteFor } from '../../ingest/quoteFor.ts'
import { type Span, spansMeet } from '../../model/span.ts'
import { wordSpans } from '../../model/wordRuns.ts'
import { baseLanguage, classifyQuotation } from '../../reading/index.ts'
import { candidatesFor, knownAgentProposals } from '../agents.ts'
import { leastQuoted } from '../conventions.ts'
import type { ProposalOf } from '../draftFile.ts'
import type { KnownAgents } from '../knownAgents.ts'
import { sentencesIn } from './clauseTokens.ts'
import { type ForeignAttribution, foreignAttributions } from './foreignAttributions.ts'
import { type FullName, fullNames } from './fullNames.ts'
import { type ReportingWords, reportingWordsOf } from './reportingWords.ts'

/** Nothing of it is measured, so none of it is more than LOW. */
export function foreignProposals(
  article: Article,
  known: KnownAgents,
): (ProposalOf<'statement'> | ProposalOf<'agent'> | ProposalOf<'membership'>)[] {
  const words = reportingWordsOf[baseLanguage(article.language)]
  if (words === undefined) return [...quotationProposals(article, [], false), ...knownAgentProposals(article, known)]
  // What the headline says, the text says again.
  const headline = headingOf(article.text)?.length ?? 0
  const paragraphs = sentencesIn(article, words).filter(([sentence]) => (sentence?.[0]?.start ?? 0) >= headline)
  const names = fullNames(words, paragraphs.flat(), article.numbers)
  const found = foreignAttributions(article, words, paragraphs)
  const said = found.flatMap(({ content }) => content)
  return [
    ...found.map(each => statementProposal(article, each, { known, words, names })),
    ...quotationProposals(article, said, true),
    ...agentProposals(article, names, known),
  ]
}

interface Read {
  readonly known: KnownAgents
  readonly words: ReportingWords
  readonly names: readonly FullName[]
}

function statementProposal(
  article: Article,
  { source, cue, content, why }: ForeignAttribution,
  { known, words, names }: Read,
): ProposalOf<'statement'> {
  const isPronoun = source !== null && words.pronouns.has(article.slice(source).toLowerCase())
  const speaker = source === null || isPronoun ? null : speakerOf(article, source, known, names)
  const candidates = source !== null && isPronoun ? candidatesFor(article, source, known) : []
  const [first = '', ...others] = content.map(span => quoteFor(article, span))
  return {
    key: '',
    kind: 'statement',
    start: content[0]?.start ?? 0,
    end: content.at(-1)?.end ?? 0,
    confidence: 'LOW',
    why,
    content: others.length === 0 ? first : [first, ...others],
    ...(source && { source: quoteFor(article, source) }),
    cue: quoteFor(article, cue),
    quotation: classifyQuotation(article.text, content, article.quoted),
    ...(speaker && { speaker }),
    ...(candidates.length > 0 && { candidates }),
  }
}

/** The agent that a source names: as a whole, by the full name that ends it, or by a surname. */
function speakerOf(article: Article, source: Span, known: KnownAgents, names: readonly FullName[]): string | null {
  const words = article.slice(source)
  const name = names.find(({ start, end }) => start >= source.start && end === source.end)
  return known.ofSource(words) ?? (name && known.named(article.slice(name))) ?? known.ofSurname(words)
}

/** What stands in the marks of the article's language and no cue leads to; nobody is proposed who says it. */
function quotationProposals(article: Article, said: readonly Span[], isRead: boolean): ProposalOf<'statement'>[] {
  return article.quoted.flatMap(marked => {
    const words = article.slice(marked)
    if (wordSpans(words, article.language).length < leastQuoted) return []
    // French puts spaces inside of its marks.
    const start = marked.start + words.length - words.trimStart().length
    const span = { start, end: start + words.trim().length }
    if (said.some(other => spansMeet(span, other))) return []
    return [
      {
        key: '',
        kind: 'statement',
        ...span,
        confidence: 'LOW',
        why: isRead
          ? 'a quotation that no cue leads to: who says it stands elsewhere'
          : 'a quotation: who says it is not read in this language',
        content: quoteFor(article, span),
        quotation: classifyQuotation(article.text, [span], article.quoted),
      },
    ]
  })
}

/** Agents that are known, and the full names of others, at the first of them, with the role before the name. */
function agentProposals(
  article: Article,
  names: readonly FullName[],
  known: KnownAgents,
): (ProposalOf<'agent'> | ProposalOf<'membership'>)[] {
  const firsts = new Map(names.toReversed().map(each => [article.slice(each), each]))
  const named = [...firsts].flatMap(
    ([name, { start, end, role }]): (ProposalOf<'agent'> | ProposalOf<'membership'>)[] => {
      if (known.named(name) !== null) return []
      const common = { key: '', start, end, confidence: 'LOW' } as const
      const words = quoteFor(article, { start, end })
      const agent = { ...common, kind: 'agent', why: 'a name by its spelling', words, name } as const
      if (role === null) return [agent]
      const evidence = quoteFor(article, { start: role.start, end })
      const why = 'what stands right before a full name'
      const held = { member: name, role: article.slice(role), evidence }
      return [agent, { ...common, kind: 'membership', start: role.start, why, ...held }]
    },
  )
  return [...knownAgentProposals(article, known), ...named]
}
