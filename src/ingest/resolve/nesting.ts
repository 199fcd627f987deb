import type { StatementEntry } from '../dossier.ts'
import { ownProperty } from '../ownProperty.ts'
import type { DossierContext } from './context.ts'

/** A statement with the one that it is reported inside of. */
export interface Nested {
  readonly key: string
  readonly statement: StatementEntry
  /** Null for one that is reported in no other, or in one that cannot be had. */
  readonly parent: string | null
}

/** The statements, each after the one that it is reported inside of. */
export function outermostFirst(context: DossierContext): Nested[] {
  const { dossier, root, keys } = context
  const statements = dossier.statements ?? {}
  const parents = new Map<string, string>()
  for (const [key, statement] of Object.entries(statements)) {
    const parent = keys.statements.check(statement.reportedIn, root.in('statements', key).at('reportedIn'))
    if (parent !== null && ownProperty(statements, parent)) parents.set(key, parent)
  }

  const ordered: Nested[] = []
  const done = new Set<string>()
  for (const key of Object.keys(statements)) {
    const chain = chainOf(key, parents, done, context)
    for (const link of chain.reverse()) {
      const statement = ownProperty(statements, link)
      if (statement) ordered.push({ key: link, statement, parent: parents.get(link) ?? null })
      done.add(link)
    }
  }
  return ordered
}

/** A statement and those around it that are not done yet, from the inside out; a circle is reported and cut. */
function chainOf(
  key: string,
  parents: Map<string, string>,
  done: ReadonlySet<string>,
  { root, problems }: DossierContext,
): string[] {
  const chain = new Set<string>()
  let link: string | undefined = key
  while (link !== undefined && !done.has(link)) {
    chain.add(link)
    const parent: string | undefined = parents.get(link)
    if (parent !== undefined && chain.has(parent)) {
      problems.add(root.at('statements', link, 'reportedIn'), 'statements report each other in a circle', {
        words: [...chain]
          .slice([...chain].indexOf(parent))
          .concat(parent)
          .join(' in '),
      })
      parents.delete(link)
      break
    }
    link = parent
  }
  return [...chain]
}
