import type { ComponentChildren } from 'preact'
import type { DocumentCondition } from '../documents/cited.ts'
import type { Operation } from '../documents/operation.ts'
import type { Table } from '../frame/csv.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, Empty, More } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { inDigits } from '../marks/names.ts'
import { type Page, usePages } from '../usePages.ts'
import { type Condition, Filters, sayConditions } from './filters.tsx'

/** The most rows that a download walks through. */
const mostRows = 10_000

/** A list of everything of a kind: its conditions, its pages, and what every view has. */
export function ListView<Data, Variables extends { readonly after?: string | null }, Item>({
  title,
  lead,
  operation,
  variables,
  pageOf,
  conditions,
  withDataset = false,
  feed,
  documents,
  query,
  table,
  children,
}: {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly operation: Operation<Data, Variables>
  readonly variables: Variables
  readonly pageOf: (data: Data) => Page<Item>
  readonly conditions: readonly Condition[]
  readonly withDataset?: boolean
  /** Which statements are news in the list. */
  readonly feed?: object
  /** In which documents the list stands. */
  readonly documents: DocumentCondition
  readonly query: URLSearchParams
  readonly table: (items: readonly Item[]) => Table
  readonly children: (items: readonly Item[]) => ComponentChildren
}) {
  useTitle(title)
  const list = usePages(operation, variables, pageOf)
  const places = usePlaces(documents)
  const said = sayConditions(conditions, query, withDataset)
  return (
    <>
      <h1>{title}</h1>
      {lead}
      {conditions.length > 0 ? <Filters conditions={conditions} query={query} withDataset={withDataset} /> : null}
      <Answer asked={list.first} what={title.toLowerCase()}>
        {data => {
          const total = pageOf(data).totalCount
          return (
            <>
              <p class="note" role="status">
                {total === undefined ? '' : `${inDigits(total)} found`}
              </p>
              {total === 0 ? <Empty>{noneFound(said)}</Empty> : children(list.items)}
              <More list={list} of={total} />
            </>
          )
        }}
      </Answer>
      <Evidence
        name={title.toLowerCase()}
        cited={{ title, note: said, places }}
        questions={[question(operation, variables)]}
        {...(feed ? { feed } : {})}
        table={async () => table(await list.all(mostRows))}
      />
    </>
  )
}

function noneFound(conditions: string): string {
  return conditions === '' ? 'There are none in this graph.' : 'Nothing matches. Try fewer conditions.'
}
