import type { RecordRefusal, RejectReason } from '../../../model/records/refusal.ts'

/** Ends the reading of a record that does not hold. It never leaves the writer. */
export class RecordRefused extends Error {
  override readonly name = 'Refused'
  readonly refusal: RecordRefusal

  constructor(refusal: RecordRefusal) {
    super(refusal.why ?? refusal.reason)
    this.refusal = refusal
  }
}

/** @throws RecordRefused */
export function refuseRecord(reason: RejectReason, why?: string): never {
  throw new RecordRefused(why === undefined ? { reason } : { reason, why })
}
