import type { Settling } from '../../draft/desk/settling.ts'
import type { SettlingAction } from '../../draft/desk/settlingActions.ts'
import { settlingSchema } from '../../draft/desk/settlingSchema.ts'
import { settlingStateOf } from '../../draft/desk/settlingStateOf.ts'
import type { OnServer } from './deskServer.ts'

/** What two coders read otherwise, for the page of the desk. */
export function settled(settling: Settling): OnServer<SettlingAction> {
  return {
    page: 'settle.html',
    actions: settlingSchema,
    state: () => settlingStateOf(settling),
    perform: (action, revision) => settling.perform(action, revision),
  }
}
