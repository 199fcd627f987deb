/**
 * The limit of what the machine allows: `node:http` and one hand-written statement a question, which makes the JSON of the
 * same answer in SQLite, on the same database. A search of two words it counts first, as Dixit does. `limit.ts DATABASE
 * PORT`. No schema, no validation, no limits, no errors.
 */

import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
import { addTextFunctions } from '../src/store/engine/textFunctions.ts'
import type { Parameters } from './questions.ts'

/** A list of the JSON that a query makes of each row, as `node`. */
function list(query: string): string {
  return `'{"nodes":[' || coalesce((select group_concat(node, ',') from (${query})), '') || ']}'`
}

/** An object of fields and lists. It is put together as text: JSON that comes out of a subquery would be parsed again. */
function object(fields: string, lists: Readonly<Record<string, string>>): string {
  const parts = Object.entries(lists).map(([name, sql]) => `'"${name}":' || ${sql}`)
  return `'{' || ${parts.join(` || ',' || `)} || ',' || substr(json_object(${fields}), 2)`
}

/** The whole answer, of one field. */
function answer(field: string, sql: string): string {
  return `select '{"data":{"${field}":' || (${sql}) || '}}'`
}

/** What a search finds, from where, in the order of its rank: first what has the very words, then other forms of them. */
function search(rank: string, from: string): string {
  return answer(
    'search',
    `select ${list(`
      select json_object(
        'snippet', replace(replace(marked_excerpt('en', $words, 32, s.text), '\uFDD0', '['), '\uFDD1', ']'),
        'node', json_object('slug', s.slug, 'speaker', json_object('name', a.name))) as node
      from (
        select found.rowid as id, ${rank} as rank,
          found.rowid not in (select rowid from statementSearch($exact)) as form
        from ${from} order by form, 2, 1 limit 10) found
        join statements s on s.id = found.id join agents a on a.id = s.speakerId
      order by found.form, found.rank, found.id`)}`,
  )
}

/** The statement of each question, which takes the parameters by their names. */
export const statements: Readonly<Record<string, string>> = {
  Q1: answer(
    'figure',
    `select ${object(`'slug', f.slug, 'label', f.label, 'value', f.value, 'unit', f.unit`, {
      mentions: list(`
        select json_object('words', m.words, 'approximation', m.approximation, 'value', m.value,
          'passage', json_object('start', p.start, 'end', p."end", 'exact', p.exact),
          'statement', json_object('slug', s.slug, 'text', s.text, 'quotation', s.quotation,
            'speaker', json_object('slug', a.slug, 'name', a.name),
            'document', json_object('slug', d.slug, 'title', d.title, 'published', d.published))) as node
        from figureMentions m join passages p on p.id = m.passageId join statements s on s.id = m.statementId
          join agents a on a.id = s.speakerId join documents d on d.id = s.documentId
        where m.figureId = f.id order by m.id desc limit 20`),
    })} from figures f where f.slug = $slug`,
  ),
  Q2: answer(
    'person',
    `select ${object(`'slug', a.slug, 'name', a.name`, {
      memberships: list(`
        select json_object('role', m.role, 'startDate', m.startDate, 'endDate', m.endDate,
          'organization', json_object('name', o.name), 'onBehalfOf', json_object('name', b.name)) as node
        from memberships m join agents o on o.id = m.organizationId join agents b on b.id = m.onBehalfOfId
        where m.memberId = a.id order by m.id limit 5`),
      statements: list(`
        select ${object(
          `'slug', s.slug, 'text', s.text, 'quotation', s.quotation,
           'document', json_object('title', d.title, 'published', d.published)`,
          {
            figureMentions: list(`
              select json_object('words', m.words, 'figure', json_object('slug', f.slug, 'label', f.label)) as node
              from figureMentions m join figures f on f.id = m.figureId
              where m.statementId = s.id order by m.id limit 5`),
            stances: list(`
              select json_object('stance', t.stance, 'claim', json_object('slug', c.slug, 'text', c.text)) as node
              from stances t join claims c on c.id = t.claimId where t.statementId = s.id order by t.id limit 5`),
          },
        )} as node
        from statements s join documents d on d.id = s.documentId
        where s.speakerId = a.id order by s.documentId, s.start, s.id limit 20`),
    })} from agents a where a.slug = $slug`,
  ),
  Q3: answer(
    'statements',
    `select ${list(`
      select ${object(
        `'slug', s.slug, 'text', s.text, 'voice', s.voice, 'document', json_object('slug', d.slug, 'title', d.title)`,
        {
          mentions: list(`
            select json_object('role', m.role, 'words', m.words) as node
            from mentions m where m.statementId = s.id order by m.id limit 5`),
          figureMentions: list(`
            select json_object('words', m.words, 'approximation', m.approximation,
              'figure', json_object('slug', f.slug, 'label', f.label, 'value', f.value)) as node
            from figureMentions m join figures f on f.id = m.figureId
            where m.statementId = s.id order by m.id limit 5`),
          termUses: list(`
            select json_object('words', u.words, 'referent', json_object('slug', r.slug, 'label', r.label)) as node
            from termUses u join referents r on r.id = u.referentId
            where u.statementId = s.id order by u.id limit 5`),
        },
      )} as node
      from statements s join documents d on d.id = s.documentId
      where s.speakerId = (select id from agents where slug = $speaker)
      order by s.documentId, s.start, s.id limit 100`)}`,
  ),
  Q4: answer(
    'node',
    `select json_object('slug', s.slug, 'text', s.text, 'voice', s.voice, 'quotation', s.quotation,
      'speechAct', s.speechAct, 'speaker', json_object('name', a.name),
      'document', json_object('title', d.title, 'published', d.published))
    from statements s join agents a on a.id = s.speakerId join documents d on d.id = s.documentId
    where s.slug = $id`,
  ),
  Q5: answer(
    'people',
    `select ${list(`
      select json_object('slug', a.slug, 'name', a.name) as node from agents a
      where a.kind = 'PERSON' and exists (
        select 1 from statements s join figureMentions m on m.statementId = s.id join figures f on f.id = m.figureId
        where s.speakerId = a.id and f.value > $above)
      order by a.name, a.id limit 20`)}`,
  ),
  Q6: search('found.rank', 'statementSearch($query) found'),
  /** The second word is by far the rarer one: what has both is ranked by that one (searchWeight.ts). */
  'Q6 weighed': search(
    'weighed.rank',
    `statementSearch($query) found cross join (
      with ranked as materialized (select rowid as id, rank from statementSearch($rare)) select * from ranked) weighed
      on weighed.id = found.rowid`,
  ),
  Q7: answer(
    'statementStats',
    `with counted as (
      select cueWords, count(*) as n from statements
      where speakerId = (select id from agents where slug = $speaker) group by cueWords),
    total as (select sum(n) as n from counted)
    select '{"countedTotal":' || total.n || ',"nodes":[' || (select group_concat(node, ',') from (
      select json_object('count', c.n, 'share', cast(c.n as real) / total.n,
        'keys', json_array(json_object('value', c.cueWords))) as node
      from counted c order by c.n desc, c.cueWords limit 10)) || ']}' from total`,
  ),
}

