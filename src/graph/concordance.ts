import { longestQuery } from '../store/query/searchMatch.ts'
import { agent, document, type RowOf, statement } from '../store/schema/entities.ts'
import {
  ConcordanceOrder,
  type ConcordanceRequest,
  contextCap,
  defaultWindow,
  windowWordsCap,
} from '../store/search/concordance.ts'
import type { ConcordanceLine } from '../store/search/concordanceLines.ts'
import { ConcordanceScope } from '../store/search/concordanceTexts.ts'
import { builder, type GraphContext } from './builder.ts'
import { connectionType, pageArgs, pageComplexity } from './connection.ts'
import { enumOf, WordingEnum } from './enums.ts'
import { optionalRow } from './one.ts'
import { NamesWords } from './reads.ts'
import { AgentType, DocumentType, documentList, StatementType, statementList } from './types.ts'

const ConcordanceScopeEnum = enumOf(
  'ConcordanceScope',
  ConcordanceScope,
  'Which texts a concordance searches, and so how far its windows reach.',
)
const ConcordanceOrderEnum = enumOf('ConcordanceOrder', ConcordanceOrder, 'How the lines of a concordance are sorted.')

const ConcordanceLineType = builder.objectRef<ConcordanceLine>('ConcordanceLine').implement({
  description:
    'A keyword in its context (KWIC): one place where a term stands. Left, keyword and right put together are the words ' +
    'of the text, exactly.',
  fields: t => ({
    left: t.exposeString('left', { description: 'The words before it, up to the window size.' }),
    keyword: t.exposeString('keyword', { description: 'The term, as it is written here.' }),
    right: t.exposeString('right', { description: 'The words after it, up to the window size.' }),
    start: t.exposeInt('start', {
      description: 'Where the keyword begins in the text of the document, in Unicode code points; included.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends, in Unicode code points; not included.' }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description:
        'The statement whose words were searched; in the scope DOCUMENTS the one whose speaker has worded the keyword, else the ' +
        'outermost that holds it, or null.',
      resolve: readStatement,
    }),
    speaker: t.field({
      type: AgentType,
      nullable: true,
      description:
        'Who speaks in that statement; null in the voice of the document, of a text or of someone unidentified.',
      resolve: async (line, _, context) => {
        const row = await readStatement(line, {}, context)
        return context.read.byId(agent, row?.speakerId ?? null)
      },
    }),
    wording: t.field({
      type: WordingEnum,
      nullable: true,
      description:
        'Whose words the keyword is in that statement, by the quotation marks; null if there is none, or if it is not ' +
        'known how it is quoted.',
      resolve: async (line, _, context) => {
        const row = await readStatement(line, {}, context)
        return row && ((await context.read.wordsOf(line.documentId))?.wordingAt(row.id, line) ?? null)
      },
    }),
    wordedIn: t.field({
      type: StatementType,
      nullable: true,
      description:
        'The statement whose speaker has worded the keyword: the innermost in whose own quotation it stands, whether around that of the ' +
        'line or inside it; null if the document has worded it, and where that is not known.',
      resolve: async (line, _, context) => {
        const own = await readStatement(line, {}, context)
        const around = await context.read.statementsAt(line)
        return (
          own &&
          innermostWorded(
            around.filter(({ coderId }) => coderId === own.coderId),
            line,
            context,
          )
        )
      },
    }),
    document: t.field(optionalRow(DocumentType, document, 'documentId', 'The document that it stands in.')),
  }),
})

/** In a whole text, what somebody words counts for nobody of whom they only report that it was said. */
async function readStatement(
  line: ConcordanceLine,
  _: object,
  context: GraphContext,
): Promise<RowOf<typeof statement> | null> {
  if (line.statementId !== null) return context.read.byId(statement, line.statementId)
  const around = await context.read.statementsAt(line)
  return (await innermostWorded(around, line, context)) ?? around.at(-1) ?? null
}

/** The first of some statements, from the innermost outwards, whose speaker has worded the keyword. */
async function innermostWorded(
  around: readonly RowOf<typeof statement>[],
  line: ConcordanceLine,
  { read }: GraphContext,
): Promise<RowOf<typeof statement> | null> {
  const words = await read.wordsOf(line.documentId)
  return around.find(({ id }) => words?.wordingAt(id, line) === 'SPEAKER') ?? null
}

const ConcordanceConnection = connectionType('ConcordanceLine', ConcordanceLineType)

builder.queryField('concordance', t =>
  t.field({
    type: ConcordanceConnection,
    description:
      'A term in its contexts (keyword in context): every place where it occurs, with the words before and after. ' +
      'Several words form a phrase; the last may be a prefix (“crimin*”); a number matches in any form. Case and ' +
      'diacritics are ignored. An empty term matches nothing.',
    args: {
      term: t.arg.string({
        required: true,
        description: `What to look for: up to ${longestQuery} characters.`,
        extensions: {
          names: new NamesWords('TERM', scope => [scope === 'DOCUMENTS' ? 'DOCUMENT' : 'STATEMENT'], 'scope'),
        },
      }),
      anyForm: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether a one-word term also matches its other forms: convicted, convictions for convict.',
      }),
      scope: t.arg({
        type: ConcordanceScopeEnum,
        required: true,
        defaultValue: 'STATEMENTS',
        description: 'Which texts to search.',
      }),
      filter: t.arg({
        type: statementList.filter,
        description: 'Which statements to search; all by default. For the scope STATEMENTS.',
      }),
      documentFilter: t.arg({
        type: documentList.filter,
        description: 'Which documents to search; all by default. For both scopes.',
      }),
      window: t.arg.int({
        required: true,
        defaultValue: defaultWindow,
        description: `How many words before and after, from 1 to ${windowWordsCap} (word boundaries of UAX #29).`,
      }),
      order: t.arg({
        type: ConcordanceOrderEnum,
        required: true,
        defaultValue: 'POSITION',
        description:
          `How to sort the lines. LEFT and RIGHT work for terms in up to ${contextCap.STATEMENTS} statements or ` +
          `${contextCap.DOCUMENTS} documents; POSITION and SPEAKER have no such limit.`,
      }),
      ...pageArgs(),
    },
    complexity: pageComplexity,
    resolve: async (_, request: ConcordanceRequest, { read }) => {
      const { source, page } = await read.concordance(request)
      return { ...page, count: () => read.countLines(source) }
    },
  }),
)
