import type { Reported } from '../../model/ownWords.ts'
import type { StatementRecord } from '../../model/records/statement.ts'
import type { AllFields } from '../../model/records/whole.ts'
import { selectorOf } from '../../model/selector.ts'
import type { Span } from '../../model/span.ts'
import { hullOf } from '../article.ts'
import type { StatementEntry } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { checkReasons, groundsOf, resolveVoice } from './attribution.ts'
import { resolveContent } from './content.ts'
import { type DossierContext, slugOf, slugOrNone, spanOfWords } from './context.ts'
import { remarkOnCue } from './cueRemarks.ts'
import { resolveMentions, resolveReviews } from './mentions.ts'
import { checkFarSource, checkSource, namesOfAgents } from './namedSource.ts'
import { outermostFirst } from './nesting.ts'
import { checkPronouns } from './pronounSource.ts'
import { readQuotation } from './quotationMarks.ts'

/** A statement without what stands in its words. */
type Outline = Omit<StatementRecord, 'figures' | 'noQuantities' | 'terms' | 'frames' | 'stances'>

/** A statement whose words have been found. */
export interface ResolvedStatement {
  readonly key: string
  readonly entry: YamlEntry
  readonly content: readonly Span[]
  readonly record: Outline
}

/** The statements whose words have been found, by key, each after the one that it is reported inside of. */
export function resolveStatements(context: DossierContext): Map<string, ResolvedStatement> {
  const arounds = new Map<string, Reported>()
  const resolved = new Map<string, ResolvedStatement>()
  const people = namesOfAgents(context)
  for (const { key, statement, parent } of outermostFirst(context)) {
    const entry = context.root.in('statements', key)
    const around = parent === null ? null : (arounds.get(parent) ?? null)
    const references = resolveReferences(statement, entry, context)
    checkReasons(statement, entry, context)
    const voice = resolveVoice(statement, entry, context)
    checkSource(statement, entry, people, context)
    const content = resolveContent(statement, around?.content ?? null, entry, context)
    if (!content) continue

    const quotation = readQuotation(context.article, content, around)
    arounds.set(key, { quotation, content, around })
    if (statement.quotation != null && quotation !== statement.quotation) {
      const message = `by its quotation marks this content is ${quotation}${around ? ' (only marks inside the statement around it count)' : ''}`
      context.slips.add(entry.at('quotation'), message, { words: statement.quotation, suggestion: quotation })
    }

    const paragraph = context.article.paragraphsOf(hullOf(content))
    const nearby = [{ name: 'the paragraph of its statement', spans: [paragraph] }]
    const record: AllFields<Outline> & Outline = {
      type: 'statement',
      slug: slugOf(context, 'statements', key),
      document: context.document,
      content: context.article.record(content),
      source: spanOfWords(statement.source, entry.in('source'), context, nearby),
      cue: spanOfWords(statement.cue, entry.in('cue'), context, nearby),
      voice,
      mentions: resolveMentions(statement, entry, context),
      ...references,
      reportedIn: slugOrNone(context, 'statements', parent),
      said: statement.said,
      turn: statement.turn,
      quotation: statement.quotation === null ? undefined : (statement.quotation ?? quotation),
      speechAct: statement.speechAct,
      ...groundsOf(statement, entry, context),
      attribution: statement.attribution,
      certainty: statement.certainty,
      polarity: statement.polarity,
      origin: originOf(statement),
      madeBy: statement.madeBy,
      reviewedBy: statement.reviewedBy,
      reviews: resolveReviews(statement, entry, context),
      labels: statement.labels,
    }
    checkFarSource(record, paragraph, entry, people, context)
    remarkOnCue(record, { content, paragraph }, entry, context)
    context.notes.add('statement', record.slug, statement.note)
    resolved.set(key, { key, entry, content, record })
  }
  checkTwins([...resolved.values()], context)
  checkPronouns([...resolved.values()], people, context)
  return resolved
}

function resolveReferences(
  { speaker, addressee, channel, time, onBehalfOf, coder }: StatementEntry,
  entry: YamlEntry,
  context: DossierContext,
) {
  const { keys, dossier } = context
  return {
    speakers: resolveSpeakers(speaker, entry, context),
    addressee: keys.agents.check(addressee, entry.at('addressee')) ?? undefined,
    onBehalfOf: keys.agents.check(onBehalfOf, entry.at('onBehalfOf')) ?? undefined,
    channel: slugOrNone(context, 'channels', keys.channels.check(channel, entry.at('channel'))),
    time: slugOrNone(context, 'times', keys.times.check(time, entry.at('time'))),
    coder: keys.coders.check(coder ?? undefined, entry.at('coder')) ?? (coder === null ? undefined : dossier.coder),
  }
}

/** Everybody who is named as speaker, in their order. */
function resolveSpeakers(speaker: StatementEntry['speaker'], entry: YamlEntry, { keys, problems }: DossierContext) {
  if (speaker === undefined) return undefined
  const named = [speaker].flat()
  const found = named.flatMap((each, index) => {
    const place = entry.at('speaker', index)
    if (named.indexOf(each) < index) problems.add(place, 'this speaker appears twice', { words: each })
    return keys.agents.check(each, place) ?? []
  })
  return found.length === 0 ? undefined : found
}

function originOf({ origin, madeBy }: StatementEntry): StatementRecord['origin'] {
  if (origin !== undefined) return origin ?? undefined
  return madeBy === undefined ? 'PERSON' : 'MACHINE'
}

/** The same words by the same voice are one statement. */
function checkTwins(statements: readonly ResolvedStatement[], { slips }: DossierContext): void {
  const seen = new Map<string, string>()
  for (const { key, entry, record } of statements) {
    const identity = [record.voice, record.coder, record.speakers?.[0], selectorOf(record.content.at)].join(' ')
    const twin = seen.get(identity)
    if (twin === undefined) seen.set(identity, key)
    else {
      const words = record.content.exact
      slips.add(entry.key, `the statement ${twin} has the same content and the same voice`, { words })
    }
  }
}
