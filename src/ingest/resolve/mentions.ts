import type { MentionRecord, ReviewRecord, StatementRecord } from '../../model/records/statement.ts'
import type { MentionEntry, StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { type DossierContext, spanOfWords } from './context.ts'
import { provenanceIn } from './grounds.ts'

/** The words by which the source is named, as a corpus has them. */
export function resolveMentions(
  { mentions }: StatementEntry,
  entry: YamlEntry,
  context: DossierContext,
): StatementRecord['mentions'] {
  return mentions?.flatMap((mention, index) => resolveMention(mention, entry.in('mentions', index), context) ?? [])
}

function resolveMention(mention: MentionEntry, entry: YamlEntry, context: DossierContext): MentionRecord | null {
  const span = (field: 'words' | 'antecedent' | 'evidence') => spanOfWords(mention[field], entry.in(field), context)
  const found = span('words')
  const words = mention.as ?? found?.exact
  if (words === undefined) {
    if (mention.words === undefined) {
      context.problems.add(entry.at(), 'a mention has either words of the article or, from a corpus, words of its own')
    }
    return null
  }
  return {
    role: mention.role ?? 'SOURCE',
    words,
    span: found,
    antecedent: span('antecedent'),
    agent: context.keys.agents.check(mention.agent, entry.at('agent')) ?? undefined,
    link: mention.link,
    roleWords: mention.roleWords,
    evidence: span('evidence'),
    ...provenanceIn(mention, entry, context),
  }
}

/** What others published about a statement. */
export function resolveReviews(
  { reviews }: StatementEntry,
  entry: YamlEntry,
  { keys }: DossierContext,
): ReviewRecord[] | undefined {
  return reviews?.flatMap((review, index) => {
    const author = keys.agents.check(review.author, entry.at('reviews', index, 'author'))
    return author === null ? [] : { ...review, author }
  })
}
