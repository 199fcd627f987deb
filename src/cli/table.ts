/** A table for people: columns by their names, numbers to the right, two spaces apart. */
export function renderTable(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map(row => row.map(cell => (typeof cell === 'number' ? shown(cell) : (cell ?? ''))))
  const isNumber = header.map((_, column) => rows.every(row => isNumeric(row[column] ?? null)))
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map(row => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

/** Whether a cell is a number, if one that is marked, or a fraction. */
function isNumeric(cell: string | number | null): boolean {
  return typeof cell !== 'string' || /^(◇(\d+ of)? \d+|-?(\d+ )?\d+\/\d+)$/.test(cell)
}

/** A number as people read it: whole, or to four decimals. */
function shown(number: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(4)
}
