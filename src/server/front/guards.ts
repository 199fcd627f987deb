import type { IncomingMessage } from 'node:http'
import type { Settings } from '../../settings/settings.ts'
import { accessGuard } from './access.ts'
import { hostGuard } from './hosts.ts'
import type { RequestRefusal } from './refuse.ts'
import { shapeGuard } from './shape.ts'

/**
 * What refuses a request that is not meant for this server, of no form that is read here, or not allowed: whatever listens
 * for the graph's clients asks it first.
 *
 * @throws Failure BAD_SETTING
 */
export function requestGuard(settings: Settings): (request: IncomingMessage) => RequestRefusal | null {
  const guards = [hostGuard(settings), shapeGuard, accessGuard(settings)]
  return request => {
    for (const guard of guards) {
      const refusal = guard(request)
      if (refusal !== null) return refusal
    }
    return null
  }
}
