import { daysOf, startOf } from '../analysis/periods.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import {
  countOnTimeline,
  countTimeline,
  groupKey,
  partsOnTimeline,
  readTimeline,
  statementsOnTimeline,
  type Timeline,
  TimelineClock,
  type TimelineGroup,
  type TimelinePart,
} from '../store/counting/timeline.ts'
import type { StretchRequest } from '../store/engine/cursor.ts'
import { type CalendarUnit, CalendarUnits } from '../store/query/statementDate.ts'
import { figureMention, stance } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import {
  type Connection,
  connectionField,
  connectionType,
  OrderDirection,
  pageArgs,
  pageComplexity,
} from './connection.ts'
import { enumOf } from './enums.ts'
import { readingCost } from './readingCost.ts'
import { figureMentionList, stanceList, statementList } from './types.ts'

const PeriodCertainty = {
  CERTAIN: 'They were made within this one period.',
  POSSIBLE: 'They were made in one of these periods, but it is not known which: their time is open or spans several.',
  UNKNOWN: 'When they were made is not known.',
} as const satisfies Vocabulary

/** A group, and what its members and counts are read by. */
interface Shape extends TimelineGroup {
  readonly timeline: Timeline
  /** How many of them there are in each group: counted once for all of them. */
  countOf(part: TimelinePart): Promise<ReadonlyMap<string, number>>
}

const TimelineGroupType = builder.objectRef<Shape>('TimelineGroup').implement({
  description: 'Statements that were made in the same period of a timeline, as far as is known.',
  fields: t => ({
    label: t.string({
      description: 'The period, for people: "2024-07", "2024-W30", "2024-05 to 2024-07", "until 2024-07", "unknown".',
      resolve: labelOf,
    }),
    certainty: t.field({
      type: enumOf('PeriodCertainty', PeriodCertainty, 'How exactly it is known when statements were made.'),
      description: 'How exactly it is known when they were made.',
      resolve: ({ first, last }) =>
        (first ?? last) === null ? 'UNKNOWN' : first === last ? ('CERTAIN' as const) : ('POSSIBLE' as const),
    }),
    earliest: t.string({
      nullable: true,
      description: 'The first day of the period, or of the first of several; null if it is open or not known.',
      resolve: ({ first, timeline: { unit } }) => (first === null ? null : daysOf(startOf(first, unit), unit).from),
    }),
    latest: t.string({
      nullable: true,
      description: 'The last day of the period, or of the last of several; null if it is open or not known.',
      resolve: ({ last, timeline: { unit } }) => (last === null ? null : daysOf(startOf(last, unit), unit).to),
    }),
    statementCount: t.int({ description: 'How many statements there are.', resolve: ({ statements }) => statements }),
    figureMentionCount: t.int({
      description: 'How many mentions of numbers are in them.',
      complexity: readingCost.count,
      resolve: async group => (await group.countOf('figureMentions')).get(groupKey(group)) ?? 0,
    }),
    claimCount: t.int({
      description: 'How many claims they take a stance on; each claim counts once.',
      complexity: readingCost.count,
      resolve: async group => (await group.countOf('claims')).get(groupKey(group)) ?? 0,
    }),
    statements: t.field(
      connectionField<Shape>(statementList, 'The statements.', group => [
        statementsOnTimeline(group.timeline),
        groupKey(group),
      ]),
    ),
    figureMentions: t.field(
      connectionField<Shape>(figureMentionList, 'The mentions of numbers in them.', group => [
        partsOnTimeline(figureMention, group.timeline),
        groupKey(group),
      ]),
    ),
    stances: t.field(
      connectionField<Shape>(stanceList, 'The stances on claims that they take.', group => [
        partsOnTimeline(stance, group.timeline),
        groupKey(group),
      ]),
    ),
  }),
})

function labelOf({ first, last }: TimelineGroup): string {
  if (first === null) return last === null ? 'unknown' : `until ${last}`
  if (last === null) return `from ${first}`
  return first === last ? first : `${first} to ${last}`
}

interface TimelineConnection extends Connection {
  undated(): Promise<number>
}

const TimelineConnectionType = connectionType<Shape, TimelineConnection>('TimelineGroup', TimelineGroupType, t => ({
  undatedCount: t.int({
    description: 'How many of the statements have no date: always the last group.',
    complexity: readingCost.count,
    resolve: page => page.undated(),
  }),
}))

interface Arguments extends StretchRequest {
  readonly unit: CalendarUnit
  readonly clock: TimelineClock
  readonly direction: 'ASC' | 'DESC'
  readonly filter?: Timeline['filter']
}

builder.queryFields(t => ({
  timeline: t.field({
    type: TimelineConnectionType,
    description:
      'Statements, with their numbers and claims, in time order and by period. Each is in one group: that of ' +
      'its period or, if its time is less exact, that of all the periods in which it may have been made. Statements ' +
      'without a date are in the last group. For a range of time, filter by `said`, or by `documentMatches: { published: … }`.',
    args: {
      unit: t.arg({
        type: enumOf('CalendarUnit', CalendarUnits, 'How long a period of a timeline is.'),
        required: true,
        defaultValue: 'MONTH',
        description: 'How long a period is.',
      }),
      clock: t.arg({
        type: enumOf('TimelineClock', TimelineClock, 'Which time of a statement a timeline uses.'),
        required: true,
        defaultValue: 'SAID',
        description: 'Which time of a statement counts.',
      }),
      filter: t.arg({ type: statementList.filter, description: 'Which statements; all by default.' }),
      direction: t.arg({
        type: OrderDirection,
        required: true,
        defaultValue: 'ASC',
        description: 'The direction; the earliest first by default.',
      }),
      ...pageArgs(),
    },
    complexity: (args, held, list) => {
      const { field, multiplier } = pageComplexity(args, held, list)
      return { field: field + readingCost.analysis, multiplier }
    },
    resolve: (_, args, { read }) => pageOfTimeline(args, read),
  }),
}))

async function pageOfTimeline(args: Arguments, read: GraphContext['read']): Promise<TimelineConnection> {
  const { unit, clock, filter } = args
  const timeline = { unit, clock, filter }
  const counts = new Map<TimelinePart, Promise<ReadonlyMap<string, number>>>()
  const countOf = (part: TimelinePart) => {
    const counted = counts.get(part) ?? read.ask(database => countOnTimeline(database, timeline, part))
    counts.set(part, counted)
    return counted
  }
  const page = await read.ask(database => readTimeline(database, args))
  let whole: Promise<ReturnType<typeof countTimeline>> | null = null
  const counted = () => {
    whole ??= read.ask(database => countTimeline(database, timeline))
    return whole
  }
  return {
    ...page,
    edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, timeline, countOf } })),
    count: async () => (await counted()).groups,
    undated: async () => (await counted()).undated,
  }
}
