import { type Page, pageCap, type StretchRequest } from '../engine/cursor.ts'

/** The first rows of a list, page after page. */
export async function readRows<Row>(
  first: number,
  page: (stretch: StretchRequest) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  while (rows.length < first) {
    const read: Page<Row> = await page({ first: Math.min(pageCap, first - rows.length), after })
    rows.push(...read.edges.map(({ node }) => node))
    after = read.endCursor ?? read.edges.at(-1)?.cursor ?? null
    if (!read.hasNextPage || after === null) break
  }
  return rows
}
