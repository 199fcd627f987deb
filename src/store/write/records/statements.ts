import { quotedInside } from '../../../model/nestedQuotation.ts'
import { once } from '../../../model/once.ts'
import { labelledReasons } from '../../../model/reasons.ts'
import type { MentionRecord, StatementRecord } from '../../../model/records/statement.ts'
import { wordsOfStatement } from '../../../model/statementWords.ts'
import { foldWords } from '../../../model/text.ts'
import type { Basis, MentionLink, Voice } from '../../../model/vocabulary.ts'
import { weakerBasis } from '../../../model/whoSaid.ts'
import { quotedStretches, type Worded } from '../../../model/wording.ts'
import { classifyQuotation } from '../../../reading/index.ts'
import { labels } from '../../tables/labels.ts'
import { mentions } from '../../tables/mentions.ts'
import { statementSpeakers, statements } from '../../tables/statements.ts'
import { statementWords as statementWordsTable } from '../../tables/statementWords.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { labelRow } from './labels.ts'
import { expectVerbatim, type OpenDocument, piecesOf } from './openDocuments.ts'
import { refuseRecord } from './refused.ts'
import { saidTime } from './saidTime.ts'
import { type Placed, prepareParts } from './statementParts.ts'

/** Writes a statement and all that stands in its words. Everything is checked before the first row is written. */
export function writeStatement(record: StatementRecord, context: WriteContext): RecordOutcome {
  const { names, rows } = context
  const { slug, quotation = null } = record
  const document = context.documents.of(record.document)
  for (const span of [record.content, record.source, record.cue]) expectVerbatim(document, span)
  const reportedInId = names.inDocument('statement', record.reportedIn, document.id)
  const around = context.documents.statement(document, reportedInId)
  const content = piecesOf(record.content, document)
  checkQuotation(record, content, around, document)

  const linked = linkMentions(record, document, context)
  const speakers = speakersOf(record, linked, context)
  const [speakerId = null] = speakers
  const voice = voiceOf(record, speakers, linked)
  const onBehalfOfId =
    names.idOrNull('agent', record.onBehalfOf) ?? theOne(linked.filter(({ role }) => role === 'ON_BEHALF_OF'))
  const addresseeId = names.idOrNull('agent', record.addressee)
  const channelId = names.inDocument('channel', record.channel, document.id)
  const timeId = names.inDocument('time', record.time, document.id)
  const said = record.said === undefined ? null : context.date(record.said)
  if (said && timeId !== null)
    refuseRecord('BAD_RECORD', 'when it was said is either a time of the document or given as said')
  const coderId = names.idOrNull('coder', record.coder)
  const grounds = groundsOf(record, voice, context)
  const cueWords = record.cue ? foldWords(record.cue.exact) : null
  const worded: Worded = { quotation, voice, cueWords, content, around }
  const quoted = once(() => quotedStretches(worded, { text: document.text.text, quotations: document.quotations }))
  const insertParts = prepareParts(record, document, { ...worded, quoted }, context)

  return context.once(names.lookUp('statement', slug) !== undefined, slug, () => {
    const contentId = context.documents.passage(document, record.content, { isContent: true })
    const sourceId = context.documents.passageOrNull(document, record.source)
    const cueId = context.documents.passageOrNull(document, record.cue)
    const when = said ? saidTime(said, document, context) : timeId
    const id = rows.insert(statements, {
      slug,
      documentId: document.id,
      start: record.content.at[0]?.[0] ?? 0,
      text: record.content.exact,
      voice,
      speakerId,
      addresseeId,
      channelId,
      reportedInId,
      quotation,
      speechAct: record.speechAct ?? null,
      timeId: when,
      sourceId,
      cueId,
      contentId,
      onBehalfOfId,
      datasetId: document.datasetId,
      coderId,
      cueWords,
      ...grounds,
      attribution: record.attribution ?? null,
      certainty: record.certainty ?? null,
      polarity: record.polarity ?? null,
      origin: record.origin ?? null,
      madeBy: record.madeBy ?? null,
      reviewedBy: record.reviewedBy ?? null,
      turn: record.turn ?? null,
      // Found later, when all of the dataset is there.
      repeat: null,
    })
    context.accounts.settle(slug, id)
    if (speakers.length > 1) {
      for (const [index, agentId] of speakers.entries()) {
        rows.insert(statementSpeakers, { statementId: id, position: index + 1, agentId })
      }
    }
    const counted = wordsOfStatement(worded, document.text.text, document.language, quoted())
    rows.insert(statementWordsTable, { statementId: id, ...counted })
    for (const [index, mention] of linked.entries()) {
      const { role, words, agentId, link, ground } = mention
      const places = {
        passageId: context.documents.passageOrNull(document, mention.span),
        antecedentId: context.documents.passageOrNull(document, mention.antecedent),
        roleWords: mention.roleWords ?? null,
        evidenceId: context.documents.passageOrNull(document, mention.evidence),
      }
      const name = {
        slug: `${slug}/mention/${index + 1}`,
        namedApart: null,
        statementId: id,
        datasetId: document.datasetId,
      }
      rows.insert(mentions, { ...name, role, words, ...places, agentId, link, decisionId: null, ...ground })
    }
    const placed: Placed = { id, slug, contentId, speakerId, timeId: when, onBehalfOfId, nested: around ? 1 : null }
    insertParts(placed)
    for (const label of record.labels ?? []) rows.insert(labels, labelRow({ statementId: id }, label))
  })
}

