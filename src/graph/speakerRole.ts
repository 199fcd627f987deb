import type { SpeakerRole } from '../analysis/speakerRoles.ts'
import { builder } from './builder.ts'
import { CertaintyEnum, RoleEvidenceEnum } from './enums.ts'
import { MembershipType } from './types.ts'

export const SpeakerRoleType = builder.objectRef<SpeakerRole>('SpeakerRole').implement({
  description: 'A role that the speaker held when making a statement, with the evidence for it.',
  fields: t => ({
    membership: t.field({
      type: MembershipType,
      description: 'The role, with the party on whose behalf it was held.',
      resolve: ({ membership }) => membership,
    }),
    why: t.expose('why', { type: RoleEvidenceEnum, description: 'The evidence.' }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      description: 'Whether the evidence proves that it was held then.',
    }),
    date: t.exposeString('date', {
      nullable: true,
      description: 'The time of the statement (EDTF) that the roles refer to; null if it is not known.',
    }),
  }),
})
