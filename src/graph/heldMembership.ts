import { requireEdtf } from '../model/edtf.ts'
import { heldAt } from '../model/heldAt.ts'
import type { Certainty } from '../model/vocabulary.ts'
import type { PageRequest } from '../store/query/page.ts'
import { membership, type RowOf } from '../store/schema/entities.ts'
import type { Relation } from '../store/schema/relations.ts'
import { builder, type GraphContext } from './builder.ts'
import { type Connection, connectionType, listArgs, pageComplexity } from './connection.ts'
import { CertaintyEnum } from './enums.ts'
import { RolesAtDate } from './reads.ts'
import { MembershipType, membershipList } from './types.ts'

interface HeldMembership {
  readonly membership: RowOf<typeof membership>
  readonly certainty: Certainty
}

const HeldMembershipType = builder.objectRef<HeldMembership>('HeldMembership').implement({
  description: 'A role, and how certain it is that it was held at the given date.',
  fields: t => ({
    membership: t.field({ type: MembershipType, description: 'The role.', resolve: held => held.membership }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      description: 'Whether its dates prove that it was held then.',
    }),
  }),
})

const HeldMembershipConnection = connectionType('HeldMembership', HeldMembershipType)

/** A field that walks from an agent to the roles held at a date: `membershipsAsOf: t.field(walkAsOf(…))`. */
export function walkAsOf(relation: Relation<typeof membership.table>, description: string) {
  return {
    type: HeldMembershipConnection,
    description: `${description} A role without a date is not included: nothing says that it was held then.`,
    args: {
      ...builder.args(t => ({
        date: t.field({
          type: 'EDTF',
          required: true,
          description: 'The date: a day, a month, a year or an interval.',
        }),
      })),
      ...listArgs(membershipList),
    },
    complexity: pageComplexity,
    extensions: { reads: new RolesAtDate({ entity: membership, relation }) },
    resolve: async (
      { id }: { readonly id: number },
      { date, ...request }: PageRequest & { readonly date: string },
      { read }: GraphContext,
    ): Promise<Connection> => {
      const list = { entity: membership, relation, fixed: { held: { overlaps: date } } }
      const asked = requireEdtf(date)
      const { edges, ...page } = await read.page(list, id, request)
      return {
        ...page,
        edges: edges.flatMap(({ cursor, node }) => {
          const certainty = heldAt(node, asked)
          return certainty === null ? [] : [{ cursor, node: { membership: node, certainty } }]
        }),
        count: () => read.count(list, id, request.filter),
      }
    },
  }
}
