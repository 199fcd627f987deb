import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { LabelRecord } from '../../../model/records/fields.ts'
import type { FigureMentionRecord, NoQuantityRecord } from '../../../model/records/figure.ts'
import type {
  FrameUseRecord,
  MentionRecord,
  ReviewRecord,
  StanceRecord,
  StatementRecord,
  TermUseRecord,
} from '../../../model/records/statement.ts'
import { type AllFields, orNone } from '../../../model/records/whole.ts'
import type { Database } from '../../engine/database.ts'
import { stances } from '../../tables/claims.ts'
import { figureMentions, noQuantities } from '../../tables/figures.ts'
import { frameUses } from '../../tables/frames.ts'
import { labels } from '../../tables/labels.ts'
import { mentions } from '../../tables/mentions.ts'
import { termUses } from '../../tables/referents.ts'
import { reviews } from '../../tables/reviews.ts'
import { statementSpeakers, statements } from '../../tables/statements.ts'
import { groundOf, type SlugRow, slugRows, spanOf, spanOrNone } from './slugRows.ts'

type Row = SlugRow<typeof statements>

/** Reads the statements of a document back as records, each with all that stands in its words. */
export function statementsReader(database: Database, condition: string): (documentId: number) => StatementRecord[] {
  const rowsOf = slugRows(database, statements, `t.documentId = ? and ${condition}`)
  /** Most tables have nothing of most documents: what is not there is asked for once a document. */
  const partsOf = <T extends SQLiteTable>(table: T) =>
    slugRows(database, table, 't.statementId in (select s.id from statements s where s.documentId = ?)')
  const saidOf = database.client
    .prepare<[number], [string, string]>(
      `select s.slug, x.edtf from statements s join timeExpressions x on x.id = s.timeId
       where s.documentId = ? and x.passageId is null`,
    )
    .raw()
  const of = {
    speakers: partsOf(statementSpeakers),
    mentions: partsOf(mentions),
    stances: partsOf(stances),
    figures: partsOf(figureMentions),
    noQuantities: partsOf(noQuantities),
    terms: partsOf(termUses),
    frames: partsOf(frameUses),
    reviews: partsOf(reviews),
    labels: partsOf(labels),
  }
  const refusedOf = refusalsReader(database)
  return documentId => {
    const rows = rowsOf(documentId)
    if (rows.length === 0) return []
    const parts = {
      said: new Map(saidOf.all(documentId)),
      speakers: byStatement(of.speakers(documentId)),
      mentions: byStatement(of.mentions(documentId)),
      stances: byStatement(of.stances(documentId)),
      figures: byStatement(of.figures(documentId)),
      noQuantities: byStatement(of.noQuantities(documentId)),
      refused: refusedOf(documentId),
      terms: byStatement(of.terms(documentId)),
      frames: byStatement(of.frames(documentId)),
      reviews: byStatement(of.reviews(documentId)),
      labels: byStatement(of.labels(documentId)),
    }
    return rows.map(row => recordOf(row, parts))
  }
}

type Grouped<T extends SQLiteTable> = ReadonlyMap<string | null, SlugRow<T>[]>

interface Parts {
  readonly said: ReadonlyMap<string, string>
  readonly speakers: Grouped<typeof statementSpeakers>
  readonly mentions: Grouped<typeof mentions>
  readonly stances: Grouped<typeof stances>
  readonly figures: Grouped<typeof figureMentions>
  readonly noQuantities: Grouped<typeof noQuantities>
  readonly refused: Refused
  readonly terms: Grouped<typeof termUses>
  readonly frames: Grouped<typeof frameUses>
  readonly reviews: Grouped<typeof reviews>
  readonly labels: Grouped<typeof labels>
}

function byStatement<R extends { readonly statementId: string | null }>(rows: readonly R[]): Map<string | null, R[]> {
  return Map.groupBy(rows, ({ statementId }) => statementId)
}

function recordOf(row: Row, parts: Parts): StatementRecord {
  const { slug, contentId } = row
  const said = parts.said.get(slug)
  const record: AllFields<StatementRecord> & StatementRecord = {
    type: 'statement',
    slug,
    document: row.documentId,
    content: spanOf(contentId),
    source: spanOrNone(row.sourceId),
    cue: spanOrNone(row.cueId),
    ...voiceOf(row, parts.speakers.get(slug)),
    speakerBasis: row.speakerBasis === 'STATED' ? undefined : row.speakerBasis,
    speakerReason: row.speakerReason ?? undefined,
    mentions: orNone(parts.mentions.get(slug)?.map(mentionOf)),
    onBehalfOf: row.onBehalfOfId ?? undefined,
    addressee: row.addresseeId ?? undefined,
    addresseeBasis: row.addresseeBasis ?? undefined,
    addresseeReason: row.addresseeReason ?? undefined,
    channel: row.channelId ?? undefined,
    channelBasis: row.channelBasis ?? undefined,
    channelReason: row.channelReason ?? undefined,
    rule: row.ruleId ?? undefined,
    reportedIn: row.reportedInId ?? undefined,
    time: said === undefined ? (row.timeId ?? undefined) : undefined,
    said,
    turn: row.turn ?? undefined,
    coder: row.coderId ?? undefined,
    quotation: row.quotation ?? undefined,
    speechAct: row.speechAct ?? undefined,
    attribution: row.attribution ?? undefined,
    certainty: row.certainty ?? undefined,
    polarity: row.polarity ?? undefined,
    origin: row.origin ?? undefined,
    madeBy: row.madeBy ?? undefined,
    reviewedBy: row.reviewedBy ?? undefined,
    stances: orNone(parts.stances.get(slug)?.map(stance => stanceOf(stance, contentId))),
    figures: orNone(parts.figures.get(slug)?.map(figureOf)),
    noQuantities: orNone([
      ...(parts.noQuantities.get(slug)?.map(noQuantityOf) ?? []),
      ...(parts.refused.get(slug) ?? []),
    ]),
    terms: orNone(parts.terms.get(slug)?.map(termOf)),
    frames: orNone(parts.frames.get(slug)?.map(frameOf)),
    reviews: orNone(parts.reviews.get(slug)?.map(reviewOf)),
    labels: labelsOf(parts.labels.get(slug)),
  }
  return record
}

