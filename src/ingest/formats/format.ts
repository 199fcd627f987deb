import type { InterchangeRecord } from '../../model/interchange.ts'
import type { RejectReason } from '../../model/records/refusal.ts'
import type { DatasetInfo } from '../../store/write/corpusWriter.ts'

/** A record as an adapter reads it, or why it is refused, with its place in the source. */
export type RecordItem = {
  readonly file: string
  /** From 1; null where the file has no lines, such as a database. */
  readonly line: number | null
} & (
  | { readonly record: InterchangeRecord }
  /** Something that says it is a record, as it was found. */
  | { readonly claimed: object }
  | {
      readonly refused: RejectReason
      /** What about it, if the reason alone does not say. */
      readonly why?: string
      /** What it would have given, if that much is known: what names it goes with it. */
      readonly gives?: { readonly type: InterchangeRecord['type']; readonly slug: string }
      /** What was found there, for the person who mends it. */
      readonly found: unknown
    }
)

/** Hears how many more bytes of the source's files have been read. */
export type OnBytes = (bytes: number) => void

/** What is imported in one transaction. */
export interface Source {
  /** What tells it from the other sources of its dataset. */
  readonly name: string
  /** The file or folder that it is: what tells it from another of its name. */
  readonly path: string
  /** Every file that is read, so that what is unchanged is known without reading it again. */
  readonly files: readonly string[]
  /**
   * The records in an order in which nothing is named before it is given, in batches. `name` is that under which the
   * source stands in its dataset: identifiers that hold within one file only are joined to it.
   */
  read(onBytes: OnBytes, name: string): AsyncIterable<readonly RecordItem[]> | Iterable<readonly RecordItem[]>
}

/** A format of corpora: one file of src/ingest/formats each. */
export interface Format {
  readonly name: string
  /** One line for the help. */
  readonly summary: string
  /** Counted up when the same files come to be read in another way. */
  readonly version: number
  /** The dataset, where the user names no other. */
  readonly dataset: Omit<DatasetInfo, 'format'>
  /**
   * What files say of their own dataset, each dataset with the paths of its files; left out by formats whose files do not.
   *
   * @throws Failure BAD_INPUT if a path is not of this format
   */
  datasetsIn?(paths: readonly string[]): Promise<{ dataset: Omit<DatasetInfo, 'format'>; paths: string[] }[]>
  /** @throws Failure BAD_INPUT if a path is not of this format */
  sources(paths: readonly string[], dataset: string): Source[]
}
