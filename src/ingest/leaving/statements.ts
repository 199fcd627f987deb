import { type AllFields, orNone } from '../../model/records/whole.ts'
import { nameOfRelation } from '../../model/relationName.ts'
import { hullOf } from '../article.ts'
import type { MentionEntry, StatementEntry, StatementRelationEntry } from '../dossier.ts'
import { statementRelationFields } from '../resolve/statementRelations.ts'
import { groundToSay, type LeavingDocument, type OfType, type WholeEntry } from './document.ts'
import { figureMentionEntry, frameEntry, noQuantityEntry, stanceEntry, termEntry } from './parts.ts'

type Record = OfType<'statement'>

export function statementEntries(leaving: LeavingDocument, coder: string | undefined) {
  const relations = Map.groupBy(leaving.records.statementRelation, ({ subject }) => subject)
  return Object.fromEntries(
    leaving.records.statement.map(record => [
      leaving.keys.statements.of(record.slug),
      statementEntry(record, relations.get(record.slug), coder, leaving),
    ]),
  )
}

function statementEntry(
  record: Record,
  relations: readonly OfType<'statementRelation'>[] | undefined,
  coder: string | undefined,
  leaving: LeavingDocument,
): WholeEntry<StatementEntry> {
  const { keys, article } = leaving
  const { slug, speakers = [], madeBy, origin, quotation } = record
  const nearby = [article.paragraphsOf(hullOf(leaving.contentOf(slug)))]
  const around = record.reportedIn === undefined ? [] : leaving.contentOf(record.reportedIn)
  return {
    speaker: speakers.length > 1 ? speakers : speakers[0],
    voice: record.voice,
    source: leaving.wordsOrNone(record.source, nearby),
    cue: leaving.wordsOrNone(record.cue, nearby),
    content: leaving.words(record.content, around),
    mentions: orNone(record.mentions?.map(mention => mentionEntry(mention, leaving))),
    onBehalfOf: record.onBehalfOf,
    addressee: record.addressee,
    channel: keys.channels.ofOptional(record.channel),
    reportedIn: keys.statements.ofOptional(record.reportedIn),
    time: keys.times.ofOptional(record.time),
    said: record.said,
    turn: record.turn,
    coder: record.coder === coder ? undefined : (record.coder ?? null),
    quotation: quotation ?? null,
    speechAct: record.speechAct,
    ...groundsToSay(record),
    attribution: record.attribution,
    certainty: record.certainty,
    polarity: record.polarity,
    origin: origin === (madeBy === undefined ? 'PERSON' : 'MACHINE') ? undefined : (origin ?? null),
    madeBy,
    reviewedBy: record.reviewedBy,
    figures: orNone(record.figures?.map(mention => figureMentionEntry(mention, record, leaving))),
    noQuantities: orNone(record.noQuantities?.map(refused => noQuantityEntry(refused, record, leaving))),
    terms: orNone(record.terms?.map(term => termEntry(term, record, leaving))),
    frames: orNone(record.frames?.map(frame => frameEntry(frame, record, leaving))),
    stances: orNone(record.stances?.map(stance => stanceEntry(stance, record, leaving))),
    relations: orNone(relations?.map(relation => relationEntry(relation, leaving))),
    reviews: orNone(record.reviews),
    labels: orNone(record.labels),
    slug: keys.statements.slugToSay(slug),
    note: leaving.noteAbout('statement', slug),
  }
}

/** On what ground speaker, addressee and channel are known: nothing, where reason and rule say it all. */
function groundsToSay(record: Record): Pick<AllFields<StatementEntry>, 'basis' | 'reason' | 'rule'> {
  const { rule, speakerBasis = 'STATED', speakerReason: speaker } = record
  const { addresseeReason: addressee, channelReason: channel } = record
  const reason = addressee === undefined && channel === undefined ? speaker : { speaker, addressee, channel }
  const saidOf = (basis: Record['speakerBasis'], isThere: boolean) => {
    if (!isThere || basis === 'STATED' || basis === 'INFERRED') return undefined
    return basis ?? null
  }
  const parts = {
    addressee: saidOf(record.addresseeBasis, record.addressee !== undefined),
    channel: saidOf(record.channelBasis, record.channel !== undefined),
  }
  const isPlain = parts.addressee === undefined && parts.channel === undefined
  const follows = rule !== undefined && speaker === undefined ? 'AUTOMATIC' : 'STATED'
  if (isPlain && (speakerBasis === follows || speakerBasis === 'INFERRED')) return { basis: undefined, reason, rule }
  return { basis: { speaker: speakerBasis === 'INFERRED' ? undefined : speakerBasis, ...parts }, reason, rule }
}

function mentionEntry(
  mention: NonNullable<Record['mentions']>[number],
  leaving: LeavingDocument,
): WholeEntry<MentionEntry> {
  const { role, words, span, antecedent, agent, link, roleWords, evidence } = mention
  return {
    role: role === 'SOURCE' ? undefined : role,
    words: leaving.wordsOrNone(span),
    as: words === span?.exact ? undefined : words,
    antecedent: leaving.wordsOrNone(antecedent),
    agent,
    link,
    roleWords,
    evidence: leaving.wordsOrNone(evidence),
    ...groundToSay(mention, null),
  }
}

function relationEntry(
  record: OfType<'statementRelation'>,
  leaving: LeavingDocument,
): WholeEntry<StatementRelationEntry> {
  const { subject, kind, object, difference } = record
  const none = {
    ...{ paraphrases: undefined, repeats: undefined, contrastsWith: undefined },
    ...{ corrects: undefined, retracts: undefined },
  }
  return {
    ...none,
    [statementRelationFields[kind]]: leaving.keys.statements.outside(object),
    difference,
    ...groundToSay(record, 'STATED'),
    note: leaving.noteAbout('statementRelation', nameOfRelation({ subject, kind, object })),
  }
}
