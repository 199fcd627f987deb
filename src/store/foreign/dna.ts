import { closeSync, constants, openSync, readSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { Failure } from '../../model/failure.ts'

// SQLite holds in a column whatever was put there, so that each row is read by a shape of its own.
const text = z
  .string()
  .nullable()
  .transform(value => value ?? '')

const coderRow = z.object({ ID: z.int(), Name: z.string().min(1) })

const documentRow = z.object({
  ID: z.int(),
  Title: text,
  Text: text,
  Author: text,
  Source: text,
  Section: text,
  Notes: text,
  Type: text,
  /** Seconds since 1970, UTC, of a year of four digits. */
  Date: z.number().gt(-62_135_596_801).lt(253_402_300_800),
})
export type DnaDocument = z.infer<typeof documentRow>

const statementRow = z.object({
  ID: z.int(),
  documentId: z.int(),
  typeId: z.int(),
  /** In UTF-16 units of the document's text, `stop` not included. */
  start: z.int(),
  stop: z.int(),
  coderId: z.int().nullable(),
})
export type DnaStatement = z.infer<typeof statementRow>

/** An entity of a variable, such as a person or a concept, with its attributes: name to value. */
const entityRow = z.object({
  ID: z.int(),
  variable: z.string(),
  value: text,
  attributes: z.string().transform(json => z.record(z.string(), text).parse(JSON.parse(json))),
})
export type DnaEntity = z.infer<typeof entityRow>

/** What a statement says of a variable: an entity, or true or false. */
const valueRow = z.object({ variable: z.string(), entity: z.int().nullable(), value: z.number().nullable() })
export type DnaValue = z.infer<typeof valueRow>

/** What version 2 keeps elsewhere than version 3: values by themselves, attributes beside them, and dates in milliseconds. */
const queriesOf2 = {
  entities: `select a.ID, v.Variable as variable, a.Value as value,
      json_object('type', a.Type, 'alias', a.Alias, 'notes', a.Notes) as attributes
    from ATTRIBUTES a join VARIABLES v on v.ID = a.VariableId
    where v.Variable in (select value from json_each(?)) order by a.ID`,
  documents:
    'select ID, Title, Text, Author, Source, Section, Notes, Type, Date / 1000 as Date from DOCUMENTS order by ID',
  values: `select v.Variable as variable, a.ID as entity, null as value
    from DATASHORTTEXT d join VARIABLES v on v.ID = d.VariableId
    left join ATTRIBUTES a on a.VariableId = d.VariableId and a.Value = d.Value where d.StatementId = ?
    union all select v.Variable, null, d.Value
    from DATABOOLEAN d join VARIABLES v on v.ID = d.VariableId where d.StatementId = ?`,
}

const queriesOf3 = {
  entities: `select e.ID, v.Variable as variable, e.Value as value,
      (select json_group_object(a.AttributeVariable, x.AttributeValue)
       from ATTRIBUTEVALUES x join ATTRIBUTEVARIABLES a on a.ID = x.AttributeVariableId where x.EntityId = e.ID) as attributes
    from ENTITIES e join VARIABLES v on v.ID = e.VariableId
    where v.Variable in (select value from json_each(?)) order by e.ID`,
  documents: 'select ID, Title, Text, Author, Source, Section, Notes, Type, Date from DOCUMENTS order by ID',
  values: `select v.Variable as variable, d.Entity as entity, null as value
    from DATASHORTTEXT d join VARIABLES v on v.ID = d.VariableId where d.StatementId = ?
    union all select v.Variable, null, d.Value
    from DATABOOLEAN d join VARIABLES v on v.ID = d.VariableId where d.StatementId = ?`,
}

/** A database of Discourse Network Analyzer 2 or 3, opened for reading alone. */
export class DnaDatabase {
  readonly #client: Sqlite.Database
  readonly #queries: typeof queriesOf3

  /** @throws Failure BAD_INPUT if it is none, or of another version */
  constructor(path: string) {
    if (isXml(path)) {
      throw new Failure(
        'BAD_INPUT',
        `${path} is an XML file of Discourse Network Analyzer 1. Open it in version 2, and save it as a database.`,
      )
    }
    this.#client = attempt(path, () => new Sqlite(path, { readonly: true, fileMustExist: true }))
    const version = attempt(path, () =>
      this.#client.prepare<[], string>(`select Value from SETTINGS where Property = 'version'`).pluck().get(),
    )
    const queries = version?.startsWith('3.') ? queriesOf3 : version?.startsWith('2.') ? queriesOf2 : null
    if (queries === null) {
      throw new Failure('BAD_INPUT', `${path} is of Discourse Network Analyzer ${version ?? '?'}; 2 and 3 are read.`)
    }
    this.#queries = queries
    // As it is at one moment, whatever another program writes meanwhile.
    attempt(path, () => this.#client.exec('begin'))
  }

  coders(): z.infer<typeof coderRow>[] {
    return this.#all(coderRow, 'select ID, Name from CODERS order by ID')
  }

  /** The entities of the statement types whose variables include all of those named. */
  entities(variables: readonly string[]): DnaEntity[] {
    return this.#all(entityRow, this.#queries.entities, JSON.stringify(variables))
  }

  documents(): DnaDocument[] {
    return this.#all(documentRow, this.#queries.documents)
  }

  statements(documentId: number): DnaStatement[] {
    return this.#all(
      statementRow,
      `select ID, DocumentId as documentId, StatementTypeId as typeId, Start as start, Stop as stop, Coder as coderId
       from STATEMENTS where DocumentId = ? order by Start, ID`,
      documentId,
    )
  }

  /** What a statement says: the entities of its variables, and the values of those that are true or false. */
  values(statementId: number): DnaValue[] {
    return this.#all(valueRow, this.#queries.values, statementId, statementId)
  }

  close(): void {
    this.#client.close()
  }

  #all<Row>(row: z.ZodType<Row>, sql: string, ...parameters: (string | number)[]): Row[] {
    return attempt(this.#client.name, () =>
      this.#client
        .prepare(sql)
        .all(...parameters)
        .map(found => rowOf(row, found)),
    )
  }
}

function rowOf<Row>(row: z.ZodType<Row>, found: unknown): Row {
  const { success, data, error } = row.safeParse(found)
  if (success) return data
  const [issue] = error.issues
  throw new Error(`a row does not hold what it should: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** The first files of the program were XML with the same ending. */
function isXml(path: string): boolean {
  return attempt(path, () => {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const start = Buffer.alloc(8)
      readSync(descriptor, start)
      return start
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .startsWith('<?xml')
    } finally {
      closeSync(descriptor)
    }
  })
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure('BAD_INPUT', `${path} cannot be read as a database of Discourse Network Analyzer: ${why}.`)
  }
}
