import { type DeskItem, type ItemKind, textOf } from './item.ts'

/** What a person can set of an item, and the key that leads there: the same in the terminal and on the page. */
export interface FieldSpec {
  readonly name: string
  readonly label: string
  readonly key: string
  /**
   * Words of the article; one of a vocabulary; one, or several, of those that the dossier and the graph have; or a text of one's
   * own.
   */
  readonly form: 'WORDS' | 'VOCABULARY' | 'LISTED' | 'SEVERAL' | 'TEXT'
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
const vocabulary = (name: string, label: string, key: string): FieldSpec => ({
  name,
  label,
  key,
  form: 'VOCABULARY',
  isProposed: false,
})
const listed = (name: string, label: string, key: string): FieldSpec => ({
  name,
  label,
  key,
  form: 'LISTED',
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
    listed('who', 'who says it', 'w'),
    { ...listed('others', 'who else says it', 'm'), form: 'SEVERAL' },
    vocabulary('speechAct', 'speech act (1–5)', 't'),
    words('content', 'words'),
    words('source', 'source', 'o'),
    words('cue', 'cue', 'b'),
    listed('reportedIn', 'reported in', 'd'),
    { ...words('time', 'words for when it was said', 'v'), isProposed: false },
    listed('addressee', 'to whom', 'y'),
    listed('channel', 'channel: through what text or occasion', 'l'),
    reason,
  ],
  figure: [
    text('label', 'label: what it counts, in neutral words', 'l'),
    proposed(text('unit', 'unit', 'y')),
    words('words', 'words'),
    proposed(text('value', 'value', 'v')),
    proposed(text('lower', 'or at least', 'd')),
    proposed(text('upper', 'or at most', 'b')),
    listed('same', 'the same figure as', 'w'),
    text('key', 'key', 'k'),
  ],
  time: [
    words('words', 'words'),
    proposed(text('date', 'date (EDTF); leave empty if open', 'v')),
    text('reason', 'why this date, or why it is open', 'x'),
    text('key', 'key', 'k'),
  ],
  agent: [
    vocabulary('type', 'a person or an organization', 'w'),
    vocabulary('organizationKind', 'what kind of organization', 't'),
    proposed(text('name', 'name', 'l')),
    listed('same', 'the same as', 'd'),
    text('key', 'key', 'k'),
    words('words', 'words'),
  ],
  membership: [
    listed('who', 'who holds it', 'w'),
    proposed(text('role', 'role, as worded', 'l')),
    listed('organization', 'where', 'd'),
    words('words', 'words that say so'),
    reason,
  ],
  channel: [
    vocabulary('channelKind', 'what kind of text or occasion', 't'),
    text('label', 'a short name, such as “the letter to Gonzales”', 'l'),
    listed('author', 'who wrote or spoke it', 'w'),
    listed('addressee', 'to whom', 'y'),
    words('words', 'words that say so'),
    reason,
    text('key', 'key', 'k'),
  ],
  aside: [words('words', 'words'), text('reason', 'why it is not a figure, time or statement', 'x')],
  frame: [
    words('words', 'words that frame'),
    vocabulary('function', 'function', 't'),
    vocabulary('dimension', 'dimension', 'd'),
    listed('target', 'target', 'w'),
    vocabulary('valence', 'valence', 'v'),
    listed('affected', 'affected', 'b'),
    vocabulary('effect', 'effect', 'y'),
    reason,
  ],
  term: [
    words('words', 'words that name it'),
    listed('referent', 'what they name', 'w'),
    text('newReferent', 'or a new one: a neutral label', 'l'),
    reason,
  ],
  stance: [
    listed('claim', 'claim', 'w'),
    text('newClaim', 'or a new one: a sentence in neutral words', 'l'),
    vocabulary('stance', 'stance', 't'),
    vocabulary('manner', 'manner', 'v'),
    words('words', 'words that show it'),
    reason,
  ],
  relation: [
    vocabulary('relation', 'how it relates', 't'),
    listed('other', 'to which statement', 'w'),
    text('difference', 'how they differ', 'l'),
    reason,
  ],
}

/** The fields of an item as far as they apply to it: only an organization is of a kind. */
export function fieldsFor({ kind, values }: Pick<DeskItem, 'kind' | 'values'>): readonly FieldSpec[] {
  const isOrganization = textOf(values.type) === 'organization'
  return fields[kind].filter(({ name }) => name !== 'organizationKind' || isOrganization)
}

/** Whether it is chosen from a list, and not written. */
export function isChosen({ form }: Pick<FieldSpec, 'form'>): boolean {
  return form !== 'WORDS' && form !== 'TEXT'
}
