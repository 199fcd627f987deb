import { dataOf, type TestGraph } from './graph.ts'

export const framingParts = [
  'figures',
  'approximations',
  'terms',
  'functions',
  'directedAt',
  'directedAtReferents',
  'dimensions',
  'claims',
  'speechActs',
  'quotations',
] as const
export type FramingPart = (typeof framingParts)[number]

interface Named {
  readonly slug: string
}

export interface FramingLine {
  readonly keys: readonly { readonly dimension: string; readonly value: string | null; readonly label: string | null }[]
  readonly shared: boolean
  readonly distinctOf: Named | null
  readonly presentIn: readonly Named[]
  readonly absentIn: readonly Named[]
  readonly cells: readonly {
    readonly speaker: Named
    readonly count: number
    readonly share: number
    readonly statements: { readonly totalCount: number; readonly nodes: readonly Named[] }
  }[]
}

export type Framing = Readonly<
  Record<FramingPart, { readonly totalLines: number; readonly lines: readonly FramingLine[] }>
> & { readonly speakers: readonly { readonly speaker: Named; readonly statementCount: number }[] }

export const framingQuery = `query ($speakers: [Reference!]!, $about: FramingAbout, $first: Int, $wording: [Wording!]) {
  compareFraming(speakers: $speakers, about: $about, wording: $wording) {
    speakers { speaker { slug } statementCount }
    ${framingParts.map(part => `${part}(first: $first) { ...Table }`).join('\n')}
  }
}
fragment Table on FramingTable {
  totalLines
  lines {
    keys { dimension value label }
    shared
    distinctOf { slug }
    presentIn { slug }
    absentIn { slug }
    cells { speaker { slug } count share statements(first: 2) { totalCount nodes { slug } } }
  }
}`

/** Whoever's words. */
export const anyWording = ['SPEAKER', 'REPORTER', 'DOUBTFUL']

/** The whole comparison of some speakers. */
export async function framingOf(
  graph: TestGraph,
  speakers: readonly string[],
  about = {},
  first = 100,
  wording: readonly string[] | null = null,
) {
  const answer = await graph.ask(framingQuery, { speakers, about, first, wording })
  const { compareFraming } = dataOf(answer) as { compareFraming: Framing }
  return { ...compareFraming, sql: answer.sql }
}

/** What the keys of a line are, as values. */
export const valuesOf = ({ keys }: FramingLine) => keys.map(({ value }) => value)
export const countsOf = ({ cells }: FramingLine) => cells.map(({ count }) => count)
