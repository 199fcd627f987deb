import { brandWithType } from '@pothos/core'
import type { AnnotationKind } from '../model/vocabulary.ts'
import {
  type AnnotationFilter,
  type AnnotationRequest,
  type AnnotationRow,
  annotated,
} from '../store/query/annotations.ts'
import { passage } from '../store/schema/entities.ts'
import { builder, type GraphContext } from './builder.ts'
import { type Connection, connectionType, pageArgs, pageComplexity } from './connection.ts'
import { AnnotationKindEnum } from './enums.ts'
import { optionalRow } from './one.ts'
import {
  ChannelType,
  FigureMentionType,
  FigureRelationType,
  FrameUseType,
  MembershipType,
  PassageType,
  StanceType,
  StatementType,
  TermUseType,
  TimeExpressionType,
} from './types.ts'

/** Which type the node of an annotation is of. */
const nodeTypes = {
  STATEMENT: StatementType,
  SOURCE: StatementType,
  CUE: StatementType,
  FIGURE_MENTION: FigureMentionType,
  FIGURE_RELATION: FigureRelationType,
  TIME_EXPRESSION: TimeExpressionType,
  TERM_USE: TermUseType,
  FRAME_USE: FrameUseType,
  STANCE: StanceType,
  MEMBERSHIP: MembershipType,
  CHANNEL: ChannelType,
} as const satisfies Record<AnnotationKind, unknown>

const AnnotationType = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: 'Words of a document, and a node of the graph that stands on them (W3C Web Annotation).',
  fields: t => ({
    kind: t.expose('kind', { type: AnnotationKindEnum, description: 'What the words are.' }),
    start: t.exposeInt('start', { description: 'Where they begin in the text, in Unicode code points; included.' }),
    end: t.exposeInt('end', { description: 'Where they end in the text, in Unicode code points; not included.' }),
    passage: t.field(
      optionalRow(
        PassageType,
        passage,
        'passageId',
        'The words, where they stand; a broken passage has more than one piece.',
      ),
    ),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'The statement, figure mention, time expression or other node that stands on the words.',
      resolve: async ({ kind, nodeId }, _, { read }) => {
        const row = await read.byId(annotated[kind].entity, nodeId)
        if (row !== null) brandWithType(row, nodeTypes[kind])
        return row
      },
    }),
  }),
})

const TextRangeInput = builder.inputRef<{ start: number; end: number }>('TextRange').implement({
  description: 'A range of a document’s text.',
  fields: t => ({
    start: t.int({ required: true, description: 'Where it begins, in Unicode code points; included.' }),
    end: t.int({ required: true, description: 'Where it ends, in Unicode code points; not included.' }),
  }),
})

const AnnotationFilterInput = builder.inputRef<AnnotationFilter>('AnnotationFilter').implement({
  description: 'Which annotations of a document to list; every given condition must hold.',
  fields: t => ({
    kinds: t.field({ type: [AnnotationKindEnum], description: 'Is one of these kinds.' }),
    overlaps: t.field({ type: TextRangeInput, description: 'Overlaps this range.' }),
  }),
})

/** The field of a document's annotations. */
export const annotationsField = {
  type: connectionType('Annotation', AnnotationType),
  description:
    'Everything anchored in its text, in order: by start, then by end, then by kind. With it a ' +
    'reader can paint the document.',
  args: {
    ...builder.args(t => ({
      filter: t.field({
        type: AnnotationFilterInput,
        description: 'Which annotations to list; all by default.',
      }),
    })),
    ...pageArgs(),
  },
  complexity: pageComplexity,
  resolve: async (
    { id }: { readonly id: number },
    request: AnnotationRequest,
    { read }: GraphContext,
  ): Promise<Connection> => {
    const page = await read.annotations(id, request)
    return { ...page, count: () => read.countAnnotations(id, request.filter) }
  },
}
