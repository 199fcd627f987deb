import type { Answer, TestGraph } from './graph.ts'

/** The steps of the query plans of an answer's statements. */
export function planOf(graph: TestGraph, { sql }: Pick<Answer, 'sql'>): string[] {
  return sql.flatMap(text => stepsOf(graph, text))
}

/**
 * The steps of the query plans of an answer's statements that read a whole table: every SCAN but those of a full-text
 * query (M), of the rows of a JSON array, and of what the statement itself has put aside.
 */
export function fullScans(graph: TestGraph, answer: Answer): string[] {
  return answer.sql.flatMap(text =>
    stepsOf(graph, text)
      .filter(detail => detail.startsWith('SCAN'))
      .filter(
        detail =>
          !/ VIRTUAL TABLE INDEX (0:M\d|1:$)/.test(detail) &&
          !/^SCAN (kept|found|\(subquery-\d+\)|CONSTANT ROW)$/.test(detail),
      )
      .map(detail => `${detail}: ${text}`),
  )
}

function stepsOf({ database }: TestGraph, text: string): string[] {
  const values = new Array(text.split('?').length - 1).fill(null)
  const steps = database.client.prepare<null[], { detail: string }>(`explain query plan ${text}`).all(...values)
  return steps.map(({ detail }) => detail)
}
