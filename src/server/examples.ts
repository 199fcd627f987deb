import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kind, type OperationDefinitionNode, parse } from 'graphql'

const folder = fileURLToPath(new URL('../../examples', import.meta.url))

/** A worked query: a file in `examples/`, which GraphiQL, the documentation, trusted documents and tools offer. */
export interface WorkedExample {
  readonly name: string
  readonly query: string
}

/** What an example says of itself: its group in a comment, all else in the descriptions of its operation and variables. */
export interface ExampleTexts {
  readonly group: string
  readonly title: string
  readonly meaning: string
  readonly variables: readonly ExampleVariable[]
}

export interface ExampleVariable {
  readonly name: string
  readonly meaning: string
}

/** The worked queries, in the order of the numbers that their file names begin with. */
export function readExamples(): WorkedExample[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map(name => ({ name, query: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** What an example says of itself. */
export function textsOf({ name, query }: WorkedExample): ExampleTexts {
  const operation = parse(query).definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )
  const group = /^# (.+)$/m.exec(query)?.[1]
  const [title, ...meaning] = operation?.description?.value.split('\n\n') ?? []
  if (group === undefined || title === undefined) throw new Error(`${name} has no group or no title`)
  const variables = operation?.variableDefinitions ?? []
  return {
    group,
    title,
    meaning: meaning.join('\n\n').replaceAll('\n', ' '),
    variables: variables.map(({ variable, description }) => ({
      name: variable.name.value,
      meaning: description?.value ?? '',
    })),
  }
}
