/** Every field of a record by its name, so that a new one fails the compiler wherever records are made. */
export type Whole<T> = { [K in keyof Required<T>]: T[K] | undefined }