/** Whose voice it is. Where it follows from the mentions, nothing is said. */
function voiceOf(
  { voice, speakerId }: Row,
  joint: readonly SlugRow<typeof statementSpeakers>[] | undefined,
): AllFields<Pick<StatementRecord, 'speakers' | 'voice'>> {
  const inOrder = joint?.toSorted((a, b) => a.position - b.position).map(({ agentId }) => agentId)
  if (inOrder) return { speakers: inOrder, voice: undefined }
  if (speakerId !== null) return { speakers: [speakerId], voice: undefined }
  return { speakers: undefined, voice: voice === 'AGENT' || voice === 'UNLINKED' ? undefined : voice }
}

export function labelsOf(rows: readonly LabelRecord[] | undefined): LabelRecord[] | undefined {
  return orNone(rows?.map(({ name, value }) => ({ name, value })))
}

function mentionOf(row: SlugRow<typeof mentions>): AllFields<MentionRecord> & MentionRecord {
  const { role, words, link } = row
  return {
    role,
    words,
    span: spanOrNone(row.passageId),
    antecedent: spanOrNone(row.antecedentId),
    agent: row.agentId ?? undefined,
    link: link === null || link === 'CORPUS_ID' || link === 'RULE' ? undefined : link,
    roleWords: row.roleWords ?? undefined,
    evidence: spanOrNone(row.evidenceId),
    ...groundOf(row),
  }
}

function stanceOf(row: SlugRow<typeof stances>, contentId: string): AllFields<StanceRecord> & StanceRecord {
  const { claimId: claim, stance, manner, passageId } = row
  const span = passageId === contentId ? undefined : spanOf(passageId)
  return { claim, stance, manner: manner ?? undefined, span, ...groundOf(row) }
}

function figureOf(row: SlugRow<typeof figureMentions>): AllFields<FigureMentionRecord> & FigureMentionRecord {
  return {
    slug: row.slug,
    figure: row.figureId ?? undefined,
    span: spanOf(row.passageId),
    approximation: row.approximation,
    value: row.value ?? undefined,
    lower: row.lower ?? undefined,
    upper: row.upper ?? undefined,
    quantifier: row.quantifier ?? undefined,
    unit: row.unit ?? undefined,
    counted: row.counted ?? undefined,
    ...groundOf(row),
  }
}

function noQuantityOf(row: SlugRow<typeof noQuantities>): AllFields<NoQuantityRecord> & NoQuantityRecord {
  const { passageId, reason, decidedBy } = row
  return { span: spanOf(passageId), reason, decidedBy: decidedBy ?? undefined }
}

/** By statement, the readings that a file of decisions refuses. */
type Refused = ReadonlyMap<string, readonly NoQuantityRecord[]>

/** Reads the refusals of decisions: what the rule had read is kept beside each, as long as the decision holds over it. */
function refusalsReader({ client }: Database): (documentId: number) => Refused {
  const rows = client.prepare<
    [number],
    { statement: string; passage: string; reason: string; decidedBy: string | null }
  >(
    `select s.slug as statement, p.selector || char(10) || p.exact as passage, d.reason, d.decidedBy
     from figureDecisions d join statements s on s.id = json_extract(d.original, '$.statementId')
     join passages p on p.id = json_extract(d.original, '$.passageId')
     where d.kind = 'REFUSES' and s.documentId = ? order by d.id`,
  )
  return documentId =>
    new Map(
      Array.from(
        Map.groupBy(rows.all(documentId), ({ statement }) => statement),
        ([statement, refused]) => [
          statement,
          refused.map(({ passage, reason, decidedBy }) => ({
            span: spanOf(passage),
            reason,
            ...(decidedBy === null ? {} : { decidedBy }),
          })),
        ],
      ),
    )
}

function termOf(row: SlugRow<typeof termUses>): AllFields<TermUseRecord> & TermUseRecord {
  return { slug: row.slug, referent: row.referentId, span: spanOf(row.passageId), ...groundOf(row) }
}

function frameOf(row: SlugRow<typeof frameUses>): AllFields<FrameUseRecord> & FrameUseRecord {
  return {
    slug: row.slug,
    function: row.function ?? undefined,
    dimension: row.dimension ?? undefined,
    span: spanOf(row.passageId),
    target: row.targetAgentId ?? row.targetReferentId ?? undefined,
    valence: row.valence ?? undefined,
    affected: row.affectedAgentId ?? row.affectedReferentId ?? undefined,
    effect: row.effect ?? undefined,
    ...groundOf(row),
  }
}

function reviewOf(row: SlugRow<typeof reviews>): AllFields<ReviewRecord> & ReviewRecord {
  const { rating, authorId: author } = row
  const [url, published, title] = [row.url ?? undefined, row.published ?? undefined, row.title ?? undefined]
  return { author, rating, url, published, title }
}
