import type { Span } from '../../model/span.ts'
import { liesWithin } from '../../model/span.ts'
import type { SearchScope } from '../anchor.ts'
import { hullOf } from '../article.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { Quote, StatementEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { YamlEntry } from '../yaml.ts'
import { checkReasons, groundsOf, resolveVoice } from './attribution.ts'
import { resolveContent } from './content.ts'
import { type DossierContext, slugOf, slugOrNull } from './context.ts'
import { outermostFirst } from './nesting.ts'
import { type OuterStatement, readQuotation } from './quotationMarks.ts'
import type { ResolvedTime } from './times.ts'

/** A statement whose words have been found. */
export interface ResolvedStatement {
  readonly key: string
  readonly entry: YamlEntry
  readonly content: readonly Span[]
  readonly record: DocumentRecords['statements'][number]
}

/** The statements whose words have been found, by key, in the order of the dossier. */
export function resolveStatements(context: DossierContext): Map<string, ResolvedStatement> {
  const arounds = new Map<string, OuterStatement>()
  const resolved = new Map<string, ResolvedStatement>()
  for (const { key, statement, parent } of outermostFirst(context)) {
    const entry = context.root.in('statements', key)
    const around = parent === null ? null : (arounds.get(parent) ?? null)
    const references = resolveReferences(statement, entry, context)
    checkReasons(statement, entry, context)
    const voice = resolveVoice(statement, entry, context)
    const content = resolveContent(statement, around?.content ?? null, entry, context)
    if (!content) continue

    const quoted = readQuotation(context.article, content, around)
    arounds.set(key, { ...quoted, content })
    if (statement.quotation !== undefined && quoted.quotation !== statement.quotation) {
      const message = `by its quotation marks this content is ${quoted.quotation}${around ? ' (only those inside the statement around it count)' : ''}`
      context.problems.add(entry.at('quotation'), message, { words: statement.quotation, suggestion: quoted.quotation })
    }

    const nearby = [{ name: 'the paragraph of its statement', spans: [context.article.paragraphsOf(hullOf(content))] }]
    const passage = context.passages.of(...content)
    const record = {
      slug: slugOf(context, key),
      documentId: context.document,
      start: passage.start,
      text: passage.exact,
      voice,
      ...references,
      reportedInId: slugOrNull(context, parent),
      quotation: quoted.quotation,
      speechAct: statement.speechAct,
      sourceId: resolveNearby(statement.source, nearby, entry.in('source'), context),
      cueId: resolveNearby(statement.cue, nearby, entry.in('cue'), context),
      contentId: passage.slug,
      ...groundsOf(statement),
      attribution: statement.attribution ?? null,
      certainty: statement.certainty ?? null,
      polarity: statement.polarity ?? null,
      origin: statement.madeBy === undefined ? ('PERSON' as const) : ('MACHINE' as const),
      madeBy: statement.madeBy ?? null,
      reviewedBy: statement.reviewedBy ?? null,
    }
    context.notes.add('statements', record.slug, statement.note)
    resolved.set(key, { key, entry, content, record })
  }
  const inOrder = Object.keys(context.dossier.statements ?? {}).flatMap(key => resolved.get(key) ?? [])
  checkTwins(inOrder, context)
  return new Map(inOrder.map(statement => [statement.key, statement]))
}

function resolveReferences(
  { speaker, addressee, channel, time, onBehalfOf }: StatementEntry,
  entry: YamlEntry,
  context: DossierContext,
) {
  const { keys } = context
  return {
    speakerId: keys.agents.check(speakersOf({ speaker })[0], entry.at('speaker', 0)),
    addresseeId: keys.agents.check(addressee, entry.at('addressee')),
    onBehalfOfId: keys.agents.check(onBehalfOf, entry.at('onBehalfOf')),
    channelId: slugOrNull(context, keys.channels.check(channel, entry.at('channel'))),
    timeId: slugOrNull(context, keys.times.check(time, entry.at('time'))),
  }
}

/** The passage of a source or a cue: in the paragraphs of the content, or else anywhere. */
function resolveNearby(
  quote: Quote | undefined,
  nearby: SearchScope[],
  entry: YamlEntry,
  context: DossierContext,
): string | null {
  if (quote === undefined) return null
  const span = context.anchor.anywhere(quote, entry, nearby)
  return span && context.passages.of(span).slug
}

/** The same words by the same voice are one statement. */
function checkTwins(statements: readonly ResolvedStatement[], { problems }: DossierContext): void {
  const seen = new Map<string, string>()
  for (const { key, entry, record } of statements) {
    const identity = `${record.voice} ${record.speakerId} ${record.contentId}`
    const twin = seen.get(identity)
    if (twin === undefined) seen.set(identity, key)
    else
      problems.add(entry.key, `the statement ${twin} has the same content and the same voice`, { words: record.text })
  }
}

/** Which time expressions stand in which statement's words. */
export function resolveStatementTimes(
  statements: Iterable<ResolvedStatement>,
  times: readonly ResolvedTime[],
): DocumentRecords['statementTimes'] {
  return [...statements].flatMap(({ content, record }) =>
    times
      .filter(({ span }) => liesWithin(span, content))
      .map(time => ({ statementId: record.slug, timeId: time.record.slug })),
  )
}

/** Everybody who is named as speaker, in their order. */
export function speakersOf({ speaker }: Pick<StatementEntry, 'speaker'>): readonly string[] {
  return speaker === undefined ? [] : [speaker].flat()
}

/** The speakers of joint statements. */
export function resolveJointSpeakers(
  statements: Iterable<ResolvedStatement>,
  { dossier, keys, problems }: DossierContext,
): DocumentRecords['statementSpeakers'] {
  return [...statements].flatMap(({ key, entry, record }) => {
    const speakers = speakersOf(ownProperty(dossier.statements, key) ?? {})
    if (speakers.length < 2) return []
    return speakers.flatMap((speaker, index) => {
      const place = entry.at('speaker', index)
      if (speakers.indexOf(speaker) < index) problems.add(place, 'this speaker is named twice', { words: speaker })
      const agentId = keys.agents.check(speaker, place)
      return agentId === null ? [] : { statementId: record.slug, position: index + 1, agentId }
    })
  })
}
