/** Why a record is refused, each reason with its meaning. */
export const RejectReason = {
  NOT_JSON: 'The line is not a JSON object.',
  NOT_UTF8: 'The bytes are not UTF-8.',
  LINE_TOO_LONG: 'The line is longer than any that is read.',
  BAD_RECORD: 'A field is missing, unknown or not what its format says.',
  NOT_VERBATIM: 'The words do not stand at the offsets.',
  MISREAD: 'The words of a figure say something else than the figure, or than the record codes them.',
  QUOTATION_MARKS: 'The content is quoted otherwise by the quotation marks of the text.',
  NOT_A_NUMBER: 'The words for a figure do not read as a number, and the record does not code them.',
  NO_CONTENT: 'An attribution without a content.',
  CONTROL_CHARACTER: 'A text holds a control character, such as NUL.',
  NO_TEXT: 'The text of the document was left out where the file was written.',
  NOT_NORMALISED: 'The text is not in Unicode NFC with LF as line break.',
  BAD_DATE: 'The date is none that EDTF knows, or ends before it begins.',
  UNKNOWN_REFERENCE: 'Names a document, an agent, a claim, a coder, a figure or a referent that has not been given.',
  DUPLICATE: 'The name is taken by a record that says something else.',
  DEPENDENT: 'Names a record that is refused, and goes with it.',
  OTHER_TYPE: 'A kind of record that the format has, and that is not brought in.',
  UNREADABLE_FILE: 'The file is missing, not readable, too large, or lies outside the corpus.',
} as const
export type RejectReason = keyof typeof RejectReason

/** Why a record is refused, and if the reason alone does not say it, what about it. */
export interface RecordRefusal {
  readonly reason: RejectReason
  readonly why?: string
}
