import type { Entity } from '../store/schema/entities.ts'

/** What people call a row: an agent, a time expression. */
export function called({ typenames: [only = '', ...others] }: Entity): string {
  if (others.length > 0) return 'agent'
  return only.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
