import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { SIDE_BY_SIDE, TENSIONS } from '../../model/figureRelation.ts'
import type { FigureVerdict } from '../../model/vocabulary.ts'
import {
  andBehind,
  type Order,
  type Page,
  pageOf,
  readCursor,
  type StretchRequest,
  sorted,
  stretch,
  writeCursor,
} from '../engine/cursor.ts'
import type { Database } from '../engine/database.ts'
import { sql } from '../engine/drizzle.ts'
import { eachOf } from '../engine/eachOf.ts'
import { literals } from '../engine/literals.ts'
import { opaque } from '../engine/opaque.ts'
import { asAsked } from '../query/comparison.ts'
import { FilterCompiler, type FilterInput, name } from '../query/filter.ts'
import { rowOfCursor } from '../query/listCursor.ts'
import { figure, figureMention } from '../schema/entities.ts'
import { figureConditions, figureMentions, figureRelations, figures } from '../tables/figures.ts'
import { timeExpressions } from '../tables/times.ts'

const sideBySide = literals(SIDE_BY_SIDE)
const inTension = literals(TENSIONS)

/** Which pairs of mentions are asked for. */
export interface PairRequest extends StretchRequest {
  /** Both figures meet it. */
  readonly filter?: FilterInput | null | undefined
  /** Pairs in which this figure, by its slug, is one; all pairs, if there is none. */
  readonly figure?: string | null | undefined
  /** How the two stand to each other. */
  readonly verdicts: readonly Exclude<FigureVerdict, 'NOT_COMPARABLE'>[]
  /** Those in tension, or all others; whether or not they are, if nothing is said. */
  readonly inTension?: boolean | null | undefined
}

/** Two mentions of figures that count the same, by row ids. */
export interface ComparablePair {
  readonly oneId: number
  readonly otherId: number
}

/** The same with the slugs, by which cursors name them. */
interface NamedPair extends ComparablePair {
  readonly oneSlug: string
  readonly otherSlug: string
}

/**
 * How many pairs of mentions are looked at for one page, half a second's work. Where few of many are what is asked for (the
 * rare tension among thousands of figures for one population), a page would otherwise look at all of them.
 */
const lookedAt = 100_000

/**
 * The pairs of mentions whose figures are comparable, as `isComparable` of the analysis has it. Each comes once. Reading
 * stops after so many pairs that were looked at: then the page holds those found so far, and the next one goes on there.
 *
 * Each mention goes with those after it, so that a page is read in order and reading stops with it.
 */
export function readPairs(database: Database, request: PairRequest): Page<ComparablePair> {
  const asked = stretch(request)
  const order: Order = { name: 'PAIR', keys: [sql`one.id`, sql`other.id`], descending: [false, false] }
  const { f, g, from, holds } = pairsOf(request)
  const [one, other] = [name(f), name(g)]
  const behind = readCursor(asked, order)?.map(slug => rowOfCursor(database, figureMention, slug, asked)) ?? null
  const candidates = sql`
    from ${figureMentions} one cross join ${figures} ${one} on ${f.id} = one.figureId
    cross join ${figureMentions} other on other.id in (
      select m.id from ${figureMentions} m where m.figureId in (${candidatesFor(f)}) and m.id > one.id)
    cross join ${figures} ${other} on ${g.id} = other.figureId
    where ${from(sql`one`)} ${behind === null ? sql`` : andBehind(order, asked, behind)} order by ${sorted(order, asked)}`
  const rows = database.all<NamedPair>(sql`
    select "oneId", "otherId", one.slug as "oneSlug", other.slug as "otherSlug" from (
      select one.id as "oneId", other.id as "otherId" ${candidates} limit ${opaque(lookedAt)}) looked
    cross join ${figureMentions} one on one.id = "oneId" cross join ${figureMentions} other on other.id = "otherId"
    cross join ${figures} ${one} on ${f.id} = one.figureId cross join ${figures} ${other} on ${g.id} = other.figureId
    left join ${timeExpressions} p on p.id = ${f.timeId} left join ${timeExpressions} q on q.id = ${g.timeId}
    where ${holds} limit ${opaque(asked.size + 1)}`)
  const cursorOf = ({ oneSlug, otherSlug }: NamedPair) => writeCursor(order.name, [oneSlug, otherSlug])
  const page = pageOf(asked, rows, pair => ({ cursor: cursorOf(pair), node: pair }))
  if (rows.length > asked.size) return page
  const [last] = database.all<NamedPair>(sql`
    select one.id as "oneId", other.id as "otherId", one.slug as "oneSlug", other.slug as "otherSlug" ${candidates} limit 1 offset ${lookedAt - 1}`)
  if (last === undefined) return page
  return asked.backward
    ? { ...page, hasPreviousPage: true, startCursor: cursorOf(last) }
    : { ...page, hasNextPage: true, endCursor: cursorOf(last) }
}

