/** A worked question. */
export interface Example {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly meaning: string
  readonly query: string
}

interface RootGroup {
  readonly title: string
  readonly meaning: string
  readonly fields: readonly { readonly name: string; readonly description: string }[]
}

/** A list in which names are looked up, and the field that shows which one it is. */
export interface SlugList {
  readonly list: string
  readonly label: string
}

/** What the server tells the page in it. */
interface Told {
  readonly endpoint: string
  readonly examples: readonly Example[]
  readonly roots: readonly RootGroup[]
  readonly slugs: Readonly<Record<string, SlugList>>
}

export const told: Told = JSON.parse(document.getElementById('told')?.textContent ?? '')