/** How a content is quoted is held against the marks of its text. A text that is all content was cut out of its marks. */
function checkQuotation(
  { quotation, content: { at } }: StatementRecord,
  content: Worded['content'],
  around: Worded | null,
  { text, quoted, quotations }: OpenDocument,
): void {
  const [first] = at
  if (quotation === undefined || (first?.[0] === 0 && first[1] === text.length)) return
  const shown = classifyQuotation(text.text, content, around ? quotedInside(quotations(), around) : quoted())
  if (shown !== quotation)
    refuseRecord('QUOTATION_MARKS', `by its quotation marks it is ${shown}, and not ${quotation}`)
}

type Linked = Omit<MentionRecord, 'link'> & {
  readonly agentId: number | null
  readonly link: MentionLink | null
  readonly ground: ReturnType<WriteContext['ground']>
}

/** Whom the mentions name: by the corpus's identifier, by a rule, or by an exact name in the register. */
function linkMentions(
  { mentions: given = [] }: StatementRecord,
  document: OpenDocument,
  context: WriteContext,
): Linked[] {
  return given.map(mention => {
    expectVerbatim(document, mention.span)
    for (const span of [mention.antecedent, mention.evidence]) expectVerbatim(document, span)
    if (mention.link !== undefined && (mention.agent === undefined || mention.rule !== undefined)) {
      refuseRecord('BAD_RECORD', 'a link is by what the words name an agent, where no rule says so')
    }
    const ground = context.ground(mention)
    if (mention.agent !== undefined) {
      const link = mention.link ?? (mention.rule === undefined ? 'CORPUS_ID' : 'RULE')
      return { ...mention, agentId: context.names.id('agent', mention.agent), link, ground }
    }
    const named = context.target.register?.find(mention.words) ?? null
    return { ...mention, agentId: named, link: named === null ? null : 'EXACT_NAME', ground }
  })
}

function speakersOf(
  { speakers, voice }: StatementRecord,
  linked: readonly Linked[],
  { names }: WriteContext,
): number[] {
  if (speakers === undefined) {
    const named = voice === undefined ? theOne(linked.filter(({ role }) => role === 'SOURCE')) : null
    return named === null ? [] : [named]
  }
  if (voice !== undefined) refuseRecord('BAD_RECORD', 'a statement has either speakers or a voice')
  const ids = speakers.map(slug => names.id('agent', slug))
  if (new Set(ids).size < ids.length) refuseRecord('BAD_RECORD', 'a speaker is named twice')
  return ids
}

function voiceOf(record: StatementRecord, speakers: readonly number[], linked: readonly Linked[]): Voice {
  if (speakers.length > 0) return 'AGENT'
  if (record.voice === 'CHANNEL' && record.channel === undefined) {
    refuseRecord('BAD_RECORD', 'the voice of a channel needs the channel')
  }
  if (record.voice === 'DOCUMENT' && (record.source ?? record.cue ?? record.reportedIn) !== undefined) {
    refuseRecord('BAD_RECORD', "the document's own voice has no source or cue, and is not reported in a statement")
  }
  return record.voice ?? (linked.some(({ role }) => role === 'SOURCE') ? 'UNLINKED' : 'UNIDENTIFIED')
}

/** The agent to which all of some mentions lead; null if one leads nowhere, or two to different ones. */
function theOne(linked: readonly { readonly agentId: number | null }[]): number | null {
  const ids = new Set(linked.map(({ agentId }) => agentId))
  const [id] = ids
  return ids.size === 1 && id !== undefined ? id : null
}

/** The grounds of speaker, addressee and channel, and the weakest of the three. */
function groundsOf(record: StatementRecord, voice: Voice, context: WriteContext) {
  const of = (basis: Basis | undefined, reason: string | undefined) => {
    const rule = basis === 'AUTOMATIC' ? record.rule : undefined
    return context.ground({ basis, reason, rule })
  }
  const speaker = of(record.speakerBasis ?? 'STATED', record.speakerReason)
  const addressee = of(record.addresseeBasis, record.addresseeReason)
  const channel = of(record.channelBasis, record.channelReason)
  const weakest = [addressee, channel].reduce(
    (weak, ground) => (weakerBasis(weak.basis, ground.basis) === weak.basis ? weak : ground),
    speaker,
  )
  const parts = Object.entries({ [voice === 'AGENT' ? 'speaker' : 'voice']: speaker, addressee, channel })
  const reasons = parts.map(([name, { reason }]) => ({ name, reason: reason ?? null }))
  return {
    basis: weakest.basis ?? 'STATED',
    reason: weakest.basis === 'INFERRED' ? labelledReasons(reasons) : null,
    ruleId: weakest.ruleId,
    speakerBasis: speaker.basis ?? 'STATED',
    speakerReason: speaker.reason,
    addresseeBasis: addressee.basis,
    addresseeReason: addressee.reason,
    channelBasis: channel.basis,
    channelReason: channel.reason,
  }
}
