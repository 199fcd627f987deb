import { headName } from '../names/headName.ts'
import { nameKey } from '../names/tokens.ts'

/** An organization as the document names it, and where (UTF-16). */
export interface NamedBody {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Nouns of which “the” makes an organization that was named before. Others (“the company”, “the group”) stand for too many. */
const BODIES = 'agency|bureau|commission|committee|council|court|department|foundation|institute|ministry|university'
const THE_BODY = new RegExp(`^the (${BODIES}|campaign)(?:['’]s)?,?$`, 'i')

const CAP = String.raw`\p{Lu}[\p{L}\p{M}.&’'-]*`

/**
 * The organization that “the department” or “the campaign” means at a place: the only one named before that is called by the noun
 * (“the State Department”, “the Clinton campaign”); null for none, and for several.
 */
export function bodyNamed(text: string, phrase: string, at: number): NamedBody | null {
  const noun = THE_BODY.exec(phrase.trim())?.[1]?.toLowerCase()
  if (noun === undefined) return null
  const before = text.slice(0, at)
  const found = noun === 'campaign' ? campaigns(before) : namedBy(before, noun)
  const [only] = found
  return only && found.every(({ name }) => keyOf(name) === keyOf(only.name)) ? only : null
}

/** “Hillary Clinton campaign” and “Clinton campaign” are one. */
function keyOf(name: string): string {
  return nameKey(name).replace(/^.* (\S+ campaign)$/, '$1')
}

/** “State Department”, “Department of Justice”. */
function namedBy(text: string, noun: string): NamedBody[] {
  const upper = noun.charAt(0).toUpperCase() + noun.slice(1)
  const names = new RegExp(
    String.raw`(?<!\p{L}|\b(?:and|of|for|&) )(?:(?:${CAP} )+${upper}(?: (?:of|for|on) (?:the )?${CAP}(?: ${CAP})*)?|${upper} (?:of|for|on) (?:the )?${CAP}(?: ${CAP})*)(?!\p{L})`,
    'gu',
  )
  return Array.from(text.matchAll(names), ({ 0: words, index }) => placed(words, index))
}

/** “The Clinton campaign”, “Mr. Trump's campaign”, each as it is called by others. */
function campaigns(text: string): NamedBody[] {
  const owned = new RegExp(
    String.raw`(?<!\p{L})(?:[Tt]he (?:${CAP} ){1,2}campaign|(?:${CAP} ){0,2}${CAP}['’]s? (?:presidential )?campaign)(?!\p{L})`,
    'gu',
  )
  return Array.from(text.matchAll(owned)).flatMap(({ 0: phrase, index }) => {
    const head = headName(phrase)
    return head?.kind === 'ORGANIZATION' ? [{ name: head.words, start: index, end: index + phrase.length }] : []
  })
}

function placed(words: string, index: number): NamedBody {
  const name = words.replace(/^The /, '')
  const start = index + words.length - name.length
  return { name, start, end: start + name.length }
}
