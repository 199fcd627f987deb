import {
  compareFraming,
  countStatements,
  type Framing,
  type FramingCell,
  type FramingLine,
  type FramingTableName,
  fewestSpeakers,
  framingTables,
  mostSpeakers,
  readFramingTable,
} from '../analysis/framing.ts'
import { framingNotes } from '../analysis/framingNotes.ts'
import { dimensionCap } from '../store/counting/grouping.ts'
import { membersOf } from '../store/counting/members.ts'
import { defaultPageSize, pageCap, stretch } from '../store/engine/cursor.ts'
import type { List } from '../store/query/page.ts'
import { agent, claim, dataset, document, figure, referent, statement } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { connectionField } from './connection.ts'
import { countingArguments, countingOf } from './countingArguments.ts'
import { WordingEnum } from './enums.ts'
import { GroupKeyType } from './groupKey.ts'
import { readingCost } from './readingCost.ts'
import { NamesRows, NamesWords } from './reads.ts'
import { AgentType, statementList } from './types.ts'

/** Where a cell or a line stands: which comparison, and the dimensions of its table, the speakers first. */
interface Standing {
  readonly framing: Framing
  readonly groupBy: readonly string[]
}

interface TableShape extends Standing {
  readonly lines: readonly FramingLine[]
  readonly total: number
}

/** What an absence leads to. It is known to be empty, where the members of a group would be looked for one by one. */
const noStatements: List = { entity: statement, fixed: { or: [] } }

const isPresent = ({ group }: FramingCell) => group.count > 0

const CellType = builder.objectRef<FramingCell & Standing>('FramingCell').implement({
  description: 'One speaker’s cell in a line of a comparison; a count of 0 means absence.',
  fields: t => ({
    speaker: t.field({ type: AgentType, description: 'The speaker.', resolve: ({ speaker }) => speaker }),
    count: t.int({ description: 'The number of statements; 0 if none.', resolve: ({ group }) => group.count }),
    concluded: t.exposeInt('concluded', {
      description:
        'In how many of those statements it, or who says it, was concluded by a coder (INFERRED) or read by a rule (AUTOMATIC) rather than stated.',
    }),
    share: t.float({
      description: 'The count as a share of the speaker’s compared statements; 0 if there are none.',
      resolve: async ({ framing, speaker, group }, _, { read }) => {
        const counts = await countStatements(read, framing)
        return group.count / (counts.get(speaker.id) ?? 1)
      },
    }),
    statements: t.field(
      connectionField<FramingCell & Standing>(
        statementList,
        'The statements, with the quotations behind the count.',
        ({ framing, groupBy, group }) =>
          group.count === 0
            ? [noStatements, 0]
            : membersOf(
                statement,
                { filter: framing.filter, groupBy, ...(framing.wording && { wording: framing.wording }) },
                group,
              ),
      ),
    ),
  }),
})

const LineType = builder.objectRef<FramingLine & Standing>('FramingLine').implement({
  description: 'One thing that at least one of the speakers says, with who says it and who does not.',
  fields: t => ({
    keys: t.field({
      type: [GroupKeyType],
      description: 'What it is.',
      complexity: { field: 1, multiplier: dimensionCap },
      resolve: ({ keys }) => [...keys],
    }),
    cells: t.field({
      type: [CellType],
      description: 'One for each speaker, in the order asked for.',
      complexity: { field: 1, multiplier: mostSpeakers },
      resolve: ({ cells, framing, groupBy }) => cells.map(cell => ({ ...cell, framing, groupBy })),
    }),
    shared: t.boolean({
      description: 'Whether every one of the speakers has it.',
      resolve: ({ cells }) => cells.every(isPresent),
    }),
    presentIn: t.field({
      type: [AgentType],
      description: 'Who has it.',
      resolve: ({ cells }) => cells.filter(isPresent).map(({ speaker }) => speaker),
    }),
    absentIn: t.field({
      type: [AgentType],
      description: 'Who has it in none of the compared statements; that does not mean that they never said it.',
      resolve: ({ cells }) => cells.filter(cell => !isPresent(cell)).map(({ speaker }) => speaker),
    }),
    distinctOf: t.field({
      type: AgentType,
      nullable: true,
      description: 'The only speaker who has it; null if several do.',
      resolve: ({ cells }) => {
        const [first, ...others] = cells.filter(isPresent)
        return first && others.length === 0 ? first.speaker : null
      },
    }),
  }),
})

