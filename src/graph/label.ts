import type { labels } from '../store/tables/labels.ts'
import { builder } from './builder.ts'

export const LabelType = builder.objectRef<typeof labels.$inferSelect>('Label').implement({
  description:
    'What a corpus says in a field of its own, word for word: it is not checked, and has no date of its own.',
  fields: t => ({
    name: t.exposeString('name', { description: 'The name of the field.' }),
    value: t.exposeString('value', { description: 'What stands in it.' }),
  }),
})
