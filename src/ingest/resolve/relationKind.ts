import { valuesOf } from '../../model/vocabulary.ts'
import type { YamlEntry } from '../yaml.ts'
import type { DossierContext } from './context.ts'

/** The kind of a relation: that whose field it has. Null, with the problem noted, if it has none or several of the fields. */
export function relationKind<K extends string, F extends string>(
  fields: Readonly<Record<K, F>>,
  relation: { readonly [field in F]?: unknown },
  entry: YamlEntry,
  { problems }: DossierContext,
): K | null {
  const kinds = valuesOf(fields)
  const [kind, ...others] = kinds.filter(each => relation[fields[each]] !== undefined)
  if (kind !== undefined && others.length === 0) return kind
  problems.add(entry.at(), `a relation needs exactly one of ${kinds.map(each => fields[each]).join(', ')}`)
  return null
}
