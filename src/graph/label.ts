import type { labels } from '../store/tables/labels.ts'
import { builder } from './builder.ts'

export const LabelType = builder.objectRef<typeof labels.$inferSelect>('Label').implement({
  description: 'An extra field from a corpus, word for word: unchecked and undated.',
  fields: t => ({
    name: t.exposeString('name', { description: 'The name of the field.' }),
    value: t.exposeString('value', { description: 'Its value.' }),
  }),
})
