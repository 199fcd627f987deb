import type { StatementRecord } from '../../src/model/records/statement.ts'
import type { AllFields } from '../../src/model/records/whole.ts'
import type { DocumentRecords } from './documentRows.ts'
import { type PassageLookup, provenanceOf } from './recordFields.ts'

type StatementRow = DocumentRecords['statements'][number]

/** The statements of a document with all that stands in their words, each after the one that it is reported inside of. */
export function statementRecords(rows: DocumentRecords, passages: PassageLookup): StatementRecord[] {
  const parts = new Parts(rows, passages)
  return outermostFirst(rows.statements).map((row): AllFields<StatementRecord> & StatementRecord => ({
    type: 'statement',
    slug: row.slug,
    document: row.documentId,
    content: passages.span(row.contentId),
    source: passages.spanOrNone(row.sourceId),
    cue: passages.spanOrNone(row.cueId),
    ...parts.voice(row),
    speakerBasis: row.speakerBasis ?? undefined,
    speakerReason: row.speakerReason ?? undefined,
    onBehalfOf: row.onBehalfOfId ?? undefined,
    addressee: row.addresseeId ?? undefined,
    addresseeBasis: row.addresseeBasis ?? undefined,
    addresseeReason: row.addresseeReason ?? undefined,
    channel: row.channelId ?? undefined,
    channelBasis: row.channelBasis ?? undefined,
    channelReason: row.channelReason ?? undefined,
    rule: row.ruleId ?? undefined,
    reportedIn: row.reportedInId ?? undefined,
    time: row.timeId ?? undefined,
    turn: row.turn ?? undefined,
    quotation: row.quotation ?? undefined,
    speechAct: row.speechAct ?? undefined,
    attribution: row.attribution ?? undefined,
    certainty: row.certainty ?? undefined,
    polarity: row.polarity ?? undefined,
    origin: row.origin ?? undefined,
    madeBy: row.madeBy ?? undefined,
    reviewedBy: row.reviewedBy ?? undefined,
    stances: parts.stances(row),
    figures: parts.figures(row),
    noQuantities: undefined,
    terms: parts.terms(row),
    frames: parts.frames(row),
    // A dossier's curator is its only coder, and names agents by their keys instead of by mentions.
    ...{ coder: undefined, mentions: undefined, said: undefined, reviews: undefined, labels: undefined },
  }))
}

function outermostFirst(statements: readonly StatementRow[]): StatementRow[] {
  const bySlug = new Map(statements.map(row => [row.slug, row]))
  const ordered = new Set<StatementRow>()
  const add = (row: StatementRow) => {
    const around = bySlug.get(row.reportedInId ?? '')
    if (around && !ordered.has(around)) add(around)
    ordered.add(row)
  }
  for (const row of statements) add(row)
  return [...ordered]
}

/** What stands in the words of each statement. */
class Parts {
  readonly #passages: PassageLookup
  readonly #speakers: ReadonlyMap<string, DocumentRecords['statementSpeakers']>
  readonly #stances: ReadonlyMap<string, DocumentRecords['stances']>
  readonly #figures: ReadonlyMap<string, DocumentRecords['figureMentions']>
  readonly #terms: ReadonlyMap<string, DocumentRecords['termUses']>
  readonly #frames: ReadonlyMap<string, DocumentRecords['frameUses']>

  constructor(rows: DocumentRecords, passages: PassageLookup) {
    const statement = ({ statementId }: { readonly statementId: string }) => statementId
    this.#passages = passages
    this.#speakers = Map.groupBy(rows.statementSpeakers, statement)
    this.#stances = Map.groupBy(rows.stances, statement)
    this.#figures = Map.groupBy(rows.figureMentions, statement)
    this.#terms = Map.groupBy(rows.termUses, statement)
    this.#frames = Map.groupBy(rows.frameUses, statement)
  }

  voice({ slug, voice, speakerId }: StatementRow): AllFields<Pick<StatementRecord, 'speakers' | 'voice'>> {
    const joint = this.#speakers.get(slug)?.toSorted((a, b) => a.position - b.position)
    if (joint) return { speakers: joint.map(({ agentId }) => agentId), voice: undefined }
    if (speakerId != null) return { speakers: [speakerId], voice: undefined }
    return { speakers: undefined, voice: voice === 'AGENT' || voice === 'UNLINKED' ? undefined : voice }
  }

  stances({ slug, contentId }: StatementRow): StatementRecord['stances'] {
    return this.#stances.get(slug)?.map(({ claimId, stance, manner, passageId, ...row }) => ({
      ...{ claim: claimId, stance, manner: manner ?? undefined },
      span: passageId === contentId ? undefined : this.#passages.span(passageId),
      ...provenanceOf(row),
    }))
  }

  figures({ slug }: StatementRow): StatementRecord['figures'] {
    return this.#figures.get(slug)?.map(({ slug, figureId, passageId, approximation, ...row }) => ({
      ...{ slug, figure: figureId ?? undefined, span: this.#passages.span(passageId), approximation },
      ...{ value: row.value ?? undefined, lower: row.lower ?? undefined, upper: row.upper ?? undefined },
      ...{ quantifier: row.quantifier ?? undefined, unit: row.unit ?? undefined, counted: row.counted ?? undefined },
      ...provenanceOf(row),
    }))
  }

  terms({ slug }: StatementRow): StatementRecord['terms'] {
    return this.#terms.get(slug)?.map(({ slug, referentId, passageId, ...row }) => ({
      ...{ slug, referent: referentId, span: this.#passages.span(passageId), ...provenanceOf(row) },
    }))
  }

  frames({ slug }: StatementRow): StatementRecord['frames'] {
    return this.#frames.get(slug)?.map(({ slug, passageId, ...row }) => ({
      ...{ slug, span: this.#passages.span(passageId) },
      ...{ function: row.function ?? undefined, dimension: row.dimension ?? undefined },
      ...{ target: row.targetAgentId ?? row.targetReferentId ?? undefined, valence: row.valence ?? undefined },
      ...{ affected: row.affectedAgentId ?? row.affectedReferentId ?? undefined, effect: row.effect ?? undefined },
      ...provenanceOf(row),
    }))
  }
}
