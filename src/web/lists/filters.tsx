import { setQuery } from '../place.ts'

/** A condition of a list, kept in the address. */
export type Condition =
  | { readonly name: string; readonly label: string; readonly options: Readonly<Record<string, string>> }
  | { readonly name: string; readonly label: string; readonly hint: string }

/** The conditions of a list: the address has them all, so that it can be passed on. */
export function Filters({
  conditions,
  query,
}: {
  readonly conditions: readonly Condition[]
  readonly query: URLSearchParams
}) {
  return (
    <form class="bar-form" onSubmit={event => event.preventDefault()} aria-label="Filters">
      {conditions.map(condition => {
        const { name, label } = condition
        const value = query.get(name) ?? ''
        return (
          <label key={name} for={`filter-${name}`}>
            {label}
            {'options' in condition ? (
              <select
                id={`filter-${name}`}
                value={value}
                onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
              >
                <option value="">any</option>
                {Object.entries(condition.options).map(([option, text]) => (
                  <option value={option} key={option}>
                    {text}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`filter-${name}`}
                value={value}
                placeholder={condition.hint}
                autocomplete="off"
                onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value.trim() })}
              />
            )}
          </label>
        )
      })}
    </form>
  )
}

/** One of the values that a filter may have, or none. */
export function oneOf<const Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find(value => value === text)
}
