import { type CsvCell, csvLine } from '../../export/csv.ts'
import { jsonLine } from '../../export/jsonLines.ts'

type Node = Readonly<Record<string, unknown>>

/** The forms of a list, with their media types. */
export const listForms = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const

export type ListForm = keyof typeof listForms

/** Writes nodes as lines of CSV or JSON; those that they lead to as slugs. */
export function rowWriter(form: ListForm, columns: readonly string[], withFormulas: boolean) {
  const values = (node: Node) => columns.map(column => plain(node[column]))
  if (form === 'jsonl') {
    return {
      head: '',
      row: (node: Node) => jsonLine(Object.fromEntries(values(node).map((value, index) => [columns[index], value]))),
    }
  }
  return {
    head: csvLine(columns),
    row: (node: Node) => {
      const cells = values(node).map(cellOf)
      return csvLine(cells, withFormulas)
    },
  }
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'slug' in value ? value.slug : (value ?? null)
}

function cellOf(value: unknown): CsvCell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.join('; ') : String(value)
}
