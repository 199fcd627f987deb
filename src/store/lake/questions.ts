/**
 * What is asked of exported tables, in SQL: one text for each question, in the words that engines have in common.
 *
 * Rows are joined by `lake` and row id, which hold within one export; what is counted goes by slug, which holds in all.
 */

import { type Basis, retellings } from '../../model/vocabulary.ts'
import { textList, textLiteral } from './dialect.ts'
import type { Lake } from './lake.ts'

/** Which statements are counted. */
export interface LakeFilter {
  /** Slugs; none is no condition. */
  readonly speakers: readonly string[]
  readonly documents: readonly string[]
  readonly publishers: readonly string[]
  readonly datasets: readonly string[]
  readonly languages: readonly string[]
  /** The coders whose readings count; those of one coder a document, if there are none. */
  readonly coders: readonly string[]
  /** Whether repeated documents count each, and every coder's reading. */
  readonly repeats: boolean
  /** Days that the publication overlaps; null is no bound. */
  readonly during: { readonly earliest: string | null; readonly latest: string | null } | null
  readonly nested: boolean
}

/** The condition that a filter is, of a statement `s` and its document `d`. */
export function meets(filter: LakeFilter): string {
  const { coders, during, nested, repeats } = filter
  const conditions = [
    ...oneOf('s.speaker', filter.speakers),
    ...oneOf('s.document', filter.documents),
    ...oneOf('s.coder', coders),
    ...oneOf('d.publisher', filter.publishers),
    ...oneOf('d.dataset', filter.datasets),
    ...oneOf('d.language', filter.languages),
    ...(during === null ? [] : [overlaps(during)]),
    ...(nested ? [] : ['s.reportedInId is null']),
    ...(repeats ? [] : [coders.length === 0 ? 's.repeat is null' : "coalesce(s.repeat, '') <> 'TEXT'"]),
  ]
  return conditions.length === 0 ? '1 = 1' : conditions.join(' and ')
}

function oneOf(column: string, slugs: readonly string[]): string[] {
  return slugs.length === 0 ? [] : [`${column} in ${textList(slugs)}`]
}

function overlaps({ earliest, latest }: { readonly earliest: string | null; readonly latest: string | null }): string {
  const day = (text: string) => `cast(${textLiteral(text)} as date)`
  return [
    'coalesce(d.publishedEarliest, d.publishedLatest) is not null',
    ...(latest === null ? [] : [`(d.publishedEarliest is null or d.publishedEarliest <= ${day(latest)})`]),
    ...(earliest === null ? [] : [`(d.publishedLatest is null or d.publishedLatest >= ${day(earliest)})`]),
  ].join(' and ')
}

/** Whether a filter asks for certain statements, and does not only leave some out. */
export function isNarrowed({
  speakers,
  documents,
  publishers,
  datasets,
  languages,
  coders,
  during,
}: LakeFilter): boolean {
  return (
    [speakers, documents, publishers, datasets, languages, coders].some(({ length }) => length > 0) || during !== null
  )
}

/** What a filter looks at. */
const statementColumns = ['id', 'speaker', 'document', 'documentId', 'coder', 'reportedInId', 'repeat'] as const
const documentColumns = [
  ...['id', 'dataset', 'language', 'publisher', 'publisherId', 'publishedEarliest', 'publishedLatest'],
] as const

/** The documents of rows of an alias, as `d`. */
export function documentsJoined(lake: Lake, alias: string): string {
  return `join ${lake.table('documents', documentColumns)} d on d.lake = ${alias}.lake and d.id = ${alias}.documentId`
}

/** Statements `s`, with the columns of them that are asked for, and their documents `d`. */
export function withDocuments(lake: Lake, ...columns: readonly string[]): string {
  return `${lake.table('statements', [...statementColumns, ...columns])} s ${documentsJoined(lake, 's')}`
}

