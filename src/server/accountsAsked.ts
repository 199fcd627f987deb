import { deepestAccount } from '../model/whoSaid.ts'

/** A selection of all accounts by which a statement is made, each with the fields: "A said that B said that …". */
export function accountsAsked(fields: string): string {
  return `${`reportedIn { ${fields} `.repeat(deepestAccount)}${'}'.repeat(deepestAccount)}`
}
