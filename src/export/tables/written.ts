/** What was written of a table: its files, named from the folder on, and how many rows. */
export interface Written {
  readonly table: string
  readonly files: readonly string[]
  readonly rows: number
}
