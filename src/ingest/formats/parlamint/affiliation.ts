/** A dated tie of a person to an organization, as the corpus has it. */
export interface Affiliation {
  readonly organization: string
  /** member, minister, head: in ParlaMint's taxonomy. */
  readonly kind: string
  /** As worded, where it is. */
  readonly role: string
  readonly from: string | null
  readonly to: string | null
  readonly line: number
}
