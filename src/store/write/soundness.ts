import { searchDerivation } from '../../model/searchDerivation.ts'
import { fragmentsOf, joint } from '../../model/selector.ts'
import { CodePoints, foldWords, sha256 } from '../../model/text.ts'
import type { Database } from '../engine/database.ts'
import { currentRevision, recordRevision } from '../engine/revisions.ts'
import { partNames } from '../schema/statementParts.ts'
import { type SearchIndex, searchIndexes } from '../search/searchIndexes.ts'
import { derivationOf, entering, rebuildSearch } from './searchIndex.ts'

/** What is wrong with a database. */
export interface Flaw {
  /** What is wrong, for people. */
  readonly what: string
  readonly count: number
  /** One of them. */
  readonly example: string
  /** Mends them, within a transaction that is open; null if only a new import or a backup can. */
  readonly mend: (() => void) | null
}

/** What a database is examined for, in order: each says how many things it looked at, and what is wrong with them. */
export const examinations = {
  'integrity of the file': fileIntegrity,
  'references between rows': references,
  'search indexes': search,
  'passages, against the texts': evidence,
  'derived columns': derivedColumns,
  'what belongs together': belongings,
} as const satisfies Readonly<Record<string, (database: Database) => Examination>>

export interface Examination {
  readonly examined: number
  readonly flaws: readonly Flaw[]
}

/** How many faults of the file are listed: one with a damaged page has thousands. */
const fileFaultsCap = 20

function fileIntegrity({ client }: Database): Examination {
  const faults = client
    .prepare<[], string>(`pragma integrity_check(${fileFaultsCap})`)
    .pluck()
    .all()
    .filter(line => line !== 'ok')
  const pages = Number(client.pragma('page_count', { simple: true }))
  return { examined: pages, flaws: faults.map(fault => flaw('the file is damaged', 1, fault)) }
}

function references({ client }: Database): Examination {
  interface Broken {
    readonly table: string
    readonly rowid: number
    readonly parent: string
  }
  const broken = client.prepare<[], Broken>('pragma foreign_key_check').all()
  const groups = Map.groupBy(broken, ({ table, parent }) => `rows of ${table} refer to none of ${parent}`)
  const tables = client.prepare<[], number>(`select count(*) from sqlite_schema where type = 'table'`).pluck().get()
  const flaws = [...groups].map(([what, rows]) => flaw(what, rows.length, `row ${rows[0]?.rowid}`))
  return { examined: tables ?? 0, flaws }
}

function search(database: Database): Examination {
  const indexes = Object.values(searchIndexes)
  const made = derivationOf(database)
  if (made !== 0 && made !== searchDerivation()) {
    const what = 'search indexes were made by another stemmer, or other dictionaries, than this version has'
    return { examined: indexes.length, flaws: [flaw(what, indexes.length, `${made}`, () => rebuildSearch(database))] }
  }
  const flaws = indexes.flatMap(index => {
    const [first] = differences(database, index)
    if (first === undefined) return []
    return [flaw(`the index ${index.name} is not of what is stored`, 1, first, () => rebuildSearch(database))]
  })
  return { examined: indexes.length, flaws }
}

/** Compares a search index with one that is made anew from what is stored: each word at each of its places. */
function differences({ client }: Database, index: SearchIndex): string[] {
  const { name } = index
  const made = client.prepare<[string], string>('select sql from sqlite_schema where name = ?').pluck().get(name)
  client.exec(made?.replace(/^CREATE VIRTUAL TABLE `\w+`/, 'CREATE VIRTUAL TABLE temp.anew') ?? '')
  try {
    client.exec(entering(index, 'temp.anew'))
    client.exec(`create virtual table temp.kept using fts5vocab(main, ${name}, instance)`)
    client.exec('create virtual table temp.wanted using fts5vocab(temp, anew, instance)')
    return ['kept except select * from wanted', 'wanted except select * from kept'].flatMap(tables =>
      client
        .prepare<[], { term: string; doc: number }>(`select * from ${tables} limit 1`)
        .all()
        .map(({ term, doc }) => `“${term}” in row ${doc}`),
    )
  } finally {
    for (const table of ['kept', 'wanted', 'anew']) client.exec(`drop table if exists temp.${table}`)
  }
}

function evidence({ client }: Database): Examination {
  interface Document {
    readonly id: number
    readonly slug: string
    readonly text: string
    readonly sha256: string
    readonly length: number
  }
  const documents = client
    .prepare<[], Document>('select id, slug, text, sha256, length from documents join documentTexts on documentId = id')
    .iterate()
  const passagesOf = client.prepare<[number], { slug: string; selector: string; exact: string }>(
    'select slug, selector, exact from passages where documentId = ?',
  )
  const changed: string[] = []
  const moved: string[] = []
  let examined = 0
  for (const { id, slug, text, sha256: digest, length } of documents) {
    const points = new CodePoints(text)
    if (sha256(text) !== digest || points.length !== length) changed.push(slug)
    for (const { slug: passage, selector, exact } of passagesOf.all(id)) {
      examined += 1
      if (wordsAt(points, selector) !== exact) moved.push(passage)
    }
  }
  return {
    examined,
    flaws: [
      ...listed('documents have another text than was imported: import them again, with --replace', changed),
      ...listed('passages do not stand in the text: import their documents again, with --replace', moved),
    ],
  }
}