/** The same, with their documents only if the filter asks for some of these. */
export function said(lake: Lake, filter: LakeFilter, ...columns: readonly string[]): string {
  const { publishers, datasets, languages, during } = filter
  const isOfDocuments = during !== null || [publishers, datasets, languages].some(({ length }) => length > 0)
  return isOfDocuments
    ? withDocuments(lake, ...columns)
    : `${lake.table('statements', [...statementColumns, ...columns])} s`
}

/** The languages in which statements stand, those of the most first. */
export function languagesSql(lake: Lake, filter: LakeFilter): string {
  return `select d.language as language, count(*) as statements from ${withDocuments(lake)} where ${meets(filter)}
    group by d.language order by 2 desc, 1`
}

/** How many rows some tables have. */
export function rowCounts(lake: Lake, tables: readonly string[]): string {
  return tables
    .map(name => `select ${textLiteral(name)} as name, count(*) as total from ${lake.table(name, ['slug'])} t`)
    .join(' union all ')
}

/** Which of some slugs a table has, with the texts of a column. */
export function named(lake: Lake, table: string, column: string, slugs: readonly string[] | null): string {
  const where = slugs === null ? '' : `where slug in ${textList(slugs)}`
  return `select slug, min(${column}) as label from ${lake.table(table, ['slug', column])} t ${where} group by slug`
}

/**
 * Places at which the same words introduce what is said, by publisher: each once, as readers of one document share them.
 * Where none are shared it need not be looked for. Publishers come in the order of their row ids.
 */
export function cueCounts(lake: Lake, filter: LakeFilter, areShared: boolean): string {
  const places = areShared ? 'count(distinct s.cueId)' : 'count(s.cueId)'
  return `select publisher, min(place) as place, cue, sum(n) as total from (
      select d.publisher as publisher, min(d.publisherId) as place, s.cueWords as cue, s.lake, ${places} as n
      from ${withDocuments(lake, 'cueWords', 'cueId')} where s.cueWords is not null and ${meets(filter)}
      group by d.publisher, s.cueWords, s.lake
    ) each_lake group by publisher, cue`
}

/** Two sets of speakers whose words are compared; none for the other is all the rest. */
export interface LakeSides {
  readonly one: readonly string[]
  readonly other: readonly string[]
  readonly withParaphrase: boolean
}

/** Statements with the side that said them, and their words. */
function sided(
  lake: Lake,
  { one, other, withParaphrase }: LakeSides,
  filter: LakeFilter,
  what: 'words' | 'paraphrase' = 'words',
): string {
  const rest = other.length === 0 ? "'other'" : `case when s.speaker in ${textList(other)} then 'other' else 'rest' end`
  const words = withParaphrase ? 'coalesce(w.whole, w.own)' : 'w.own'
  return `(select case when s.speaker in ${textList(one)} then 'one' else ${rest} end as side, ${words} as words
    from ${said(lake, filter)}
    join ${lake.table('statementWords', ['statementId', 'own', 'whole'])} w on w.lake = s.lake and w.statementId = s.id
    where ${what === 'words' ? `${words} is not null` : 'w.own is null and w.whole is not null'} and ${meets(filter)}) sided`
}

const onSide = (side: string, count = '1') => `sum(case when side = '${side}' then ${count} else 0 end)`

/** How often each word of either side stands on each, and in the rest. */
export function wordCounts(lake: Lake, sides: LakeSides, filter: LakeFilter): string {
  return `select word, ${onSide('one')} as one, ${onSide('other')} as other, ${onSide('rest')} as rest
    from (select side, word from ${lake.dialect.words(sided(lake, sides, filter), 'words')}) said_words
    where word <> '' group by word having ${onSide('one')} + ${onSide('other')} > 0`
}

/** How many statements of each side are paraphrase alone, whose words are left aside. */
export function paraphraseCounts(lake: Lake, sides: LakeSides, filter: LakeFilter): string {
  return `select side, count(*) as statements from ${sided(lake, sides, filter, 'paraphrase')} group by side`
}

