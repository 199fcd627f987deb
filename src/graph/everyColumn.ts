/** What a column is called in the API: that of a key is named for the row to which it leads. */
type FieldOf<Column> = Column extends `${infer Name}Id` ? Name : Column

/**
 * A field for every column of a row but for those that are left out on purpose, so that a new column fails the compiler
 * until it has a field, or is named among these.
 */
export type EveryColumn<Row, LeftOut extends keyof Row> = Readonly<
  Record<string, unknown> & Record<FieldOf<Exclude<keyof Row, LeftOut>>, unknown>
>
