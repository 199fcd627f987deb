import type { StatementRecord } from '../../model/records/statement.ts'
import { SegmentedText } from '../../model/segment.ts'
import { liesWithin, type Span, spansMeet } from '../../model/span.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'
import type { AgentNames } from './namedSource.ts'

/** A statement as far as its speaker goes. Its spans are in code points, as in all of this file. */
interface Attributed {
  readonly entry: YamlEntry
  readonly record: Pick<StatementRecord, 'content' | 'mentions' | 'rule' | 'source' | 'speakerReason' | 'speakers'>
}

/** Where a text names an agent. */
interface Naming extends Span {
  readonly agent: string
}

/** The third person, as a source has it. Relative pronouns are left out: they follow what they stand for. */
const pronoun =
  /^(?:he|she|it|they|er|sie|es|il|elle|ils|elles|él|ella|ellos|ellas|lui|lei|egli|loro|essi|ele|ela|eles|elas|hij|zij|ze|het)$/iu

/**
 * Whom a pronoun stands for is a conclusion, which has its reason, where another agent of the speaker's kind is named last before
 * it. Whom the speaker's own words name, or the sentence of the source last named, is not taken up: “Moss said that Lind had
 * failed. She added …”.
 */
export function checkPronouns(
  statements: readonly Attributed[],
  agents: readonly AgentNames[],
  context: DossierContext,
): void {
  const unreasoned = statements.filter(
    ({ record: { source, speakerReason, rule, mentions } }) =>
      pronoun.test(source?.exact ?? '') && [speakerReason, rule, mentions].every(given => given === undefined),
  )
  if (unreasoned.length === 0) return
  const text = new SegmentedText(context.article.text, context.article.language)
  const sources = inOrder(sourcesOf(statements))
  const namings = inOrder([...namesIn(agents, context), ...sources])
  const kinds = new Map(agents.map(({ key, isPerson }) => [key, isPerson]))
  for (const { entry, record } of unreasoned) {
    const [speaker, ...others] = record.speakers ?? []
    const [at] = spansOf(record.source)
    if (speaker === undefined || others.length > 0 || at === undefined) continue
    const isBefore = ({ end }: Span) => end <= at.start
    const source = sources.findLast(isBefore)
    const passedOver = [
      ...statements
        .filter(each => each.record.speakers?.includes(speaker))
        .flatMap(each => spansOf(each.record.content)),
      ...(source?.agent === speaker ? [text.around(source, { before: 0, after: 0, unit: 'SENTENCE' })] : []),
    ]
    const nearest = namings.findLast(
      naming =>
        isBefore(naming) &&
        kinds.get(naming.agent) === kinds.get(speaker) &&
        (naming.agent === speaker || !passedOver.some(span => spansMeet(span, naming))),
    )
    if (nearest === undefined || nearest.agent === speaker) continue
    context.slips.add(
      entry.at('speaker'),
      `${nearest.agent} is named last before this pronoun: if it stands for ${speaker}, give the reason, which makes it INFERRED`,
      { words: record.source?.exact, suggestion: nearest.agent, isOpen: true },
    )
  }
}

/** The sources that are no pronouns, each as a naming of its one speaker. */
function sourcesOf(statements: readonly Attributed[]): Naming[] {
  return statements.flatMap(({ record: { source, speakers = [] } }) => {
    const [agent, ...others] = speakers
    if (agent === undefined || others.length > 0 || pronoun.test(source?.exact ?? '')) return []
    return spansOf(source).map(span => ({ ...span, agent }))
  })
}

/** Where the names of the agents stand, and the surnames that only one of them has; not within the longer name of another. */
function namesIn(agents: readonly AgentNames[], { article }: DossierContext): Naming[] {
  const bearers = Map.groupBy(agents, ({ surname }) => surname)
  const namings = agents.flatMap(({ key, names, surname }) =>
    [...names, ...(surname !== null && bearers.get(surname)?.length === 1 ? [surname] : [])].flatMap(name =>
      article
        .find(name, article.whole)
        .filter(span => !article.cutsWords(span))
        .map(({ start, end }) => ({
          start: article.codePoints.toCodePoint(start),
          end: article.codePoints.toCodePoint(end),
          agent: key,
        })),
    ),
  )
  let longest: Span = { start: 0, end: 0 }
  return namings
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(naming => {
      if (liesWithin(naming, [longest])) return naming.start === longest.start && naming.end === longest.end
      longest = naming
      return true
    })
}

function spansOf(words: StatementRecord['source']): Span[] {
  return (words?.at ?? []).map(([start, end]) => ({ start, end }))
}

function inOrder<T extends Span>(spans: readonly T[]): T[] {
  return spans.toSorted((a, b) => a.end - b.end)
}