interface Words {
  /** The stem by which the forms of a word are found. */
  stem(word: string): string
  /** In how many statements a word stands, up to so many. */
  count(word: string, most: number): number
  /** Whether it stands in more than so many. */
  isOver(word: string, most: number): boolean
}

/** The statement that answers, and what is not plain in a request as it takes it. */
type Reading = (parameters: Parameters, words: Words) => [statement: string, parameters: Parameters]

const readings: Readonly<Record<string, Reading>> = {
  Q4: ({ id }) => ['Q4', { id: Buffer.from(String(id), 'base64url').toString().slice('Statement:'.length) }],
  Q6: ({ query }, { count, isOver, stem }) => {
    const words = String(query).toLowerCase().split(' ')
    const forms = words.map(word => `("${word}" OR "${stem(word)}")`)
    const sought = words.map(word => ({ phrases: [word], isPrefix: false, stems: [stem(word)] }))
    const asked = {
      query: forms.join(' AND '),
      exact: words.map(word => `"${word}"`).join(' AND '),
      words: JSON.stringify(sought),
    }
    const [common = '', rare] = forms
    if (rare === undefined) return ['Q6', asked]
    const most = 50 * count(rare, 1_000)
    return isOver(common, most) ? ['Q6 weighed', { ...asked, rare }] : ['Q6', asked]
  },
}

interface Request {
  readonly operationName: string
  readonly variables: Parameters
}

function serve(path: string, port: number): void {
  const database = new Sqlite(path, { readonly: true })
  // Mapped, as Dixit maps it.
  database.pragma('mmap_size = 2147418112')
  // Stems, and the excerpts of what is found: FTS5 holds no text that it could make them of.
  addTextFunctions(database)
  const prepared = new Map(
    Object.entries(statements).map(([name, sql]) => [name, database.prepare<[Parameters], string>(sql).pluck()]),
  )
  const counted = database
    .prepare<[string, number], number>('select count(*) from (select 1 from statementSearch(?) limit ? + 0)')
    .pluck()
  const passed = database
    .prepare<[string, number], number>('select 1 from statementSearch(?) limit 1 offset ? + 0')
    .pluck()
  const stemmed = database.prepare<[string], string>(`select search_stems(?, 'en')`).pluck()
  const words: Words = {
    stem: word => stemmed.get(word) ?? word,
    count: (word, most) => counted.get(word, most) ?? 0,
    isOver: (word, most) => passed.get(word, most) !== undefined,
  }
  createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const { operationName, variables }: Request = JSON.parse(Buffer.concat(chunks).toString())
      const [name, parameters] = readings[operationName]?.(variables, words) ?? [operationName, variables]
      const answer = prepared.get(name)?.get(parameters) ?? ''
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
      response.end(answer)
    })
  }).listen(port, '127.0.0.1')
}

if (import.meta.main) serve(process.argv[2] ?? '', Number(process.argv[3]))
