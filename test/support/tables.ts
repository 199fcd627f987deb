import { readFileSync } from 'node:fs'

/** The rows of the table of a page in docs/ that has this first heading: each cell without its backquotes. */
export function tableOf(page: string, heading: string): string[][] {
  const lines = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8').split('\n')
  const top = lines.findIndex(line => cellsOf(line)[0] === heading)
  if (top === -1) throw new Error(`docs/${page} has no table that begins with ${heading}`)
  const below = lines.slice(top + 2)
  return below
    .slice(
      0,
      below.findIndex(line => !line.startsWith('|')),
    )
    .map(cellsOf)
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return []
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replaceAll('`', ''))
}