const TableType = builder.objectRef<TableShape>('FramingTable').implement({
  description: 'One part of a comparison: a column per speaker, a line per thing they say.',
  fields: t => ({
    lines: t.field({
      type: [LineType],
      description: 'The lines, those with the most statements first.',
      // How many there can be, the table itself has multiplied by.
      complexity: { field: 0, multiplier: 1 },
      resolve: ({ lines, framing, groupBy }) => lines.map(line => ({ ...line, framing, groupBy })),
    }),
    totalLines: t.exposeInt('total', { description: 'How many lines there are in all, shown or not.' }),
  }),
})

const SpeakerType = builder.objectRef<Pick<FramingCell, 'speaker'> & Pick<Standing, 'framing'>>('FramingSpeaker')

SpeakerType.implement({
  description: 'One of the speakers who are compared.',
  fields: t => ({
    speaker: t.field({ type: AgentType, description: 'The speaker.', resolve: ({ speaker }) => speaker }),
    statementCount: t.int({
      description: 'How many of its statements are compared; with none, nothing else can be said about it.',
      resolve: async ({ framing, speaker }, _, { read }) => (await countStatements(read, framing)).get(speaker.id) ?? 0,
    }),
  }),
})

/** A part of the comparison, as a field of it. */
function part(name: FramingTableName, description: string) {
  return {
    type: TableType,
    description,
    args: builder.args(t => ({
      first: t.int({ description: `How many lines: up to ${pageCap}; ${defaultPageSize} if not given.` }),
    })),
    complexity: ({ first }: { first?: number | null | undefined }) => ({
      field: 1 + readingCost.dimension * framingTables[name].length,
      multiplier: first ?? defaultPageSize,
    }),
    resolve: async (
      framing: Framing,
      { first }: { first?: number | null | undefined },
      { read }: GraphContext,
    ): Promise<TableShape> => {
      const table = await readFramingTable(read, framing, name, stretch({ first }).size)
      return { ...table, framing, groupBy: ['SPEAKER', ...framingTables[name]] }
    },
  }
}

const ComparisonType = builder.objectRef<Framing>('FramingComparison').implement({
  description:
    'Speakers side by side: what they share, and what one has and another does not. Each part counts ' +
    'statements, and each cell links to them. A statement with several values counts once for each.',
  fields: t => ({
    speakers: t.field({
      type: [SpeakerType],
      description: 'The speakers, in the order asked for.',
      resolve: framing => framing.speakers.map(speaker => ({ framing, speaker })),
    }),
    notes: t.stringList({
      description:
        'What a reader should know about this comparison: for whom nothing is coded, how much paraphrase is left out, how few ' +
        'statements there are, and how many rest on inferences.',
      resolve: (framing, _, { read }) => framingNotes(read, framing),
    }),
    figures: t.field(
      part('figures', 'The figures that they cite, in their words; each links to what it rounds or derives from.'),
    ),
    approximations: t.field(
      part('approximations', 'How exactly they give each of these figures: exact, nearly, an order of magnitude.'),
    ),
    numbers: t.field(
      part(
        'numbers',
        'The numbers that they give, as a coder or a rule read their words (“tens of thousands” as 20,000 to below 100,000), with ' +
          'their hedge and the unit, or else what they count. A line is the same number in the same unit with the same hedge; it ' +
          'may count different things.',
      ),
    ),
    terms: t.field(part('terms', 'What they call each referent, by default in their own words.')),
    heads: t.field(
      part('heads', 'The same by the head of the term (English): “aliens” for “criminal illegal aliens”.'),
    ),
    referents: t.field(part('referents', 'Which referents they name, in any words.')),
    functions: t.field(part('functions', "Entman's four functions: problem, cause, moral evaluation, remedy.")),
    directedAt: t.field(
      part(
        'directedAt',
        'Those functions by the agents they are directed at: who is blamed, judged or called on to act.',
      ),
    ),
    directedAtReferents: t.field(
      part(
        'directedAtReferents',
        'Those functions by the referents they are directed at, and whether they blame or credit.',
      ),
    ),
    dimensions: t.field(part('dimensions', 'The dimensions of the Policy Frames Codebook.')),
    claims: t.field(
      part(
        'claims',
        'The claims, with the stance on each and its manner: someone who reports that others hold a claim supports it by STANCE, while MANNER ' +
          'says that it is REPORTED.',
      ),
    ),
    speechActs: t.field(part('speechActs', 'Their speech acts: assert, ask, promise, show an attitude.')),
    quotations: t.field(part('quotations', 'How they are quoted: directly, in part, or in paraphrase.')),
  }),
})

