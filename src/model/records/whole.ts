/** Every field of a record by its name, so that a new one fails the compiler wherever records are made. */
export type AllFields<T> = { [K in keyof Required<T>]: T[K] | undefined }

/** The list, or nothing where it is empty. */
export function orNone<T>(list: readonly T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list]
}
