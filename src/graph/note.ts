import { agentTypes } from '../model/agentTypes.ts'
import { getTableName } from '../store/engine/drizzle.ts'
import { agent, document, entities, note } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { list } from './connection.ts'
import { nodeOf } from './node.ts'
import { requiredRow } from './one.ts'
import { DocumentType, NoteType, noteList } from './types.ts'

const byTable = new Map(entities.map(entity => [getTableName(entity.table), entity]))

builder.node(NoteType, {
  description: 'A curator’s note on an annotation: why it is coded this way.',
  ...nodeOf(note),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    text: t.exposeString('text', { description: 'The note.' }),
    about: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'What it is about.',
      resolve: async ({ aboutTable, aboutId }, _, { read }) => {
        const entity = byTable.get(aboutTable)
        if (entity === undefined) return null
        // Of itself a row does not say which node it is.
        if (entity === agent) {
          const who = await read.byId(agent, aboutId)
          return who && { ...who, __typename: agentTypes[who.kind] }
        }
        const row = await read.byId(entity, aboutId)
        return row && { ...row, __typename: entity.typenames.join() }
      },
    }),
    document: t.field(requiredRow(DocumentType, document, 'documentId', 'The document whose curator wrote it.')),
  }),
})

builder.queryFields(t => ({
  notes: t.field(list(noteList, 'Curators’ notes about annotations, across all documents.')),
}))
