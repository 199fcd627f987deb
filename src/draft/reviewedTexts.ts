import { join } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Span } from '../model/span.ts'
import { DecisionLog, LOG_FILE } from './desk/decisionLog.ts'
import { openProposals } from './desk/queue.ts'
import { isStatement, readingOf, statementSpans } from './desk/readings.ts'
import { readDraft } from './draftFile.ts'
import { openDossier } from './draftFolder.ts'
import { type TaggedText, tagText } from './tokens.ts'
import type { TrainingText } from './train.ts'

/**
 * A reviewed article as the taggers see it: the attributions that a person accepted, changed or added. What they refused is none,
 * and what was wrong on purpose was never accepted.
 *
 * @throws Failure BAD_INPUT where proposals are left: what nobody has read yet would be learned as being none
 */
export function reviewedText(folder: string): TrainingText {
  const { article } = openDossier(folder)
  const held = new DecisionLog(join(folder, LOG_FILE)).standing
  const left = openProposals(readDraft(folder).proposals, held).length
  if (left > 0)
    throw new Failure(
      'BAD_INPUT',
      `${folder}: ${left} proposals are left. Finish it first: dixit review ${folder} --by NAME`,
    )
  const text = tagText(article.text)
  const attributions = readingOf(article, held)
    .entries.filter(isStatement)
    .flatMap(statement => {
      const { content, source, cue } = statementSpans(article, statement)
      if (cue.length === 0) return []
      return [
        { content: tokensIn(text, content), source: tokensIn(text, source), cue: tokensIn(text, cue), margin: null },
      ]
    })
  return { text, attributions }
}

function tokensIn({ tokens }: TaggedText, spans: readonly Span[]): number[] {
  return tokens.flatMap(({ index, start, end }) =>
    spans.some(span => start < span.end && end > span.start) ? [index] : [],
  )
}
