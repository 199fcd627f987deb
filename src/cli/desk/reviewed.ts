import { actionSchema } from '../../draft/desk/actionSchema.ts'
import type { Action } from '../../draft/desk/actions.ts'
import type { Desk } from '../../draft/desk/desk.ts'
import { stateOf } from '../../draft/desk/stateOf.ts'
import type { OnServer } from './deskServer.ts'

/** A review, for the page of the desk. */
export function reviewed(desk: Desk): OnServer<Action> {
  return {
    page: 'desk.html',
    actions: actionSchema,
    state: () => stateOf(desk),
    perform: (action, revision) => desk.perform(action, revision),
  }
}
