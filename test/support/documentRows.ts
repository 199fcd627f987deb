import type { passages } from '../../src/store/schema/passages.ts'
import type { agentNames, agents, identifiers } from '../../src/store/tables/agents.ts'
import type { claims, stances } from '../../src/store/tables/claims.ts'
import type { documents, documentTexts } from '../../src/store/tables/documents.ts'
import type { figureConditions, figureMentions, figureRelations, figures } from '../../src/store/tables/figures.ts'
import type { frameUses } from '../../src/store/tables/frames.ts'
import type { memberships } from '../../src/store/tables/memberships.ts'
import type { notes } from '../../src/store/tables/notes.ts'
import type { referents, termUses } from '../../src/store/tables/referents.ts'
import type { rules } from '../../src/store/tables/rules.ts'
import type { statementRelations } from '../../src/store/tables/statementRelations.ts'
import type { channels, statementSpeakers, statements, statementTimes } from '../../src/store/tables/statements.ts'
import type { timeExpressions } from '../../src/store/tables/times.ts'

/** What only corpora fill: a dossier says nothing of it. */
type CorpusColumn = 'datasetId' | 'importId' | 'coderId'

/** The columns that the writer alone fills: row ids, and words folded for counting. */
type Derived = 'id' | 'cueWords' | 'folded' | 'wording' | 'nested'

/**
 * A row as the ingest hands it over: the columns of its table, but with the slug of a row wherever the table has a row id,
 * and without those that the writer derives or copies. What may be null may be left out.
 */
type RecordOf<T extends { $inferInsert: object }> = {
  readonly [K in keyof T['$inferInsert'] as K extends Derived | CorpusColumn ? never : K]: K extends `${string}Id`
    ? string | Extract<T['$inferInsert'][K], null | undefined>
    : T['$inferInsert'][K]
}

/** Everything that one document brings. The keys are the tables' names; `recordsOf` makes records of it. */
export interface DocumentRecords {
  readonly rules: RecordOf<typeof rules>[]
  readonly agents: RecordOf<typeof agents>[]
  readonly agentNames: RecordOf<typeof agentNames>[]
  readonly identifiers: RecordOf<typeof identifiers>[]
  readonly claims: RecordOf<typeof claims>[]
  readonly referents: RecordOf<typeof referents>[]
  readonly documents: RecordOf<typeof documents>[]
  readonly documentTexts: RecordOf<typeof documentTexts>[]
  readonly passages: RecordOf<typeof passages>[]
  readonly timeExpressions: RecordOf<typeof timeExpressions>[]
  readonly memberships: RecordOf<typeof memberships>[]
  readonly channels: RecordOf<typeof channels>[]
  readonly statements: RecordOf<typeof statements>[]
  /** The speakers of joint statements, in their order. */
  readonly statementSpeakers: RecordOf<typeof statementSpeakers>[]
  readonly statementTimes: RecordOf<typeof statementTimes>[]
  readonly stances: Omit<RecordOf<typeof stances>, 'speakerId' | 'documentId' | 'timeId' | 'onBehalfOfId'>[]
  readonly figures: RecordOf<typeof figures>[]
  readonly figureConditions: RecordOf<typeof figureConditions>[]
  readonly figureMentions: RecordOf<typeof figureMentions>[]
  /** `rounded` says that the numbers of a sum are. */
  readonly figureRelations: (RecordOf<typeof figureRelations> & { readonly rounded?: boolean | undefined })[]
  readonly termUses: RecordOf<typeof termUses>[]
  readonly frameUses: RecordOf<typeof frameUses>[]
  readonly statementRelations: RecordOf<typeof statementRelations>[]
  /** `aboutId` is the slug of what the note is about, in the table that `aboutTable` names. */
  readonly notes: RecordOf<typeof notes>[]
}
