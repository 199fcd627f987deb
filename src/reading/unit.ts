/** What a number counts or measures, as far as a sign or a word says so. */

export interface Unit {
  readonly kind: 'PERCENT' | 'POINT' | 'CURRENCY' | 'MEASURE'
  /** One name for all wordings: "percent", "percentage point", "mile"; for money what the codes or the sign say. */
  readonly name: string
  /** The ISO 4217 codes of which the sign or the word may be one: "$" is many, "€" is EUR alone. */
  readonly codes: readonly string[]
}

export const PERCENT: Unit = { kind: 'PERCENT', name: 'percent', codes: [] }
export const POINT: Unit = { kind: 'POINT', name: 'percentage point', codes: [] }
export const BASIS_POINT: Unit = { kind: 'POINT', name: 'basis point', codes: [] }

/** A unit of measure by its English name, or one of percent. */
export function measureUnit(name: string): Unit {
  const ofPercent = [PERCENT, POINT, BASIS_POINT].find(unit => unit.name === name)
  if (ofPercent !== undefined) return ofPercent
  return { kind: 'MEASURE', name, codes: [] }
}

/** A unit that begins or ends at a token. */
export interface UnitAt {
  readonly unit: Unit
  /** The index of its first token. */
  readonly start: number
  /** The index of the first token after it. */
  readonly next: number
}

/** Money of one of the codes; where they are several, by what is written. */
export function money(codes: readonly string[], written: string): Unit {
  const [code = written] = codes
  return { kind: 'CURRENCY', name: codes.length === 1 ? code : written, codes }
}
