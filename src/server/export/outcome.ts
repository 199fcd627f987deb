/** An answer that is written as it is read. */
export interface ExportAnswer {
  readonly type: string
  /** What of it stays, and why nobody is given it. */
  readonly leftOut: readonly string[]
  readonly body: AsyncGenerator<string | Uint8Array<ArrayBuffer>>
}

/** Why there is no such export. */
export class ExportRefused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
