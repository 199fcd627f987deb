/** How many statements of each speaker have something, and in how many of them that was concluded and is not stated. */
export interface GradedCounts {
  readonly counts: readonly number[]
  readonly concluded: readonly number[]
}

/** The counts, with the mark of what is not stated: `◇ 2` of both statements, `◇1 of 2` of one of them. */
export function markedCounts({ counts, concluded }: GradedCounts): (number | string)[] {
  return counts.map((count, index) => {
    const not = concluded[index] ?? 0
    return not === 0 ? count : not === count ? `◇ ${count}` : `◇${not} of ${count}`
  })
}

/** Whether any count of these rows is marked, so that the mark is to be explained. */
export function hasMarks(rows: readonly GradedCounts[]): boolean {
  return rows.some(row => markedCounts(row).some(count => typeof count === 'string'))
}

export const CONCLUDED_NOTE =
  '◇ was concluded by a coder or read by a rule, and is not stated: “◇1 of 2” is one of two, “◇ 2” both.'
