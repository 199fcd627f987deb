import { type SQL, sql } from 'drizzle-orm'
import type { FigureVerdict } from '../model/vocabulary.ts'
import {
  andBeyond,
  type Order,
  type Page,
  pageOf,
  type StretchRequest,
  sorted,
  stretch,
  writeCursor,
} from './cursor.ts'
import type { Database } from './database.ts'
import { figure } from './entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { figureConditions, figureMentions, figureRelations } from './tables/figures.ts'
import { timeExpressions } from './tables/times.ts'

/** The relations that set two figures side by side. */
const sideBySideKinds = ['ROUNDS', 'COMPARED_WITH', 'IN_TENSION_WITH'] as const

/** Which pairs of mentions are asked for. */
export interface PairRequest extends StretchRequest {
  /** Both figures meet it. */
  readonly filter?: FilterInput | null | undefined
  /** Pairs in which this figure, by its slug, is one; all pairs, if there is none. */
  readonly figure?: string | null | undefined
  /** How the two stand to each other. */
  readonly verdicts: readonly Exclude<FigureVerdict, 'NOT_COMPARABLE'>[]
}

/** Two mentions of figures that count the same, by row ids. */
export interface Pair {
  readonly oneId: number
  readonly otherId: number
}

/**
 * The pairs of mentions whose figures are comparable, as `isComparable` of the analysis has it: the same unit and referent
 * (or, without one, the same words for the population), the same conditions, times that have a day in common; or set side
 * by side by a relation, and different in none of these.
 *
 * Each pair comes once. The pairs of one referent are held against each other, so that the work grows with the square of
 * the mentions of the most mentioned one.
 */
export function readPairs(database: Database, request: PairRequest): Page<Pair> {
  const asked = stretch(request)
  const order: Order = { name: 'PAIR', keys: [sql`one.id`, sql`other.id`], descending: false }
  const rows = database.all<Pair>(sql`
    select one.id as "oneId", other.id as "otherId" ${comparable(request)} ${andBeyond(order, asked)}
    order by ${sorted(order, asked)} limit ${asked.size + 1}`)
  return pageOf(asked, rows, pair => ({
    cursor: writeCursor(order.name, JSON.stringify([pair.oneId, pair.otherId])),
    node: pair,
  }))
}

/** How many pairs there are. */
export function countPairs(database: Database, request: PairRequest): number {
  const [row] = database.all<{ count: number }>(sql`select count(*) as count ${comparable(request)}`)
  return row?.count ?? 0
}

function comparable({ filter, figure: slug, verdicts }: PairRequest): SQL {
  const compiler = new FilterCompiler()
  const f = compiler.alias(figure.table)
  const g = compiler.alias(figure.table)
  const involved = slug == null ? sql`true` : sql`(${f.slug} = ${slug} or ${g.slug} = ${slug})`
  return sql`
    from ${figureMentions} one
    join ${figure.table} ${name(f)} on ${f.id} = one.figureId
    join ${figure.table} ${name(g)} on ${g.unit} = ${f.unit} and ${g.referentId} is ${f.referentId}
      and (${f.referentId} is not null or ${g.population} = ${f.population})
    join ${figureMentions} other on other.figureId = ${g.id} and other.id > one.id
    left join ${timeExpressions} p on p.id = ${f.timeId}
    left join ${timeExpressions} q on q.id = ${g.timeId}
    where ${involved}
      and ${compiler.condition(figure, f, filter)} and ${compiler.condition(figure, g, filter)}
      and not exists (
        select 1 from ${figureConditions} c join ${figureConditions} d on d.aspect = c.aspect and d.value <> c.value
        where c.figureId = ${f.id} and d.figureId = ${g.id})
      and (p.edtf is null or q.edtf is null or (
        (p.earliest is null or q.latest is null or p.earliest <= q.latest)
        and (q.earliest is null or p.latest is null or q.earliest <= p.latest)))
      and (${f.id} = ${g.id} or ${sideBySide(sql`${f.id}`, sql`${g.id}`)} or (
        p.edtf is not null and q.edtf is not null
        and ${conditionsOf(sql`${f.id}`)} is ${conditionsOf(sql`${g.id}`)}))
      and interval_relation(one.approximation, one.value, one.lower, one.upper,
            other.approximation, other.value, other.lower, other.upper)
          in (select value from json_each(${JSON.stringify(verdicts)}))`
}

/** Whether the document or a curator has set two figures side by side; to be parts of one sum is something else. */
function sideBySide(one: SQL, other: SQL): SQL {
  return sql`exists (
    select 1 from ${figureRelations} r where r.kind in (${sql.join(
      sideBySideKinds.map(kind => sql`${kind}`),
      sql`, `,
    )})
      and ((r.subjectId = ${one} and r.objectId = ${other}) or (r.subjectId = ${other} and r.objectId = ${one})))`
}

/** All the conditions of a figure as one text, the same for the same conditions. */
function conditionsOf(id: SQL): SQL {
  return sql`(select json_group_array(c.aspect || '=' || c.value order by c.aspect) from ${figureConditions} c where c.figureId = ${id})`
}

/** The relation that sets two figures side by side, by row id; null if there is none. For each of the pairs, in order. */
export function relationsBetween(
  database: Database,
  pairs: readonly (readonly [one: number, other: number])[],
): (number | null)[] {
  const rows = database.all<{ relation: number | null }>(sql`
    select (select min(r.id) from ${figureRelations} r where r.kind in (${sql.join(
      sideBySideKinds.map(kind => sql`${kind}`),
      sql`, `,
    )}) and (
      (r.subjectId = pair.value ->> 0 and r.objectId = pair.value ->> 1)
      or (r.subjectId = pair.value ->> 1 and r.objectId = pair.value ->> 0))) as relation
    from json_each(${JSON.stringify(pairs)}) pair order by pair.key`)
  return rows.map(({ relation }) => relation)
}
