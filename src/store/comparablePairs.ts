import type { SQL } from 'drizzle-orm'
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
import { sql } from './drizzle.ts'
import { figure } from './entities.ts'
import { FilterCompiler, type FilterInput, name } from './filter.ts'
import { figureConditions, figureMentions, figureRelations, figures } from './tables/figures.ts'
import { timeExpressions } from './tables/times.ts'

/** The relations that set two figures side by side; to be parts of one sum is something else. */
const sideBySide = sql`('ROUNDS', 'COMPARED_WITH', 'IN_TENSION_WITH')`

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

/** The pairs of mentions whose figures are comparable, as `isComparable` of the analysis has it. Each comes once. */
export function readPairs(database: Database, request: PairRequest): Page<Pair> {
  const asked = stretch(request)
  const order: Order = { name: 'PAIR', keys: [sql`"oneId"`, sql`"otherId"`], descending: false }
  const rows = database.all<Pair>(sql`
    select * from (${pairs(request)}) where true${andBeyond(order, asked)}
    order by ${sorted(order, asked)} limit ${asked.size + 1}`)
  return pageOf(asked, rows, pair => ({
    cursor: writeCursor(order.name, JSON.stringify([pair.oneId, pair.otherId])),
    node: pair,
  }))
}

/** How many pairs there are. */
export function countPairs(database: Database, request: PairRequest): number {
  const [row] = database.all<{ count: number }>(sql`select count(*) as count from (${pairs(request)})`)
  return row?.count ?? 0
}

/**
 * The same unit; the same referent, or the same words for the population unless both have a referent; the same
 * conditions; times that have a day in common. Where one is silent, only a relation that sets the two side by side makes
 * them comparable. A figure is comparable with itself.
 */
function pairs({ filter, figure: slug, verdicts }: PairRequest): SQL {
  const compiler = new FilterCompiler()
  const row = compiler.alias(figures)
  const asked = slug == null ? null : sql`(select id from ${figures} where slug = ${slug})`
  const samePopulation = sql`case when f.referentId is null or g.referentId is null
    then f.population = g.population else f.referentId = g.referentId end`
  // Null where one is silent: open ends reach without limit.
  const sameTime = sql`case when p.edtf is not null and q.edtf is not null then
    (p.earliest is null or q.latest is null or p.earliest <= q.latest)
    and (q.earliest is null or p.latest is null or q.earliest <= p.latest) end`
  return sql`
    with asked as (select ${name(row)}.* from ${figures} ${name(row)} where ${compiler.condition(figure, row, filter)}),
    candidates (one, other, beside) as (${candidates(asked)})
    select distinct min(one.id, other.id) as "oneId", max(one.id, other.id) as "otherId"
    from candidates cross join asked f on f.id = candidates.one cross join asked g on g.id = candidates.other
    left join ${timeExpressions} p on p.id = f.timeId left join ${timeExpressions} q on q.id = g.timeId
    cross join ${figureMentions} one on one.figureId = f.id
    cross join ${figureMentions} other on other.figureId = g.id and other.id <> one.id
    where (f.id = g.id or (
        f.unit = g.unit and case when beside
          then ${samePopulation} is not false and ${sameTime} is not false and not ${conditionsDiffer}
          else ${samePopulation} and ${sameTime} and ${conditionsOf(sql`f.id`)} is ${conditionsOf(sql`g.id`)} end))
      and interval_relation(one.approximation, one.value, one.lower, one.upper,
            other.approximation, other.value, other.lower, other.upper)
          in (select value from json_each(${JSON.stringify(verdicts)}))`
}

/**
 * The pairs of figures that may be comparable, found by their indexes: a figure that is mentioned twice; two that are set
 * side by side; two of the same referent or population, both of which have a time. The last are the many: their number
 * grows with the square of how many dated figures one referent has.
 */
function candidates(figure: SQL | null): SQL {
  const [isOne, isEither, first] =
    figure === null
      ? [sql`true`, sql`true`, sql`g.id > f.id`]
      : [
          sql`figureId = ${figure}`,
          sql`(subjectId = ${figure} or objectId = ${figure})`,
          sql`f.id = ${figure} and g.id <> f.id`,
        ]
  // All row ids are above 0; that it has a time is said so that the index of times is searched.
  const dated = (same: SQL) => sql`
    select f.id, g.id, false from asked f cross join asked g on ${same} and g.unit = f.unit
    where f.timeId > 0 and g.timeId > 0 and ${first}`
  return sql`
    select figureId, figureId, false from ${figureMentions} where ${isOne} group by figureId having count(*) > 1
    union all
    select subjectId, objectId, true from ${figureRelations} where kind in ${sideBySide} and ${isEither}
    union all ${dated(sql`g.referentId = f.referentId`)}
    union all ${dated(sql`g.population = f.population and (f.referentId is null or g.referentId is null)`)}`
}

const conditionsDiffer = sql`exists (
  select 1 from ${figureConditions} c join ${figureConditions} d on d.figureId = g.id and d.aspect = c.aspect
  where c.figureId = f.id and d.value <> c.value)`

/** All the conditions of a figure as one text, the same for the same conditions. */
function conditionsOf(id: SQL): SQL {
  return sql`(
    select json_group_array(json_array(c.aspect, c.value) order by c.aspect) from ${figureConditions} c where c.figureId = ${id})`
}

/** The relation that sets two figures side by side, by row id; null if there is none. For each of the pairs, in order. */
export function relationsBetween(
  database: Database,
  pairs: readonly (readonly [one: number, other: number])[],
): (number | null)[] {
  const rows = database.all<{ relation: number | null }>(sql`
    select (
      select min(r.id) from ${figureRelations} r
      where r.kind in ${sideBySide} and (
        (r.subjectId = pair.value ->> 0 and r.objectId = pair.value ->> 1)
        or (r.subjectId = pair.value ->> 1 and r.objectId = pair.value ->> 0))) as relation
    from json_each(${JSON.stringify(pairs)}) pair order by pair.key`)
  return rows.map(({ relation }) => relation)
}
