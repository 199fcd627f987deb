import type { QuotedSpan } from '../model/wording.ts'
import { builder } from './builder.ts'
import { WordingEnum } from './enums.ts'

export const OwnWordsType = builder.objectRef<QuotedSpan & { readonly exact: string }>('OwnWords').implement({
  description: "A range of a statement in its speaker's own words.",
  fields: t => ({
    start: t.exposeInt('start', { description: "Where it begins in the document's text, in code points; included." }),
    end: t.exposeInt('end', { description: "Where it ends in the document's text, in code points; not included." }),
    exact: t.exposeString('exact', { description: 'The words.' }),
    wording: t.expose('wording', {
      type: WordingEnum,
      description: 'SPEAKER, or DOUBTFUL for what may be scare quotes.',
    }),
  }),
})
