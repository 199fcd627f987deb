import { agentTypes } from '../model/agentTypes.ts'
import type { GroupKey } from '../store/counting/grouping.ts'
import { agent } from '../store/schema/entities.ts'
import { builder } from './builder.ts'

/** What the members of a group have in common in one dimension. */
export const GroupKeyType = builder.objectRef<GroupKey>('GroupKey').implement({
  description:
    'What the members of a group share in one dimension. If it is not known, label, value and node are null: ' +
    'unknown is a group of its own.',
  fields: t => ({
    dimension: t.exposeString('dimension', { description: 'The requested dimension.' }),
    label: t.exposeString('label', {
      nullable: true,
      description: 'The text to show: the name of an agent, the title of a document, the words, the date.',
    }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'The value for a filter: the slug of a node, a term of a vocabulary, the words, the date.',
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'The agent, document, claim or other node; null if the dimension is one of words or dates.',
      resolve: async ({ entity, key }, _, { read }) => {
        if (entity === null || typeof key !== 'number') return null
        if (entity === agent) {
          const row = await read.byId(agent, key)
          return row && { ...row, __typename: agentTypes[row.kind] }
        }
        const [typename] = entity.typenames
        const row = await read.byId(entity, key)
        return row && { ...row, __typename: typename }
      },
    }),
  }),
})
