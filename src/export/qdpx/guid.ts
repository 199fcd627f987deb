import { v5 } from 'uuid'

/** The namespace of Dixit's names: a fixed UUID, made once. */
const namespace = '8f0b3c1e-5a7d-5c46-9d0e-2f4b6a8c0e13'

/** The GUID of a thing by its type and slug: the same in every export, of every copy of the graph. */
export function guidOf(...names: readonly string[]): string {
  return v5(names.join('\n'), namespace)
}
