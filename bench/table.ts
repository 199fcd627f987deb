/** A table of Markdown; of `align`, each letter says the side of a column, l or r. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], align: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = [...align].map(side => (side === 'r' ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