/** How many statements and words each side has, and the rest. */
export function wordTotals(lake: Lake, sides: LakeSides, filter: LakeFilter): string {
  // A space stands before and after each word, and a line ends after a space: words are spaces less lines.
  const spaces = "length(words) - length(replace(words, ' ', ''))"
  const lines = "length(words) - length(replace(words, chr(10), '')) + 1"
  return `select side, count(*) as statements, sum(${spaces} - (${lines})) as words
    from ${sided(lake, sides, filter)} group by side`
}

/** Of which statements something is asked: of all, of those that have a cue, or of those that take a stance. */
export type CountedStatements = 'all' | 'cue' | 'stance'

const areCounted: Readonly<Record<CountedStatements, string>> = {
  all: '1 = 1',
  cue: 's.cueWords is not null',
  stance: 's.stanceCount > 0',
}

/** How many statements repeat others, of all that meet a filter. */
export function repeatCounts(lake: Lake, filter: LakeFilter, what: CountedStatements): string {
  return `select sum(case when s.repeat = 'CODING' then 1 else 0 end) as codings,
      sum(case when s.repeat = 'TEXT' then 1 else 0 end) as texts
    from ${said(lake, filter, 'cueWords', 'stanceCount')} where s.repeat is not null and ${areCounted[what]} and ${meets(filter)}`
}

/** In how many pairs of the statements that meet a filter one retells the other. */
export function retoldPairs(lake: Lake, filter: LakeFilter, what: CountedStatements): string {
  const isCounted = (end: string) =>
    `exists (select 1 from ${said(lake, filter, 'cueWords', 'stanceCount')} where s.lake = r.lake and s.id = r.${end} and ${areCounted[what]} and ${meets(filter)})`
  return `select count(*) as pairs from ${lake.table('statementRelations', ['subjectId', 'objectId', 'kind'])} r
    where r.kind in ${textList(retellings)} and ${isCounted('subjectId')} and ${isCounted('objectId')}`
}

/** How many of the statements that meet a filter several speakers made together. */
export function jointStatements(lake: Lake, filter: LakeFilter, what: CountedStatements): string {
  const joint = `select j.statementId from ${lake.table('statementSpeakers', ['statementId'])} j where j.lake = s.lake`
  return `select count(*) as joint from ${said(lake, filter, 'cueWords', 'stanceCount')}
    where s.id in (${joint}) and ${areCounted[what]} and ${meets(filter)}`
}

/** How many statements have that in a column. */
function counting(column: string, basis: Basis): string {
  return `sum(case when s.${column} = '${basis}' then 1 else 0 end)`
}

/** What `soundness` counts, by names that every engine keeps: of how many statements who speaks, to whom and how was concluded. */
export interface LakeSoundness {
  readonly statements: number | null
  readonly speakers: number
  readonly addressees: number
  readonly channels: number
  readonly automatic: number
  readonly nested: number
  readonly coders: number
  readonly pieces: number
}

/** The cue of a statement that has it in common with others: few do, and telling apart the cues of all takes longer than all else. */
const sharedCue = 'case when s.cueStatementCount > 1 then s.cueId end'

/** What makes counts of statements less sound than they look. */
export function soundness(lake: Lake, filter: LakeFilter, what: CountedStatements): string {
  return `select sum(statements) as statements, sum(speakers) as speakers, sum(addressees) as addressees, sum(channels) as channels,
      sum(automatic) as automatic, sum(nested) as nested, sum(coders) as coders, sum(cues) - sum(differentcues) as pieces from (
      select s.lake, count(*) as statements, ${counting('speakerBasis', 'INFERRED')} as speakers,
        ${counting('addresseeBasis', 'INFERRED')} as addressees, ${counting('channelBasis', 'INFERRED')} as channels,
        ${counting('speakerBasis', 'AUTOMATIC')} as automatic, count(s.reportedInId) as nested,
        count(distinct s.coderId) as coders, count(${sharedCue}) as cues, count(distinct ${sharedCue}) as differentcues
      from ${said(lake, filter, 'cueWords', 'stanceCount', 'cueId', 'cueStatementCount', 'speakerBasis', 'addresseeBasis', 'channelBasis', 'coderId')} where ${areCounted[what]} and ${meets(filter)} group by s.lake
    ) each_lake`
}
