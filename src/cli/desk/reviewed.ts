import { actionSchema } from '../../draft/desk/actionSchema.ts'
import type { Action } from '../../draft/desk/actions.ts'
import type { Desk } from '../../draft/desk/desk.ts'
import { stateOf } from '../../draft/desk/stateOf.ts'
import type { OnServer } from './deskServer.ts'

/** A review, for the page of the desk; it leads to the page on which differences with another coder are settled. */
export function reviewed(desk: Desk, settle?: OnServer<Action>['settle']): OnServer<Action> {
  return {
    ...(settle && { settle }),
    page: 'desk.html',
    actions: actionSchema,
    state: () => stateOf(desk),
    perform: (action, revision) => desk.perform(action, revision),
  }
}
