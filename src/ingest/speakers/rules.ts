/** The version of the rules: counted up when the same words come to be read in another way. */
export const SPEAKER_RULES_VERSION = '3'

/** The rules by which words are read as naming an agent, each with its meaning. */
export const SpeakerRule = {
  FULL_NAME_IN_SOURCE: 'The head of the source is a full name.',
  NAME_IN_APPOSITION: 'The source describes one person, and its apposition gives the full name.',
  SURNAME_IN_DOCUMENT:
    'The head is a surname, with a title or without, that fits exactly one full name of the document.',
  GIVEN_NAME_IN_DOCUMENT: 'The head is a given name that exactly one full name of the document has.',
  SURNAME_ALONE:
    'The head is a surname, and the document names nobody in full who bears it: an agent of this document alone.',
  SURNAME_BEFORE_GIVEN_NAME:
    'The head is a surname with a form of address, and exactly one full name of the document begins with it, as in Chinese.',
  DESCRIPTION_IN_DOCUMENT:
    'The source is a description, “the Vermont senator”, all of which the document has said of exactly one person whom it names in full.',
  BODY_IN_DOCUMENT:
    'The source is “the” with a noun, “the department”, by which exactly one organization named before is called.',
  FIRST_OF_SURNAME:
    'The head is a surname that several full names of the document have: the first is meant, unless another is named in full right before.',
  RELATIVE_AFTER_NAME: 'The source is “who”, right behind the name of a person.',
  ORGANIZATION_IN_SOURCE: 'The head of the source is the name of an organization.',
  ACRONYM_IN_DOCUMENT: 'The head is the initials of exactly one organization that the document names.',
  NAME_IN_SOURCE: 'The head is a name by its spelling; whether of a person or an organization is not read.',
  COREFERENCE_OF_CORPUS: "The corpus's own machine-made coreference resolves the words to the name.",
} as const
export type SpeakerRule = keyof typeof SpeakerRule

/** The rule by which agents of several documents are one. */
export const SAME_NAME_IN_DATASET =
  'The same full name in documents of one dataset is the same agent, unless a date, a place, a party or an office contradicts.'
