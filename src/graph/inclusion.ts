import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql'

/** What `@include` and `@skip` leave of a selection, for given values of the variables in them. */
export class Inclusion {
  readonly #variables: Readonly<Record<string, unknown>>

  constructor(variables: Readonly<Record<string, unknown>>) {
    this.#variables = variables
  }

  /** Whether a selection with these directives is left. */
  leaves(directives: readonly DirectiveNode[] | undefined): boolean {
    return (directives ?? []).every(({ name, arguments: given }) => {
      const value = given?.[0]?.value
      const condition =
        value?.kind === Kind.VARIABLE ? this.#variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value
      return Boolean(condition) === (name.value === 'include')
    })
  }

  /** What is told apart by these variables. */
  keyOf(variables: readonly string[]): string {
    return variables.map(name => (this.#variables[name] ? '1' : '0')).join('')
  }
}

/** The variables in `@include` and `@skip`; null if there are other directives. */
export function variablesOfInclusion(document: DocumentNode): string[] | null {
  const variables = new Set<string>()
  let isKnown = true
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'include' && name.value !== 'skip') isKnown = false
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) variables.add(value.name.value)
    },
  })
  return isKnown ? [...variables] : null
}
