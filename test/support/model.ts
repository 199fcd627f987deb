import { type Bounds, readEdtf } from '../../src/model/edtf.ts'
import { foldText } from '../../src/model/foldText.ts'
import type { Database } from '../../src/store/engine/database.ts'

/** A node as the tests hold it in memory: its values, the nodes it leads to (null: none), and lists of nodes. */
export interface Thing {
  readonly $table: string
  readonly slug: string
  readonly [field: string]: unknown
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number; readonly slug: string }

/** Everything that a database holds, linked in memory and by no SQL of the store's: `model.statements` and so on. */
export class Model {
  readonly #rows = new Map<string, Map<number, Row>>()
  readonly #things = new Map<Row, Thing>()
  readonly #statementTimes: readonly { statementId: number; timeId: number }[]
  readonly #imported: ReadonlyMap<string, string>
  readonly #conditions: readonly { figureId: number; aspect: string; value: string; basis: string | null }[]

  constructor(database: Database) {
    for (const table of tables) {
      const rows = database.client.prepare<[], Row>(`select * from ${table} order by id`).all()
      this.#rows.set(table, new Map(rows.map(row => [row.id, row])))
    }
    this.#statementTimes = database.client
      .prepare<[], { statementId: number; timeId: number }>('select statementId, timeId from statementTimes')
      .all()
    const recorded = database.client
      .prepare<[], { thing: string; day: string }>(
        `select case when typename in ('Document', 'Claim') then typename else 'Agent' end || ' ' || slug as thing,
           date(committedAt) as day from states join revisions r on r.id = revisionId`,
      )
      .all()
    this.#imported = new Map(recorded.map(({ thing, day }) => [thing, day]))
    this.#conditions = database.client
      .prepare<[], { figureId: number; aspect: string; value: string; basis: string | null }>(
        'select * from figureConditions',
      )
      .all()
  }

