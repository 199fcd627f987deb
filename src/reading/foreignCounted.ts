/** What is counted, in the words right behind a number, in some languages besides English. */

import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import { readNumberAt } from './numbers.ts'
import { follows, type Token, touches } from './tokens.ts'

/** How a language puts a noun behind a number. */
interface Nouns {
  /** What leads from the number to the noun: "62 Prozent der 140 Betriebe", "34 de los 51 puestos". */
  readonly joints: ReadonlySet<string>
  /** What is no noun, although it looks like one. */
  readonly others: ReadonlySet<string>
  /** The ending of a plural; null where every noun has a capital. */
  readonly plural: RegExp | null
  /** Whether an adjective may follow that has the same ending: "trabajadores municipales". */
  readonly hasAdjectiveBehind: boolean
}

const MOST_ADJECTIVES = 3

function nouns(joints: string, others: string, plural: RegExp | null, hasAdjectiveBehind = true): Nouns {
  return { joints: new Set(joints.split(' ')), others: new Set(others.split(' ')), plural, hasAdjectiveBehind }
}

const NOUNS: Readonly<Record<string, Nouns>> = {
  de: nouns(
    'der des dieser aller unserer ihrer seiner',
    'und oder bis auf in im an am bei mit nach vor seit zu zum zur über gegen unter aus durch um während wegen als wie von vom ' +
      'für ein eine einen einem einer eines sind waren wird wurden werden hat haben hatte nicht nur noch mehr weniger pro je sowie aber sein',
    null,
  ),
  es: nouns(
    'de del los las cada sus estos estas',
    'más menos tras antes después además entonces lunes martes miércoles jueves viernes es les nos tras mientras veces es días',
    /[^uis]s$/,
  ),
  fr: nouns(
    "de des du d' les ses leurs ces",
    'dans mais plus moins sans sous vers alors depuis après très pas fois nous vous lors dès tous puis près ans jours',
    /[^su]s$|aux$/,
  ),
  it: nouns(
    'di dei degli delle del su suoi sue questi queste i gli le',
    'più meno anni che chi se ci vi poi ieri oggi e come dove anche ore',
    /[ie]$/,
  ),
  pt: nouns(
    'de dos das do os as cada seus suas',
    'mais menos mas antes depois vezes nos nas aos às pelos pelas anos dias',
    /[^ui]s$|ões$|ães$/,
  ),
  nl: nouns(
    'van de het der zijn hun alle deze die',
    'en in aan bij met naar na voor sinds tot over tegen onder uit door om tijdens wegens als dan waren werden hebben kunnen ' +
      'willen kwamen zijn niet nog meer minder jaren keer zullen moeten hadden worden',
    /(?:en|s)$/,
    false,
  ),
}

/** The tokens of the noun that is counted, with adjectives before it; null where none can be told. */
export function foreignCountedAfter(text: Tokens, next: number): { start: number; next: number } | null {
  const words = NOUNS[baseLanguage(text.language)]
  if (words === undefined || touches(text.tokens[next])) return null
  const at = behindWhole(text, words, next)
  return words.plural === null ? germanNoun(text.tokens, words, at) : pluralNoun(text.tokens, words, words.plural, at)
}

/** "34 de los 51 puestos" counts stalls, "17 der 48 Seile" ropes. */
function behindWhole(text: Tokens, { joints }: Nouns, from: number): number {
  const { tokens } = text
  let at = from
  while (tokens[at]?.kind === 'WORD' && joints.has(tokens[at]?.text ?? '')) at = afterElision(tokens, at)
  if (at === from) return at
  const number = tokens[at] === undefined || !follows(tokens[at]) ? null : readNumberAt(text, at, false)
  return number?.kind === 'CARDINAL' ? number.next : at
}

/** The apostrophe of "d'euros" is a sign of its own. */
function afterElision(tokens: readonly Token[], at: number): number {
  const mark = tokens[at + 1]
  return /^['’]$/.test(mark?.text ?? '') && touches(mark) ? at + 2 : at + 1
}

function germanNoun(tokens: readonly Token[], { others }: Nouns, from: number) {
  for (let at = from; at <= from + MOST_ADJECTIVES; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'WORD' || others.has(token.text)) return null
    if (token.capital) return { start: from, next: at + 1 }
    // An adjective behind a number ends so: "140 befragten Betriebe".
    if (!/e[nrs]?$/.test(token.text)) return null
  }
  return null
}

function pluralNoun(
  tokens: readonly Token[],
  { others, joints, hasAdjectiveBehind }: Nouns,
  plural: RegExp,
  from: number,
) {
  const isPlural = (token: Token | undefined) =>
    token?.kind === 'WORD' &&
    !token.capital &&
    !others.has(token.text) &&
    !joints.has(token.text) &&
    plural.test(token.text)
  if (!isPlural(tokens[from])) return null
  // "trabajadores municipales", "nouvelles écoles": a noun and its adjective, on either side.
  return { start: from, next: hasAdjectiveBehind && isPlural(tokens[from + 1]) ? from + 2 : from + 1 }
}
