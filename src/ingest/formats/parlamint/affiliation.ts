/** A dated tie of a person to an organization, as the corpus has it. */
export interface Affiliation {
  readonly organization: string
  /** member, minister, head: in ParlaMint's taxonomy. */
  readonly kind: string
  /** As worded, where it is. */
  readonly role: string
  readonly from: string | null
  readonly to: string | null
  /** The terms within which it lies, by their XML ids; other categories may stand among them. */
  readonly periods: readonly string[]
  readonly line: number
}
