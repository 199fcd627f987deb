import type { Affiliation } from './affiliation.ts'

/** As many days between two terms in one body are one term in two pieces: more are two terms. */
const MOST_GAP_DAYS = 31
const DAY = 86_400_000

/**
 * Where a person's affiliations contradict each other or the edition that lists them: the same role in the same body twice at
 * once, a short gap between two, an end before the beginning, an end after the edition was published.
 */
export function contradictionsOf(affiliations: readonly Affiliation[], edition: string | null): string[] {
  const found: string[] = []
  for (const { organization, role, from, to } of affiliations) {
    const what = `${role} of ${organization}, ${from ?? '…'} to ${to ?? '…'}`
    if (from !== null && to !== null && from > to) found.push(`ends before it begins: ${what}`)
    if (edition !== null && to !== null && to > edition) found.push(`ends after the edition of ${edition}: ${what}`)
  }
  const groups = Map.groupBy(affiliations, ({ organization, kind }) => `${kind} of ${organization}`)
  for (const [what, terms] of groups) {
    const dated = terms
      .filter(({ from }) => from !== null)
      .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    for (const [index, next] of dated.entries()) {
      const before = dated[index - 1]
      if (!before || next.from === null) continue
      const both = `${what}, ${before.from ?? '…'} to ${before.to ?? '…'} and ${next.from} to ${next.to ?? '…'}`
      if (before.to === null || before.to > next.from) found.push(`overlaps: ${both}`)
      else {
        const days = (Date.parse(next.from) - Date.parse(before.to)) / DAY
        if (days > 1 && days <= MOST_GAP_DAYS) found.push(`a gap of ${days - 1} days: ${both}`)
      }
    }
  }
  return found
}
