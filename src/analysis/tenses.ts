/** The tenses that the tables tell apart. */
export const tenses = ['Infinitive', 'PastTense', 'Participle', 'PresentTense', 'Gerund'] as const
export type Tense = (typeof tenses)[number]

/** The tense of a verb that is not in the tables. */
export function tenseByEnding(verb: string): Tense {
  if (verb.length > 4 && verb.endsWith('ing')) return 'Gerund'
  if (verb.length > 3 && verb.endsWith('ed')) return 'PastTense'
  return verb.endsWith('s') && !verb.endsWith('ss') ? 'PresentTense' : 'Infinitive'
}