const FramingAbout = builder.inputType('FramingAbout', {
  description: 'What the speakers are compared on. A statement must match every given condition; by default all count.',
  fields: t => ({
    figure: t.field({
      type: 'Reference',
      description: 'Statements that cite this figure.',
      extensions: { names: new NamesRows(figure) },
    }),
    claim: t.field({
      type: 'Reference',
      description: 'Statements that take a stance on this claim.',
      extensions: { names: new NamesRows(claim) },
    }),
    referent: t.field({
      type: 'Reference',
      description: 'Statements that name this referent or cite a figure of it.',
      extensions: { names: new NamesRows(referent) },
    }),
    document: t.field({
      type: 'Reference',
      description: 'Statements in this document.',
      extensions: { names: new NamesRows(document) },
    }),
    dataset: t.field({
      type: 'Reference',
      description: 'Statements of this dataset.',
      extensions: { names: new NamesRows(dataset) },
    }),
    time: t.field({
      type: 'EDTF',
      description: 'Statements made, or published, in a time that overlaps this one.',
    }),
    query: t.string({
      description: 'Statements that match these words, as in `search`.',
      extensions: { names: new NamesWords('SEARCH', () => ['STATEMENT']) },
    }),
    filter: t.field({ type: statementList.filter, description: 'Statements that match this filter.' }),
  }),
})

builder.queryField('compareFraming', t =>
  t.field({
    type: ComparisonType,
    description:
      `Sets from ${fewestSpeakers} to ${mostSpeakers} speakers side by side: the figures they cite and how they word them, ` +
      'what they call things, whom they blame and call on, the claims, the speech acts, and how they are quoted.',
    args: {
      speakers: t.arg({
        type: ['Reference'],
        required: true,
        description: 'The speakers, by slug or id.',
        extensions: { names: new NamesRows(agent) },
      }),
      about: t.arg({ type: FramingAbout, description: 'What they are compared on; everything by default.' }),
      wording: t.arg({
        type: [WordingEnum],
        description:
          "Whose words count; by default the speakers' own, [SPEAKER]. Paraphrase is the reporter's wording; the notes say what is " +
          'left out because of it. All three together also include words whose wording is not known.',
      }),
      nested: t.arg.boolean({
        description: 'Whether to count what others only report that a speaker said; by default, no.',
      }),
      filter: t.arg({ type: statementList.filter, description: 'Which of their statements count; all by default.' }),
      ...countingArguments,
    },
    resolve: (_, { speakers, about, wording, filter, ...counting }, { read }) =>
      compareFraming(read, speakers, about ?? {}, { wording, filter, counting: countingOf(counting) }),
  }),
)
