import type { ValueOf, Vocabulary } from '../model/vocabulary.ts'
import { document, type RowOf, type statement, timeExpression } from '../store/schema/entities.ts'
import type { GraphContext } from './builder.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

const SaidBasis = {
  STATED: 'The document says when it was said.',
  PUBLISHED: 'The document does not say; this is when it was published.',
  UNKNOWN: 'Neither is known.',
} as const satisfies Vocabulary

interface Said {
  readonly basis: ValueOf<typeof SaidBasis>
  readonly edtf: string | null
  readonly earliest: string | null
  readonly latest: string | null
}

/** When something was said, as orders and filters take it. */
export const SaidType = builder.objectRef<Said>('Said').implement({
  description:
    'When something was said: the time that the document gives or, where it gives none, its own publication.',
  fields: t => ({
    basis: t.expose('basis', {
      type: enumOf('SaidBasis', SaidBasis, 'How it is known when something was said.'),
      description: 'How it is known.',
    }),
    edtf: t.expose('edtf', { type: 'EDTF', nullable: true, description: 'The date; null if it is not known.' }),
    earliest: t.exposeString('earliest', {
      nullable: true,
      description: 'The first day; null if it is open or not known.',
    }),
    latest: t.exposeString('latest', { nullable: true, description: 'The last day; null if it is open or not known.' }),
  }),
})

export async function saidOf(row: RowOf<typeof statement>, { read }: Pick<GraphContext, 'read'>): Promise<Said> {
  const [time, source] = await Promise.all([read.byId(timeExpression, row.timeId), read.byId(document, row.documentId)])
  if (time && (time.earliest !== null || time.latest !== null)) {
    return { basis: 'STATED', edtf: time.edtf, earliest: time.earliest, latest: time.latest }
  }
  const { published = null, publishedEarliest = null, publishedLatest = null } = source ?? {}
  const isKnown = publishedEarliest !== null || publishedLatest !== null
  return {
    basis: isKnown ? 'PUBLISHED' : 'UNKNOWN',
    edtf: published,
    earliest: publishedEarliest,
    latest: publishedLatest,
  }
}
