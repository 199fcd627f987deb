/** What is settled of a whole file of records. */
export interface RecordFile {
  /** The dataset that is the file's own: what belongs to it does not say so. */
  readonly own: string | null
  /** Whether whole texts leave of documents whose dataset states no licence. */
  readonly withTexts: boolean
}

/** What a record says of the dataset that it belongs to: nothing, if it is the file's own. */
export function datasetIn({ own }: RecordFile, dataset: string | null): string | null | undefined {
  return dataset !== null && dataset === own ? undefined : dataset
}