  /** Every node of a table, in the order of import. */
  all(table: Table): Thing[] {
    return [...(this.#rows.get(table)?.values() ?? [])].map(row => this.#thing(table, row))
  }

  #thing(table: Table, row: Row): Thing {
    const known = this.#things.get(row)
    if (known) return known
    const thing = { $table: table, slug: row.slug }
    this.#things.set(row, thing)
    const one = (to: Table, key: string) => () => {
      const target = this.#rows.get(to)?.get(Number(row[key]))
      return target === undefined ? null : this.#thing(to, target)
    }
    const many = (to: Table, belongs: (other: Row) => boolean) => () =>
      [...(this.#rows.get(to)?.values() ?? [])].filter(belongs).map(other => this.#thing(to, other))
    // Nothing here was imported from a corpus.
    const notes = many('notes', other => other.aboutTable === table && other.aboutId === row.id)
    const fields = {
      ...fromNoCorpus,
      notes,
      said: this.#said(table, row),
      importedAt: this.#importedAt(table, row),
      passage: one('passages', 'passageId'),
      ...this.#fields(table, row, one, many),
    }
    for (const [field, value] of Object.entries(fields)) {
      Object.defineProperty(thing, field, isGetter(value) ? { get: value, enumerable: true } : { value })
    }
    return thing
  }

  /** When a statement, or that of which a row is a part, was made: its own time, else the publication of its document. */
  #said(table: Table, row: Row) {
    const statement = table === 'statements' ? row : this.#rows.get('statements')?.get(Number(row.statementId))
    const time = this.#rows.get('timeExpressions')?.get(Number(statement?.timeId))
    if (time && (time.earliest ?? time.latest) !== null)
      return { time: { earliest: time.earliest, latest: time.latest } }
    const document = this.#rows.get('documents')?.get(Number(statement?.documentId))
    return { time: { earliest: document?.publishedEarliest ?? null, latest: document?.publishedLatest ?? null } }
  }

  /** On which day a row came: a document, claim or agent by itself, all else with its document. No dataset is among the rows. */
  #importedAt(table: Table, row: Row) {
    const find = (of: Table, id: unknown) => this.#rows.get(of)?.get(Number(id))
    const kinds: Readonly<Record<string, string>> = { documents: 'Document', claims: 'Claim', agents: 'Agent' }
    const kind = kinds[table]
    const subject = table === 'figureRelations' ? find('figures', row.subjectId) : find('statements', row.subjectId)
    const part = table === 'referents' ? this.#firstOfReferent(row.id) : row
    const holder = find('statements', part?.statementId) ?? (table.endsWith('Relations') ? subject : part)
    const slug = kind === undefined ? find('documents', holder?.documentId)?.slug : row.slug
    const day = this.#imported.get(`${kind ?? 'Document'} ${slug}`) ?? null
    return { time: { earliest: day, latest: day } }
  }

  #firstOfReferent(id: unknown): Row | undefined {
    const first = (table: Table, column: string) =>
      [...(this.#rows.get(table)?.values() ?? [])].find(row => row[column] === id)
    return (
      first('termUses', 'referentId') ??
      first('figures', 'referentId') ??
      first('frameUses', 'targetReferentId') ??
      first('frameUses', 'affectedReferentId')
    )
  }

  /** Whether a basis of the statement, of what belongs to it, or of a figure that it gives is one of those that are not stated. */
  #isConcluded({ id, basis, timeId }: Row): boolean {
    const all = (table: Table) => [...(this.#rows.get(table)?.values() ?? [])]
    const parts = (['stances', 'termUses', 'frameUses', 'figureMentions', 'memberships', 'channels'] as const).flatMap(
      table => all(table).filter(({ statementId }) => statementId === id),
    )
    const words = this.#statementTimes.filter(({ statementId }) => statementId === id).map(link => link.timeId)
    const times = all('timeExpressions').filter(time => time.id === timeId || words.includes(time.id))
    const figures = all('figures').filter(figure => parts.some(({ figureId }) => figureId === figure.id))
    const conditions = this.#conditions.filter(({ figureId }) => figures.some(figure => figure.id === figureId))
    const related = all('statementRelations').filter(({ subjectId }) => subjectId === id)
    const bases = [...parts, ...times, ...conditions, ...related].map(each => each.basis)
    const ofFigures = figures.flatMap(({ populationBasis, timeBasis }) => [populationBasis, timeBasis])
    return [basis, ...bases, ...ofFigures].some(each => each === 'INFERRED' || each === 'AUTOMATIC')
  }

  /** What the words for a figure say of its number: the number if some give it exactly, else what holds all that they commit to. */
  #worded({ id, value }: Row, bound: 'lower' | 'upper') {
    if (value === null) return null
    const mentions = [...(this.#rows.get('figureMentions')?.values() ?? [])].filter(({ figureId }) => figureId === id)
    if (mentions.some(({ approximation }) => approximation === 'EXACT')) return value
    const bounds = mentions.filter(({ approximation }) => approximation !== 'NO_NUMBER').map(mention => mention[bound])
    if (bounds.length === 0 || bounds.includes(null)) return null
    return bound === 'lower' ? Math.min(...bounds.map(Number)) : Math.max(...bounds.map(Number))
  }

  #fields(
    table: Table,
    row: Row,
    one: (to: Table, key: string) => () => Thing | null,
    many: (to: Table, belongs: (other: Row) => boolean) => () => Thing[],
  ): Record<string, unknown> {
    const time = (earliest: string, latest: string) => ({ time: { earliest: row[earliest], latest: row[latest] } })
    const at = (to: Table, key: string) => many(to, other => other[key] === row.id)
    const document = one('documents', 'documentId')
    const statement = one('statements', 'statementId')
    const speaking = (other: Row) => this.#rows.get('statements')?.get(Number(other.statementId))?.speakerId === row.id
    const linked = (through: Table, here: string, there: string) => (other: Row) =>
      [...(this.#rows.get(through)?.values() ?? [])].some(link => link[here] === row.id && link[there] === other.id)
    switch (table) {
      case 'passages':
        return {
          ...row,
          document,
          statements: many('statements', other => [other.contentId, other.sourceId, other.cueId].includes(row.id)),
          figureMentions: at('figureMentions', 'passageId'),
          figureRelations: at('figureRelations', 'passageId'),
          termUses: at('termUses', 'passageId'),
          frameUses: at('frameUses', 'passageId'),
          stances: at('stances', 'passageId'),
          times: at('timeExpressions', 'passageId'),
          memberships: at('memberships', 'passageId'),
          channels: at('channels', 'passageId'),
        }
      case 'agents':
        return {
          ...row,
          spokenFor: at('statements', 'onBehalfOfId'),
          channelsAuthored: at('channels', 'authorId'),
          channelsReceived: at('channels', 'addresseeId'),
          frameUses: many('frameUses', other => speaking(other) && other.wording === 'SPEAKER'),
          paraphrasedFrameUses: many('frameUses', other => speaking(other) && other.wording !== 'SPEAKER'),
          framesDirectedAt: at('frameUses', 'targetAgentId'),
          framesAffecting: at('frameUses', 'affectedAgentId'),
          representatives: at('memberships', 'onBehalfOfId'),
          documents: at('documents', 'publisherId'),
          statements: at('statements', 'speakerId'),
          jointStatements: [],
          addressedIn: at('statements', 'addresseeId'),
          memberships: at('memberships', 'memberId'),
          members: at('memberships', 'organizationId'),
          figureMentions: many('figureMentions', other => speaking(other) && other.wording === 'SPEAKER'),
          paraphrasedFigureMentions: many('figureMentions', other => speaking(other) && other.wording !== 'SPEAKER'),
          termUses: many('termUses', other => speaking(other) && other.wording === 'SPEAKER'),
          paraphrasedTermUses: many('termUses', other => speaking(other) && other.wording !== 'SPEAKER'),
          stances: many('stances', speaking),
        }
      case 'memberships':
        return {
          ...row,
          held: time('earliest', 'latest'),
          member: one('agents', 'memberId'),
          organization: one('agents', 'organizationId'),
          onBehalfOf: one('agents', 'onBehalfOfId'),
          document,
          statement,
        }
      case 'documents':
        return {
          ...row,
          published: time('publishedEarliest', 'publishedLatest'),
          publisher: one('agents', 'publisherId'),
          repeatOf: one('documents', 'repeatOfId'),
          repeats: at('documents', 'repeatOfId'),
          times: at('timeExpressions', 'documentId'),
          channels: at('channels', 'documentId'),
          memberships: at('memberships', 'documentId'),
          notes: at('notes', 'documentId'),
          passages: at('passages', 'documentId'),
          statements: at('statements', 'documentId'),
          figures: at('figures', 'documentId'),
        }
      case 'timeExpressions':
        return {
          ...row,
          when: time('earliest', 'latest'),
          channels: at('channels', 'timeId'),
          document,
          statements: at('statements', 'timeId'),
          mentionedIn: many('statements', other =>
            this.#statementTimes.some(link => link.timeId === row.id && link.statementId === other.id),
          ),
          figures: at('figures', 'timeId'),
        }
      case 'channels':
        return {
          ...row,
          time: one('timeExpressions', 'timeId'),
          author: one('agents', 'authorId'),
          addressee: one('agents', 'addresseeId'),
          document,
          statement,
          statements: many('statements', other => other.channelId === row.id && other.reportedInId === null),
          allStatements: at('statements', 'channelId'),
        }
      case 'statements':
        return {
          ...row,
          concluded: this.#isConcluded(row),
          memberships: at('memberships', 'statementId'),
          tellsOf: at('channels', 'statementId'),
          source: one('passages', 'sourceId'),
          cue: one('passages', 'cueId'),
          content: one('passages', 'contentId'),
          passages: many('passages', other => [row.contentId, row.sourceId, row.cueId].includes(other.id)),
          speaker: one('agents', 'speakerId'),
          // Nobody speaks jointly here.
          speakers: many('agents', other => other.id === row.speakerId),
          addressee: one('agents', 'addresseeId'),
          channel: one('channels', 'channelId'),
          reportedIn: one('statements', 'reportedInId'),
          document,
          time: one('timeExpressions', 'timeId'),
          reports: at('statements', 'reportedInId'),
          relations: at('statementRelations', 'subjectId'),
          relatedBy: at('statementRelations', 'objectId'),
          figures: many('figures', linked('figureMentions', 'statementId', 'figureId')),
          figureMentions: at('figureMentions', 'statementId'),
          times: many('timeExpressions', other =>
            this.#statementTimes.some(link => link.statementId === row.id && link.timeId === other.id),
          ),
          termUses: at('termUses', 'statementId'),
          frameUses: at('frameUses', 'statementId'),
          claims: many('claims', linked('stances', 'statementId', 'claimId')),
          stances: at('stances', 'statementId'),
        }
      case 'claims':
        return {
          ...row,
          statements: many('statements', linked('stances', 'claimId', 'statementId')),
          stances: at('stances', 'claimId'),
        }
      case 'stances':
        return { ...row, statement, claim: one('claims', 'claimId') }
      case 'figures':
        return {
          ...row,
          lower: row.lower ?? this.#worded(row, 'lower'),
          upper: row.upper ?? this.#worded(row, 'upper'),
          document,
          referent: one('referents', 'referentId'),
          time: one('timeExpressions', 'timeId'),
          mentions: at('figureMentions', 'figureId'),
          statements: many('statements', linked('figureMentions', 'figureId', 'statementId')),
          speakers: many('agents', other =>
            [...(this.#rows.get('figureMentions')?.values() ?? [])].some(
              mention =>
                mention.figureId === row.id &&
                this.#rows.get('statements')?.get(Number(mention.statementId))?.speakerId === other.id,
            ),
          ),
          relations: at('figureRelations', 'subjectId'),
          relatedBy: at('figureRelations', 'objectId'),
          $conditions: this.#conditions.filter(({ figureId }) => figureId === row.id),
        }
      case 'figureMentions':
        return {
          ...row,
          hedged: row.approximation !== 'EXACT' && row.approximation !== 'NO_NUMBER',
          figure: one('figures', 'figureId'),
          statement,
        }
      case 'figureRelations':
        return { ...row, subject: one('figures', 'subjectId'), object: one('figures', 'objectId') }
      case 'referents':
        return {
          ...row,
          termUses: at('termUses', 'referentId'),
          figures: at('figures', 'referentId'),
          framesDirectedAt: at('frameUses', 'targetReferentId'),
          framesAffecting: at('frameUses', 'affectedReferentId'),
        }
      case 'termUses':
        return { ...row, referent: one('referents', 'referentId'), statement }
      case 'frameUses':
        return {
          ...row,
          statement,
          targetAgent: one('agents', 'targetAgentId'),
          targetReferent: one('referents', 'targetReferentId'),
          affectedAgent: one('agents', 'affectedAgentId'),
          affectedReferent: one('referents', 'affectedReferentId'),
        }
      case 'statementRelations':
        return { ...row, subject: one('statements', 'subjectId'), object: one('statements', 'objectId') }
      case 'notes':
        return { ...row, document }
    }
  }
}

/** What a node that comes from no corpus has none of. */
const fromNoCorpus = {
  dataset: null,
  rule: null,
  coder: null,
  onBehalfOf: null,
  mentions: [],
  evidenceFor: [],
  antecedentOf: [],
  reviews: [],
}

const tables = [
  'agents',
  'memberships',
  'documents',
  'passages',
  'timeExpressions',
  'channels',
  'statements',
  'claims',
  'stances',
  'figures',
  'figureMentions',
  'figureRelations',
  'referents',
  'termUses',
  'frameUses',
  'statementRelations',
  'notes',
] as const
export type Table = (typeof tables)[number]

type Filter = Readonly<Record<string, unknown>>

/** Whether a node meets a filter, by the meaning that docs/filters.md gives it. */
export function meets(thing: Thing, filter: Filter): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === 'and') return filters(condition).every(each => meets(thing, each))
    if (name === 'or') return filters(condition).some(each => meets(thing, each))
    if (name === 'not') return !meets(thing, filterOf(condition))
    // A label as given by a corpus, of which there are none.
    if (name === 'label' && !('label' in thing)) return false
    // No document of the test corpus names an author.
    if (name === 'author' && !('author' in thing)) return isOfNobody(filterOf(condition))
    if (name === 'boundsHold') return holdsNumber(thing, Number(condition))
    if (name === 'condition') return holds(thing.$conditions, filterOf(condition))
    if (name in thing) {
      const value = thing[name]
      if (Array.isArray(value)) return value.filter(isThing).some(each => meets(each, filterOf(condition)))
      return field(value, condition, codes.has(name))
    }
    const target = thing[name.replace(/^has(.)|Matches$/, (_, initial = '') => initial.toLowerCase())]
    if (name.startsWith('has')) return (target !== null) === condition
    return isThing(target) && meets(target, filterOf(condition))
  })
}

function holds(conditions: unknown, { aspect, value }: Filter): boolean {
  if (!Array.isArray(conditions)) return false
  return conditions.some(known => known.aspect === aspect && (value === null || known.value === value))
}

/** Texts that are compared character for character. */
const codes: ReadonlySet<string> = new Set(['slug', 'url', 'language', 'licence', 'format', 'folded', 'cueWords'])

function field(value: unknown, condition: unknown, isCode: boolean): boolean {
  if (isThing(value)) return value.slug === condition
  // The values of vocabularies, of which one may be meant.
  if (typeof condition === 'string' || typeof condition === 'boolean') return value === condition
  if (Array.isArray(condition)) return condition.includes(value)
  return Object.entries(filterOf(condition)).every(([operator, operand]) => {
    if (isTime(value)) return timed(value.time, operator, operand)
    if (operator === 'exactly') return field(value, operand, true)
    if (isCode || operator === 'isNull') return compared(value, operator, operand)
    return compared(folded(value), operator, folded(operand))
  })
}

function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded)
  return typeof value === 'string' ? foldText(value) : value
}

