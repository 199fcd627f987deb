import { createContext } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { type Comparison, compareMarks, type FramingLine } from '../documents/compare.ts'
import { useAnswer } from '../useAnswer.ts'
import { cellsOf } from './parts.ts'

type Statement = FramingLine['cells'][number]['statements']['nodes'][number]

interface InMarks {
  readonly exact: string
  readonly wording: string
}

const most = 100

/** By the slug of a statement that is quoted in part, what stands in its marks. */
export const MarksIn = createContext<ReadonlyMap<string, readonly InMarks[]>>(new Map())

/** Asked apart, and only of what is quoted in part: of all statements it would cost more than the server answers. */
export function useMarksIn(comparison: Comparison): ReadonlyMap<string, readonly InMarks[]> {
  const slugs = useMemo(() => quotedInPart(comparison), [comparison])
  const { data } = useAnswer(compareMarks, slugs.length > 0 ? { slugs } : null)
  return useMemo(() => new Map(data?.statements.nodes.map(({ slug, ownWords }) => [slug, ownWords])), [data])
}

function quotedInPart(comparison: Comparison): string[] {
  const statements = cellsOf(comparison).flatMap(cell => cell.statements.nodes)
  const mixed = statements.filter(({ quotation }) => quotation === 'MIXED').map(({ slug }) => slug)
  return [...new Set(mixed)].slice(0, most)
}

/** Statements of a cell as they are shown. */
export function useSaid<S extends Statement>(statements: readonly S[]) {
  const marks = useContext(MarksIn)
  return statements.map(statement => ({ voice: 'AGENT', ...statement, ownWords: marks.get(statement.slug) ?? [] }))
}
