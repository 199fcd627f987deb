/** Every field of a record by its name, so that a new one fails the compiler wherever records are made. */
export type AllFields<T> = { [K in keyof Required<T>]: T[K] | undefined }
