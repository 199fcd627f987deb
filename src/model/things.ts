import { conjoined } from './conjoined.ts'

/** How many things of one kind, as people say it: "1 person", "3 people", "2 memberships". */
export function sayCount(count: number, kind: string): string {
  return `${count.toLocaleString('en-US')} ${nameOfCount(count, kind)}`
}

/** The name of a kind for so many of it. */
export function nameOfCount(count: number, kind: string): string {
  return count === 1 ? kind : pluralOf(kind)
}

/** Counts of several kinds as a list: "1 document and 3 statements". */
export function sayThings(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([kind, count]) => sayCount(count, kind))
  return conjoined(parts)
}

function pluralOf(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`
}
