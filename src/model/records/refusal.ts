/** Why a record is refused, each reason with its meaning. */
export const RejectReason = {
  NOT_JSON: 'The line is not a JSON object.',
  NOT_UTF8: 'The bytes are not UTF-8.',
  LINE_TOO_LONG: 'The line is too long.',
  BAD_RECORD: 'A field is missing, unknown or not what its format says.',
  NOT_VERBATIM: 'The words do not stand at the offsets.',
  MISREAD: 'The words for a figure contradict the figure, or the record’s coding of them.',
  QUOTATION_MARKS: 'The quotation marks of the text contradict the stated quotation.',
  NOT_A_NUMBER: 'The words for a figure do not read as a number, and the record does not code them.',
  NO_CONTENT: 'An attribution without a content.',
  CONTROL_CHARACTER: 'A text holds a control character, such as NUL.',
  NO_TEXT: 'The file was written without the text of the document.',
  NOT_NORMALISED: 'The text is not in Unicode NFC with LF as line break.',
  BAD_DATE: 'The date is not valid EDTF, or ends before it begins.',
  UNKNOWN_REFERENCE: 'Names a document, an agent, a claim, a coder, a figure or a referent that has not been given.',
  DUPLICATE: 'The name belongs to a record with other content.',
  DEPENDENT: 'Refers to a refused record, so it is refused too.',
  OTHER_TYPE: 'The format has this kind of record, but Dixit does not import it.',
  UNREADABLE_FILE: 'The file is missing, not readable, too large, or lies outside the corpus.',
} as const
export type RejectReason = keyof typeof RejectReason

/** Why a record is refused, and if the reason alone does not say it, what about it. */
export interface RecordRefusal {
  readonly reason: RejectReason
  readonly why?: string
}
