import type { InterchangeRecord, RecordType } from '../../src/model/interchange.ts'

/** The records of one type, in their order. */
export function ofType<T extends RecordType>(
  records: readonly InterchangeRecord[] | null | undefined,
  type: T,
): Extract<InterchangeRecord, { type: T }>[] {
  const isOf = (record: InterchangeRecord): record is Extract<InterchangeRecord, { type: T }> => record.type === type
  return (records ?? []).filter(isOf)
}
