/** What is said of an export as a whole, and of its tables and columns. */
export interface Description {
  readonly name: string
  readonly summary: string
  /** The licences that its datasets state, in their words. */
  readonly licence: readonly string[]
  readonly url: string | null
  /** The day of the newest import: YYYY-MM-DD. */
  readonly date: string
  /** What a table holds, or a column of it. */
  describe(table: string, column: string | null): string
}