/**
 * How many pairs there are. Mentions of a figure that commit to the same stand to each other mention as one: pairs of
 * these are looked at, and multiplied.
 */
export function countPairs(database: Database, request: PairRequest): number {
  const { f, g, from, holds } = pairsOf(request)
  const [row] = database.all<{ count: number }>(sql`
    with wording as materialized (
      select min(m.id) as id, m.figureId, m.approximation, m.value, m.lower, m.upper, count(*) as mentions
      from ${figureMentions} m cross join ${figures} ${name(f)} on ${f.id} = m.figureId
      where ${from(sql`m`)} group by 2, 3, 4, 5, 6)
    select coalesce(sum(
      case when one.id = other.id then one.mentions * (one.mentions - 1) / 2 else one.mentions * other.mentions end), 0) as count
    from wording one cross join ${figures} ${name(f)} on ${f.id} = one.figureId
    left join ${timeExpressions} p on p.id = ${f.timeId}
    cross join ${figures} ${name(g)} on ${g.id} in (${candidatesFor(f)})
    left join ${timeExpressions} q on q.id = ${g.timeId}
    cross join wording other on other.figureId = ${g.id} and other.id >= one.id
    where ${holds}`)
  return row?.count ?? 0
}

/** Whether the graph has more wordings of figures than so many. */
export function hasMoreMentions(database: Database, many: number): boolean {
  const behind = database.value<number>(
    'select 1 from figureMentions where figureId is not null limit 1 offset ?',
    many,
  )
  return behind !== undefined
}

/**
 * Which pairs are asked for. `from` says where the mentions of a figure `f` are. `holds` says
 * which of two are a pair, with the other under `other` and `g`, and the times of the figures under `p` and `q`: the same
 * unit; the same referent, or the same words for the population unless both have a referent; the same conditions;
 * times that have a day in common. Where one is silent, only a relation that sets the two side by side makes them
 * comparable. A figure is comparable with itself.
 */
