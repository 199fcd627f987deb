import type { StatementRecord } from '../../model/records/statement.ts'
import { SegmentedText } from '../../model/segment.ts'
import { firstEndingAfter, liesWithin, type Span, spansMeet } from '../../model/span.ts'
import { SpanIndex } from '../../model/spanIndex.ts'
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
  const kinds = new Map(agents.map(({ key, isPerson }) => [key, isPerson]))
  const namings = Map.groupBy(inOrder([...namesIn(agents, context), ...sources]), ({ agent }) => kinds.get(agent))
  const contents = contentsBySpeaker(statements)
  for (const { entry, record } of unreasoned) {
    const [speaker, ...others] = record.speakers ?? []
    const [at] = spansOf(record.source)
    if (speaker === undefined || others.length > 0 || at === undefined) continue
    const source = lastBefore(sources, at)
    const ofSource = source?.agent === speaker ? text.around(source, { before: 0, after: 0, unit: 'SENTENCE' }) : null
    const isPassedOver = (naming: Naming) =>
      naming.agent !== speaker &&
      (contents.get(speaker)?.touches(naming) === true || (ofSource !== null && spansMeet(ofSource, naming)))
    const nearest = lastBefore(namings.get(kinds.get(speaker)) ?? [], at, isPassedOver)
    if (nearest === undefined || nearest.agent === speaker) continue
    context.slips.add(
      entry.at('speaker'),
      `${nearest.agent} is named last before this pronoun: if it stands for ${speaker}, give the reason, which makes it INFERRED`,
      { words: record.source?.exact, suggestion: nearest.agent, isOpen: true },
    )
  }
}

/** What each agent says, alone or with others. */
function contentsBySpeaker(statements: readonly Attributed[]): ReadonlyMap<string, SpanIndex> {
  const said = statements.flatMap(({ record: { speakers = [], content } }) =>
    speakers.flatMap(speaker => spansOf(content).map(span => ({ speaker, span }))),
  )
  const own = Map.groupBy(said, ({ speaker }) => speaker)
  return new Map(Array.from(own, ([speaker, each]) => [speaker, new SpanIndex(each.map(({ span }) => span))]))
}

/** The last span that ends before another, of some in the order of their ends, if it is not passed over. */
function lastBefore<T extends Span>(
  spans: readonly T[],
  { start }: Span,
  isPassedOver = (_: T) => false,
): T | undefined {
  for (let at = firstEndingAfter(spans, start) - 1; at >= 0; at -= 1) {
    const span = spans[at]
    if (span !== undefined && !isPassedOver(span)) return span
  }
  return undefined
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
