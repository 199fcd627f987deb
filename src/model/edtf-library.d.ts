// The `edtf` library ships no types. Declared here is the one function that edtf.ts calls, as version 4.11 behaves.
declare module 'edtf' {
  export interface ParsedDate {
    type: 'Date'
    /** Year, then as far as it is given: month (0–11), day, hour, minute, second, millisecond. */
    values: number[]
    /** Minutes east of UTC. Without a written zone it is the offset of the machine: see `timeZone`. */
    offset?: number | null
    /** Given only when a zone is written. */
    timeZone?: string
  }

  export interface ParsedSeason {
    type: 'Season'
    /** Year and season (21–24 on level 1). */
    values: number[]
  }

  export interface ParsedInterval {
    type: 'Interval'
    /** Start and end: a date, Infinity where open, nothing where unknown. */
    values: (ParsedDate | number | null | undefined)[]
  }

  export type Parsed = ParsedDate | ParsedSeason | ParsedInterval

  /** Throws where `text` is no EDTF of a type in `types` on `level` or below. */
  export function parse(text: string, constraints: { level: number; types: readonly Parsed['type'][] }): Parsed
}