function pairsOf({ filter, figure: slug, verdicts, inTension: tension }: PairRequest) {
  const compiler = new FilterCompiler()
  const [f, g, start] = [compiler.alias(figures), compiler.alias(figures), compiler.alias(figures)]
  const asked = slug == null ? null : sql`(select id from ${figures} where slug = ${slug})`
  const samePopulation = sql`case when ${f.referentId} is null or ${g.referentId} is null
    then ${f.population} = ${g.population} else ${f.referentId} = ${g.referentId} end`
  // Null where one is silent: open ends reach without limit.
  const sameTime = sql`case when p.edtf is not null and q.edtf is not null then
    (p.earliest is null or q.latest is null or p.earliest <= q.latest)
    and (q.earliest is null or p.latest is null or q.earliest <= p.latest) end`
  const areRelated = (kinds: SQL) => sql`exists (
    select 1 from ${figureRelations} r where r.kind in ${kinds}
      and ((r.subjectId = ${f.id} and r.objectId = ${g.id}) or (r.subjectId = ${g.id} and r.objectId = ${f.id})))`
  const areBeside = areRelated(sideBySide)
  const sameInAll = sql`(${samePopulation} and ${sameTime} and ${conditionsOf(f.id)} is ${conditionsOf(g.id)})`
  const relation = sql`interval_relation(one.approximation, one.value, one.lower, one.upper,
            other.approximation, other.value, other.lower, other.upper)`
  const areInTension = sql`${relation} = 'DISJOINT' and (${areRelated(inTension)} or (${f.unit} = +${g.unit} and ${sameInAll}))`
  // By their ids, not by their figures: then they come in order, and pairs need not be sorted before the first is read.
  const ofFigures = (mention: SQL, which: SQL) =>
    sql`${mention}.id in (select m.id from ${figureMentions} m where m.figureId in (${which}))`
  const meeting = sql`select ${start.id} from ${figures} ${name(start)} where ${compiler.condition(figure, start, filter)}`
  const from = (mention: SQL) =>
    asked === null
      ? filter == null
        ? sql`true`
        : ofFigures(mention, meeting)
      : sql`${ofFigures(mention, candidatesOf(asked))} and ${compiler.condition(figure, f, filter)}`
  const holds = sql`${compiler.condition(figure, g, filter)}
      and ${asked === null ? sql`true` : sql`${asked} in (${f.id}, ${g.id})`}
      and (${f.id} = +${g.id} or (${f.unit} = +${g.unit} and (
        ${sameInAll}
        or (${samePopulation} is not false and ${sameTime} is not false and ${areBeside}
          and not ${conditionsDiffer(f.id, g.id)}))))
      and ${relation} in (${eachOf(verdicts)})
      and ${tension == null ? sql`true` : asAsked(areInTension, tension)}`
  return { f, g, from, holds }
}

/** `candidatesFor` the figure of that row id. */
function candidatesOf(id: SQL): SQL {
  const figure = new FilterCompiler().alias(figures)
  return sql`
    select c.id from ${figures} ${name(figure)} cross join ${figures} c on c.id in (${candidatesFor(figure)})
    where ${figure.id} = ${id}`
}

/**
 * The figures that may be comparable with a figure, found by their indexes: itself; those that are set beside it; those of
 * the same referent or population, if both have a time. The last are the many, where one referent has many dated figures.
 */
function candidatesFor(f: typeof figures): SQL {
  return sql`
    select ${f.id}
    union all select r.objectId from ${figureRelations} r where r.subjectId = ${f.id} and r.kind in ${sideBySide}
    union all select r.subjectId from ${figureRelations} r where r.objectId = ${f.id} and r.kind in ${sideBySide}
    union all select c.id from ${figures} c
      where c.referentId = ${f.referentId} and +c.unit = ${f.unit} and c.timeId is not null and ${f.timeId} is not null
    union all select c.id from ${figures} c
      where c.unit = ${f.unit} and c.population = ${f.population} and c.timeId is not null and ${f.timeId} is not null
        and (c.referentId is null or ${f.referentId} is null)`
}

function conditionsDiffer(one: SQLiteColumn, other: SQLiteColumn): SQL {
  return sql`exists (
    select 1 from ${figureConditions} c join ${figureConditions} d on d.figureId = ${other} and d.aspect = c.aspect
    where c.figureId = ${one} and d.value <> c.value)`
}

/** All the conditions of a figure as one text, the same for the same conditions. */
function conditionsOf(id: SQLiteColumn): SQL {
  return sql`(
    select json_group_array(json_array(c.aspect, c.value) order by c.aspect) from ${figureConditions} c where c.figureId = ${id})`
}

/** The relation that sets two figures side by side, by row id, a tension first; null if there is none. For each of the pairs, in order. */
export function relationsBetween(
  database: Database,
  pairs: readonly (readonly [one: number, other: number])[],
): (number | null)[] {
  const rows = database.all<{ relation: number | null }>(sql`
    select (
      select r.id from ${figureRelations} r
      where r.kind in ${sideBySide} and (
        (r.subjectId = pair.value ->> 0 and r.objectId = pair.value ->> 1)
        or (r.subjectId = pair.value ->> 1 and r.objectId = pair.value ->> 0))
      order by r.kind in ${inTension} desc, r.id limit 1) as relation
    from json_each(${JSON.stringify(pairs)}) pair order by pair.key`)
  return rows.map(({ relation }) => relation)
}
