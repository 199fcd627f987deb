import type { Voice } from './vocabulary.ts'

/** What is known of whose voice a statement is in. */
export interface Saying {
  readonly voice: Voice
  readonly speakers: readonly string[]
  /** The label of the text or occasion that it came through. */
  readonly channel: string | null
  /** The words that name its source. */
  readonly source: string | null
  readonly document: string
}

/** Whose voice it is, by name where there is one. */
export function whoSaid({ voice, speakers, channel, source, document }: Saying): string {
  if (speakers.length > 0) return new Intl.ListFormat('en', { type: 'conjunction' }).format(speakers)
  if (voice === 'DOCUMENT') return document
  if (voice === 'CHANNEL') return channel ?? source ?? 'A text'
  if (voice === 'UNLINKED' && source !== null) return `“${source}”`
  return 'Somebody not named'
}
