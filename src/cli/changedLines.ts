/** The lines that differ between two texts of as many lines, each with its number, before and after. */
export function changedLines(before: string, after: string): string {
  const lines = after.split('\n')
  return before
    .split('\n')
    .flatMap((line, index) =>
      line === lines[index] ? [] : [`@@ ${index + 1} @@`, `-${line}`, `+${lines[index] ?? ''}`],
    )
    .join('\n')
}
