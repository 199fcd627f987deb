import type { NamedPerson } from './documentNames.ts'
import type { SpeakerRule } from './rules.ts'

/** Words by which a document names somebody; places count UTF-16 units of its text. */
export interface SourceWords {
  readonly id: number
  readonly words: string
  readonly start: number | null
  /** The name that the corpus's own coreference resolves the words to. */
  readonly antecedent: { readonly words: string; readonly start: number } | null
}

/** A named agent of one document. */
export type DocumentAgent = { readonly kind: 'PERSON'; readonly person: NamedPerson } | AgentByName

/** An agent of whom the document has a name, and no full name of a person. */
export interface AgentByName {
  readonly kind: 'SURNAME' | 'ORGANIZATION' | 'UNKNOWN'
  readonly name: string
  /** Whether the name leads to somebody in this document alone: others may have another Smith, and another Times. */
  readonly isLocal: boolean
}

/** To whom some words lead, and by which rule. */
export interface SpeakerReading {
  readonly mention: number
  readonly agent: DocumentAgent
  readonly rule: SpeakerRule
  /** Where the full name stands by which they do (UTF-16); null if it is in the words themselves. */
  readonly evidence: { readonly start: number; readonly end: number } | null
  /** What stands beside the name in the words: title, party, apposition; the pieces joined by “ … ”. */
  readonly roleWords: string | null
}