function wordsAt(points: CodePoints, selector: string): string | null {
  try {
    return fragmentsOf(selector)
      .map(({ start, end }) => points.slice(start, end))
      .join(joint)
  } catch {
    // Outside of the text.
    return null
  }
}

/** A column that follows from others: which rows there are, what it must be, and how it is put right. */
interface Derived {
  readonly what: string
  readonly rows: string
  readonly right: (words: string) => string
  readonly put: string
}

const folded: readonly Derived[] = [
  {
    what: 'statements have a cue whose folded words are not those of its passage',
    rows: 'select s.id, s.cueWords as kept, p.exact as words from statements s join passages p on p.id = s.cueId',
    right: foldWords,
    put: 'update statements set cueWords = ? where id = ?',
  },
  {
    what: 'uses of terms have folded words that are not their own',
    rows: 'select id, folded as kept, words from termUses',
    right: foldWords,
    put: 'update termUses set folded = ? where id = ?',
  },
]

/** What networks count of statements stands in their stances too. */
const copies = `(select s.speakerId, s.documentId, s.timeId, s.onBehalfOfId from statements s where s.id = statementId)`
const unlike = `(speakerId, documentId, timeId, onBehalfOfId) is not ${copies}`

function derivedColumns({ client }: Database): Examination {
  interface Row {
    readonly id: number
    readonly kept: string | null
    readonly words: string
  }
  let examined = 0
  const flaws = folded.flatMap(({ what, rows, right, put }) => {
    const wrong: Row[] = []
    for (const row of client.prepare<[], Row>(rows).iterate()) {
      examined += 1
      if (row.kept !== right(row.words)) wrong.push(row)
    }
    const mend = () => {
      const update = client.prepare<[string, number]>(put)
      for (const { id, words } of wrong) update.run(right(words), id)
    }
    return listed(
      what,
      wrong.map(({ id }) => `row ${id}`),
      mend,
    )
  })
  const stances = client.prepare<[], string>(`select slug from stances where ${unlike}`).pluck().all()
  examined += client.prepare<[], number>('select count(*) from stances').pluck().get() ?? 0
  const mendStances = () => {
    client.exec(`update stances set (speakerId, documentId, timeId, onBehalfOfId) = ${copies} where ${unlike}`)
  }
  return {
    examined,
    flaws: [
      ...flaws,
      ...listed('stances are not like their statements', stances, mendStances),
      ...slugsNotFound(client),
    ],
  }
}

/** What stands in a statement and is not found by its slug, as it is not marked whether that begins with the statement's; or found twice. */
function slugsNotFound(client: Database['client']): Flaw[] {
  return partNames.flatMap(table => {
    const isApart = `(select case when substr("${table}".slug, 1, length(s.slug) + 1) = s.slug || '/' then null else 1 end
      from statements s where s.id = statementId)`
    const found = client
      .prepare<[], { slug: string; times: number; wrong: number }>(
        `select slug, count(*) as times, sum(namedApart is not ${isApart}) as wrong from "${table}"
         group by slug having times > 1 or wrong > 0`,
      )
      .all()
    const wrong = found.flatMap(({ slug, wrong: count }) => Array<string>(count).fill(slug))
    const twice = found.filter(({ times }) => times > 1).map(({ slug }) => slug)
    return [
      ...listed(`rows of ${table} are not found by their slug`, wrong, () => {
        client.exec(`update "${table}" set namedApart = ${isApart} where namedApart is not ${isApart}`)
      }),
      ...listed(`rows of ${table} have the slug of another`, twice),
    ]
  })
}

function belongings(database: Database): Examination {
  const { client } = database
  const slugs = (sql: string) => client.prepare<[], string>(sql).pluck().all()
  const textless = slugs(
    'select slug from documents d where not exists (select 1 from documentTexts where documentId = d.id)',
  )
  const unlike = slugs(
    'select s.slug from statements s join passages p on p.id = s.contentId where s.text <> p.exact or s.documentId <> p.documentId',
  )
  const lost = slugs(
    `select m.tableName || ' ' || m.rowId from decisionMoves m where m.tableName = 'statements'
       and not exists (select 1 from statements where id = m.rowId)`,
  )
  const examined = client.prepare<[], number>('select count(*) from statements').pluck().get() ?? 0
  const isUnrecorded = currentRevision(database) === null && slugs('select slug from documents limit 1').length > 0
  const record = () => recordRevision(database, 'mended', String(examined))
  return {
    examined,
    flaws: [
      ...listed('documents have no text: import them again, with --replace', textless),
      ...listed('statements are not worded as their passage is: import their documents again, with --replace', unlike),
      ...listed('decisions moved a statement that is not there', lost),
      ...listed('the graph is filled, and no change is recorded', isUnrecorded ? ['revisions'] : [], record),
    ],
  }
}

function listed(what: string, found: readonly string[], mend: Flaw['mend'] = null): Flaw[] {
  const [first] = found
  return first === undefined ? [] : [flaw(what, found.length, first, mend)]
}

function flaw(what: string, count: number, example: string, mend: Flaw['mend'] = null): Flaw {
  return { what, count, example, mend }
}
