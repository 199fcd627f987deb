import { type SlugList, told } from './told.ts'

/** The whole answer to an operation. */
export async function send(operation: object): Promise<unknown> {
  const response = await fetch(told.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(operation),
  })
  return response.json()
}

/** What can be named in a query. */
export interface Named {
  readonly slug: string
  readonly label: string | null
}

interface NamesAnswer {
  readonly data?: { readonly list: { readonly totalCount: number; readonly nodes: readonly Named[] } } | null
}

/** Those of a list whose slug or label has the text in it, and how many there are. */
export async function namesIn({ list, label }: SlugList, text: string) {
  const has = `{ contains: ${JSON.stringify(text)} }`
  const filter = text === '' ? '' : `, filter: { or: [{ slug: ${has} }, { ${label}: ${has} }] }`
  const query = `query Names { list: ${list}(first: 20${filter}) { totalCount nodes { slug label: ${label} } } }`
  const { data } = (await send({ query })) as NamesAnswer
  return data?.list ?? { totalCount: 0, nodes: [] }
}
