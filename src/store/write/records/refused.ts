import type { Refusal, RejectReason } from '../../../model/records/refusal.ts'

/** Ends the reading of a record that does not hold. It never leaves the writer. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.why ?? refusal.reason)
    this.refusal = refusal
  }
}

/** @throws Refused */
export function refuse(reason: RejectReason, why?: string): never {
  throw new Refused(why === undefined ? { reason } : { reason, why })
}
