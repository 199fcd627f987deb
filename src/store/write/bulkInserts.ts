import type { Database } from '../engine/database.ts'
import { lastId } from './rowIds.ts'

type Cell = string | number | null
type Insert = (...cells: Cell[]) => number

/** Inserts rows through statements that are prepared once, with row ids that are counted up here. */
export class Inserts {
  /** How many rows have been inserted. */
  rows = 0
  readonly #database: Database

  readonly agents: Insert
  readonly agentNames: Insert
  readonly identifiers: Insert
  readonly memberships: Insert
  readonly claims: Insert
  readonly coders: Insert
  readonly documents: Insert
  readonly documentTexts: Insert
  readonly passages: Insert
  readonly statements: Insert
  readonly statementWords: Insert
  readonly mentions: Insert
  readonly stances: Insert
  readonly reviews: Insert
  readonly labels: Insert
  readonly referents: Insert
  readonly figures: Insert
  readonly figureConditions: Insert
  readonly figureMentions: Insert
  readonly termUses: Insert

  constructor(database: Database) {
    this.#database = database
    this.agents = this.#into('agents', 'slug kind organizationKind name datasetId importId')
    this.agentNames = this.#into('agentNames', 'agentId name')
    this.identifiers = this.#into('identifiers', 'agentId scheme value')
    this.memberships = this.#into(
      'memberships',
      'slug memberId organizationId onBehalfOfId role area startDate endDate bounds earliest latest basis datasetId importId',
    )
    this.claims = this.#into('claims', 'slug text datasetId importId')
    this.coders = this.#into('coders', 'slug name datasetId importId')
    this.documents = this.#into(
      'documents',
      'slug title publisherId url language published publishedEarliest publishedLatest sha256 length digest datasetId importId',
    )
    this.documentTexts = this.#into('documentTexts', 'documentId text', false)
    this.passages = this.#into('passages', 'slug documentId start end selector exact')
    this.statements = this.#into(
      'statements',
      'slug documentId start text voice speakerId quotation speechAct sourceId cueId contentId basis onBehalfOfId datasetId coderId cueWords',
    )
    this.statementWords = this.#into('statementWords', 'statementId own whole', false)
    this.mentions = this.#into('mentions', 'slug statementId datasetId role words passageId agentId link antecedentId')
    this.stances = this.#into(
      'stances',
      'slug statementId claimId stance passageId speakerId documentId onBehalfOfId wording',
    )
    this.reviews = this.#into('reviews', 'slug statementId authorId rating url datasetId')
    this.labels = this.#into('labels', 'statementId documentId agentId name value')
    this.referents = this.#into('referents', 'slug label')
    this.figures = this.#into('figures', 'slug documentId label value lower upper magnitude unit population referentId')
    this.figureConditions = this.#into('figureConditions', 'figureId aspect value')
    this.figureMentions = this.#into(
      'figureMentions',
      'slug figureId statementId passageId verbatim approximation value lower upper wording',
    )
    this.termUses = this.#into('termUses', 'slug referentId statementId passageId words folded wording')
  }

  /** The insert of a table: takes the cells in the order of the columns, and returns the row id. */
  #into(table: string, columns: string, hasId = true): Insert {
    const names = [...(hasId ? ['id'] : []), ...columns.split(' ')]
    const statement = this.#database.prepare<Cell[], never>(
      `insert into "${table}" (${names.map(name => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    if (!hasId) {
      return (...cells) => {
        statement.run(...cells)
        this.rows += 1
        return 0
      }
    }
    let next = lastId(this.#database, table) + 1
    return (...cells) => {
      const id = next++
      statement.run(id, ...cells)
      this.rows += 1
      return id
    }
  }
}
