import { headName } from '../names/headName.ts'
import { theLexicon } from '../names/lexicon.ts'
import { type PersonName, readPersonName, withoutTitles } from '../names/personName.ts'
import { nameKey, nameTokens } from '../names/tokens.ts'

/** A name as it is compared with others: case, hyphens, titles, genitives, accents and dots do not matter. */
export type ComparableName =
  | { readonly kind: 'PERSON'; readonly name: PersonName }
  | { readonly kind: 'OTHER'; readonly key: string }

/** The name of an agent, as its source writes it: "Clinton, Hillary", "hillary-clinton", "HILLARY CLINTON". */
export function comparableName(words: string): ComparableName {
  const [last = '', first, ...more] = words.split(/\s*,\s*/)
  const ordered =
    first !== undefined && more.length === 0 && /^\p{L}[\p{L}. -]*$/u.test(first) ? `${first} ${last}` : words
  const spelled = /\p{Lu}/u.test(ordered) ? ordered : capitalised(ordered.replaceAll('-', ' '))
  const tokens = nameTokens(spelled).filter(({ isWord }) => isWord)
  const name = readPersonName(withoutTitles(tokens).rest)
  return name ? { kind: 'PERSON', name } : { kind: 'OTHER', key: tokens.map(({ key }) => key).join(' ') }
}

/** The name that words of a source have for their head; null if they name nobody in full. */
export function nameOfWords(words: string): ComparableName | null {
  const head = headName(words)
  if (head?.kind === 'PERSON') return { kind: 'PERSON', name: head.name }
  return head?.kind === 'ORGANIZATION' || head?.kind === 'ACRONYM' ? { kind: 'OTHER', key: nameKey(head.words) } : null
}

/** By what names that may be alike are found together. */
export function bucketOf(name: ComparableName): string {
  return name.kind === 'PERSON' ? `person ${name.name.surname}` : `other ${name.key}`
}

/** How two names are alike, in words; null if they are not. */
export function nameLikeness(one: ComparableName, other: ComparableName): string | null {
  if (one.kind === 'OTHER' || other.kind === 'OTHER') {
    return one.kind === 'OTHER' && other.kind === 'OTHER' && one.key === other.key ? 'the same name' : null
  }
  const [a, b] = [one.name, other.name]
  if (a.surname !== b.surname || a.suffix !== b.suffix) return null
  const [first] = a.middle
  const [second] = b.middle
  const isOther = first !== undefined && second !== undefined && first[0] !== second[0]
  if (isOther || !theLexicon().areAlike(a.given, b.given)) return null
  if (a.given === b.given) return first === second ? 'the same name' : 'the same name except for the middle name'
  return a.given.length === 1 || b.given.length === 1
    ? 'a matching initial'
    : `${a.given} is short for ${b.given}, or the other way round`
}

function capitalised(words: string): string {
  return words.replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase())
}