function compared(value: unknown, operator: string, operand: unknown): boolean {
  if (operator === 'isNull') return (value === null) === operand
  if (operator === 'not') return value !== operand
  if (value === null) return false
  if (operator === 'eq') return value === operand
  if (operator === 'in') return Array.isArray(operand) && operand.includes(value)
  if (operator === 'startsWith') return String(value).startsWith(String(operand))
  if (operator === 'contains') return String(value).includes(String(operand))
  const number = Number(value)
  if (operator === 'near') {
    const { value: middle, within } = filterOf(operand)
    const reach = Math.abs(Number(middle)) * Number(within)
    return Number(middle) - reach <= number && number <= Number(middle) + reach
  }
  const other = Number(operand)
  if (operator === 'lt') return number < other
  if (operator === 'lte') return number <= other
  if (operator === 'gt') return number > other
  if (operator === 'gte') return number >= other
  throw new Error(`no operator ${operator}`)
}

function timed({ earliest, latest }: Bounds, operator: string, operand: unknown): boolean {
  const known = earliest !== null || latest !== null
  if (operator === 'isNull') return known !== operand
  const asked = readEdtf(String(operand))
  if (asked === null || !known) return false
  const first = earliest ?? '0000-00-00'
  const last = latest ?? '9999-99-99'
  const from = asked.earliest ?? '0000-00-00'
  const to = asked.latest ?? '9999-99-99'
  if (operator === 'overlaps') return first <= to && from <= last
  if (operator === 'within') {
    const begins = asked.earliest === null || (earliest !== null && earliest >= asked.earliest)
    return begins && (asked.latest === null || (latest !== null && latest <= asked.latest))
  }
  // What has no end does not end before anything; what has no beginning begins after nothing.
  if (operator === 'before') return latest !== null && asked.earliest !== null && latest < asked.earliest
  return earliest !== null && asked.latest !== null && earliest > asked.latest
}

