/** The value under a key that a curator typed: `constructor` too is a key, and no record holds it unless it was typed. */
export function ownProperty<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}
