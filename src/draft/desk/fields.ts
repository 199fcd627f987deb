import type { ItemKind } from './item.ts'

/** What a person can set of an item, and the key that leads there: the same in the terminal and on the page. */
export interface FieldSpec {
  readonly name: string
  readonly label: string
  readonly key: string
  /** Words of the article, one of a list, or a text of one's own. */
  readonly form: 'WORDS' | 'CHOICE' | 'TEXT'
  /** Whether the draft may have filled it, so that another value is a change of what was proposed. */
  readonly isProposed: boolean
}

const words = (name: string, label: string, key = 'e'): FieldSpec => ({
  name,
  label,
  key,
  form: 'WORDS',
  isProposed: true,
})
const choice = (name: string, label: string, key: string): FieldSpec => ({
  name,
  label,
  key,
  form: 'CHOICE',
  isProposed: false,
})
const text = (name: string, label: string, key: string): FieldSpec => ({
  name,
  label,
  key,
  form: 'TEXT',
  isProposed: false,
})
const proposed = (spec: FieldSpec): FieldSpec => ({ ...spec, isProposed: true })

const reason = text('reason', 'reason, if you conclude it', 'x')

export const fields: Readonly<Record<ItemKind, readonly FieldSpec[]>> = {
  statement: [
    choice('who', 'who says it', 'w'),
    choice('speechAct', 'speech act (1–5)', 't'),
    words('content', 'words'),
    words('source', 'source', 'o'),
    words('cue', 'cue', 'b'),
    choice('reportedIn', 'reported inside of', 'd'),
    reason,
  ],
  figure: [
    text('label', 'label: what it counts, in neutral words', 'l'),
    proposed(text('unit', 'unit', 'y')),
    words('words', 'words'),
    proposed(text('value', 'value', 'v')),
    proposed(text('lower', 'or at least', 'd')),
    proposed(text('upper', 'or at most', 'b')),
    choice('same', 'the same figure as', 'w'),
    text('key', 'key', 'k'),
  ],
  time: [
    words('words', 'words'),
    proposed(text('date', 'date (EDTF); empty: left open', 'v')),
    text('reason', 'why it is that date, or left open', 'x'),
    text('key', 'key', 'k'),
  ],
  agent: [
    choice('type', 'a person or an organization', 'w'),
    choice('organizationKind', 'what kind of organization', 't'),
    proposed(text('name', 'name', 'l')),
    choice('same', 'the same as', 'd'),
    text('key', 'key', 'k'),
    words('words', 'words'),
  ],
  membership: [
    choice('who', 'who holds it', 'w'),
    proposed(text('role', 'role, as worded', 'l')),
    choice('organization', 'where', 'd'),
    words('words', 'words that say so'),
    reason,
  ],
  aside: [words('words', 'words'), text('reason', 'why it is no figure, time or statement', 'x')],
  frame: [
    words('words', 'words that frame'),
    choice('function', 'function', 't'),
    choice('dimension', 'dimension', 'd'),
    choice('target', 'target', 'w'),
    choice('valence', 'valence', 'v'),
    choice('affected', 'affected', 'b'),
    choice('effect', 'effect', 'y'),
    reason,
  ],
  term: [
    words('words', 'words that name it'),
    choice('referent', 'what they name', 'w'),
    text('newReferent', 'or a new one: a neutral label', 'l'),
    reason,
  ],
  stance: [
    choice('claim', 'claim', 'w'),
    text('newClaim', 'or a new one: a sentence in neutral words', 'l'),
    choice('stance', 'stance', 't'),
    choice('manner', 'manner', 'v'),
    words('words', 'words that show it'),
    reason,
  ],
  relation: [
    choice('relation', 'how it stands', 't'),
    choice('other', 'to which statement', 'w'),
    text('difference', 'in what they differ', 'l'),
    reason,
  ],
}
