import type { Wording } from './wording.ts'

/** A wording of a number, as a row of the line. */
export interface LineRow extends Wording {
  readonly key: string
  /** What it is to the number of the page, and whose. */
  readonly label: string
  readonly words: string
  readonly voice: string
  readonly isOwn: boolean
  /** Set apart: the number of the page itself. */
  readonly isSelf: boolean
  readonly unit: string | null
}

/** A wording of a number as somebody gives it. */
interface GivenNumber extends Wording {
  readonly slug: string
  readonly words: string
  /** Whose words they are. */
  readonly wording: string | null
  readonly statement: { readonly voice: string } | null
  readonly unit: string | null
  readonly figure: { readonly unit: string } | null
}

export function lineRow(number: GivenNumber, label: string, isSelf = false): LineRow {
  const { slug, words, wording, statement, approximation, value, lower, upper } = number
  return {
    key: slug,
    label,
    words,
    voice: statement?.voice ?? 'DOCUMENT',
    isOwn: wording === 'SPEAKER',
    isSelf,
    unit: number.unit ?? number.figure?.unit ?? null,
    approximation,
    value,
    lower,
    upper,
  }
}

/** Whether a wording has a place on the line: “some” and “all” have none. */
export function hasPlace({ value, lower, upper }: Wording): boolean {
  return value !== null || lower !== null || upper !== null
}
