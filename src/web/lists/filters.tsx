import { datasetNames } from '../documents/dataset.ts'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'

/** A condition of a list, kept in the address: one of some values, words to type, or what a link has set. */
export type Condition =
  | {
      readonly name: string
      readonly label: string
      readonly options: Readonly<Record<string, string>>
      readonly any?: string
    }
  | { readonly name: string; readonly label: string; readonly hint: string }
  | { readonly name: string; readonly label: string; readonly isSet: true }

/** The conditions of a list: the address has them all, so that it can be passed on. */
export function Filters({
  conditions,
  query,
  withDataset = false,
}: {
  readonly conditions: readonly Condition[]
  readonly query: URLSearchParams
  readonly withDataset?: boolean
}) {
  const names = useAnswer(datasetNames, withDataset ? {} : null)
  const datasets = Object.fromEntries((names.data?.datasets.nodes ?? []).map(({ slug, name }) => [slug, name]))
  const all: readonly Condition[] =
    Object.keys(datasets).length === 0
      ? conditions
      : [...conditions, { name: 'dataset', label: 'Dataset', options: datasets }]
  return (
    <form class="bar-form" onSubmit={event => event.preventDefault()} aria-label="Filters">
      {all.map(condition => (
        <Field condition={condition} value={query.get(condition.name) ?? ''} key={condition.name} />
      ))}
    </form>
  )
}

function Field({ condition, value }: { readonly condition: Condition; readonly value: string }) {
  const { name, label } = condition
  if ('isSet' in condition) {
    if (value === '') return null
    return (
      <button type="button" class="btn" onClick={() => setQuery({ [name]: null })}>
        {label} {value} <span aria-hidden="true">×</span>
        <span class="vh">, remove this condition</span>
      </button>
    )
  }
  const id = `filter-${name}`
  return (
    <label for={id}>
      {label}
      {'options' in condition ? (
        <select id={id} value={value} onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}>
          <option value="">{condition.any ?? 'any'}</option>
          {Object.entries(condition.options).map(([option, text]) => (
            <option value={option} key={option}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          placeholder={condition.hint}
          autocomplete="off"
          onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value.trim() })}
        />
      )}
    </label>
  )
}

/** The conditions that are set, in words; a dataset by its slug. */
export function sayConditions(conditions: readonly Condition[], query: URLSearchParams, withDataset: boolean): string {
  const all: readonly Condition[] = withDataset
    ? [...conditions, { name: 'dataset', label: 'Dataset', isSet: true }]
    : conditions
  return all
    .flatMap(condition => {
      const value = query.get(condition.name)
      if (!value) return []
      return [
        `${condition.label.toLowerCase()}: ${'options' in condition ? (condition.options[value] ?? value) : value}`,
      ]
    })
    .join('; ')
}

/** One of the values that a filter may have, or none. */
export function oneOf<const Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find(value => value === text)
}
