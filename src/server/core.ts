import type { Settings } from '../settings/settings.ts'
import type { Database } from '../store/engine/database.ts'
import { EntityTags } from './entityTags.ts'
import type { Explorer } from './explorer.ts'
import type { Log } from './log.ts'
import { answerOf } from './operations/answer.ts'
import { KnownOperations } from './operations/knownOperations.ts'
import { type RunElsewhere, Runner } from './operations/runner.ts'
import { TrustedDocuments } from './trustedDocuments.ts'

/** How much is kept of operations, in bytes. */
const keptBytes = 10_000_000

const noDocuments = {}

/** What answers operations, and is the same whichever way a request takes. */
export interface Core {
  readonly known: KnownOperations
  readonly runner: Runner
  readonly tags: EntityTags
  readonly trusted: TrustedDocuments
  /** The pages for people; where there are none, a browser gets GraphiQL. */
  readonly explorer: Explorer | null
}

/** The core over one database; operations that are not small are run elsewhere, or in this process without a limit. */
export function createCore(
  database: Database,
  log: Log,
  settings: Settings,
  { elsewhere, explorer = null }: { readonly elsewhere?: RunElsewhere; readonly explorer?: Explorer | null } = {},
): Core {
  return {
    known: new KnownOperations({ limits: settings, usePlans: settings.FAST_PATH_COST > 0, maxBytes: keptBytes }),
    runner: new Runner(
      database,
      settings,
      elsewhere ?? ((runnable, operation) => answerOf(database, runnable, operation, log)),
    ),
    tags: new EntityTags(database),
    trusted: new TrustedDocuments(() => explorer?.().build.documents ?? noDocuments),
    explorer,
  }
}