function isGetter(value: unknown): value is () => unknown {
  return typeof value === 'function'
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && '$table' in value
}

function isTime(value: unknown): value is { readonly time: Bounds } {
  return typeof value === 'object' && value !== null && 'time' in value && !('$table' in value)
}

function isFilter(value: unknown): value is Filter {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function filterOf(value: unknown): Filter {
  if (!isFilter(value)) throw new Error(`no filter: ${JSON.stringify(value)}`)
  return value
}

function filters(value: unknown): Filter[] {
  return Array.isArray(value) ? value.map(filterOf) : []
}

/** Whether a wording with two bounds holds a number: “tens of thousands” leaves 100,000 out, “40 to 45” not 45. */
function holdsNumber({ approximation, lower, upper }: Thing, number: number): boolean {
  if (typeof lower !== 'number' || typeof upper !== 'number') return false
  const isBelow = ['NEARLY', 'UNDER', 'ORDER_OF_MAGNITUDE'].includes(String(approximation))
  const isAbove = approximation === 'OVER'
  return (isAbove ? lower < number : lower <= number) && (isBelow ? number < upper : number <= upper)
}

/** Whether a document without authors meets conditions on the name of one. */
function isOfNobody(conditions: Filter): boolean {
  return Object.entries(conditions).every(([operator, operand]) => {
    if (operator === 'exactly') return isOfNobody(filterOf(operand))
    return operand === null || operator === 'not' || (operator === 'isNull' && operand === true)
  })
}
