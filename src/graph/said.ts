import type { TimeSaid } from '../analysis/said.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { builder } from './builder.ts'
import { BasisEnum, enumOf } from './enums.ts'

const SaidBasis = {
  STATED: 'The document states when, in words that fix the date.',
  INFERRED: 'A curator concluded the date, or which time applies, from the document; the reason is given beside it.',
  AUTOMATIC: 'A rule read the date, unreviewed; time { rule } names the rule.',
  PUBLISHED: 'The document does not say; this is when it was published.',
  UNRESOLVED:
    'The document says when, in words that fix no date: time { words } has them. Its publication date is not known.',
  UNKNOWN: 'The document does not say, and its publication date is not known.',
} as const satisfies Vocabulary

/** When something was said, as orders and filters take it. */
export const SaidType = builder.objectRef<TimeSaid>('Said').implement({
  description: 'When something was said: the time that the document gives or, if none, its publication.',
  fields: t => ({
    basis: t.expose('basis', {
      type: enumOf('SaidBasis', SaidBasis, 'How it is known when something was said.'),
      description: 'How it is known.',
    }),
    timeBasis: t.expose('timeBasis', {
      type: BasisEnum,
      nullable: true,
      description:
        'Whether the document states that this time is the statement’s, whatever its date: INFERRED if it is that of a channel that ' +
        'was concluded. Null if the document gives no time.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why the date was concluded or is open, and why it is that of the channel; null if neither.',
    }),
    edtf: t.expose('edtf', { type: 'EDTF', nullable: true, description: 'The date; null if it is not known.' }),
    earliest: t.exposeString('earliest', {
      nullable: true,
      description: 'The first day; null if it is open or not known.',
    }),
    latest: t.exposeString('latest', { nullable: true, description: 'The last day; null if it is open or not known.' }),
  }),
})
