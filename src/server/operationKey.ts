/** What an operation is remembered by. The length keeps a name, an empty one too, apart from the query behind it. */
export function operationKey(query: string, operationName: string | undefined): string {
  return `${operationName?.length ?? ''} ${operationName ?? ''}${query}`
}
