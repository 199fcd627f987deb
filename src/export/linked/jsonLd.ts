import type { LinkedValue, Node } from './node.ts'

/** A node in JSON-LD, by the names of the context. */
export function jsonLdOf({ id, types, values }: Node): Readonly<Record<string, unknown>> {
  const found = new Map<string, unknown[]>()
  for (const [term, value] of values) {
    const before = found.get(term)
    if (before) before.push(json(value))
    else found.set(term, [json(value)])
  }
  return {
    id,
    ...(types.length > 0 && { type: types }),
    ...Object.fromEntries(Array.from(found, ([term, all]) => [term, all.length === 1 ? all[0] : all])),
  }
}

function json(value: LinkedValue): unknown {
  return typeof value === 'object' ? jsonLdOf(value) : value
}
