/** How many times as many, in languages besides English: "el doble", "das Dreifache", "verdoppelt", "trois fois plus". */

import Big from 'big.js'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { follows, nextBehind } from './tokens.ts'

interface Multiples {
  /** Whether any of the wordings stands there: most words of a text begin none. */
  readonly any: RegExp
  /** Whole wordings that name one, each at its number of times. */
  readonly named: readonly (readonly [RegExp, number])[]
  /** What may stand behind such a noun; anything else makes it an adjective: "le double vitrage". */
  readonly behind: RegExp
  /** "Times" behind a number, and what makes a multiple of it: "fois plus", "Mal so viele"; "three times" alone counts occasions. */
  readonly times: RegExp
}

function multiples(nouns: readonly string[], verbs: readonly string[], behind: string, times: string): Multiples {
  const wordings = [...nouns, ...verbs]
  return {
    any: new RegExp(whole(wordings.join('|')), 'iuy'),
    named: wordings.map((words, at) => [
      new RegExp(`^${whole(words)}`, 'iu'),
      2 + (at < nouns.length ? at : at - nouns.length),
    ]),
    behind: new RegExp(`^(?:$|[\\s]*[.,;:!?)”»]|\\s+(?:${behind})(?!\\p{L}))`, 'iu'),
    times: new RegExp(`^(?:${times})(?!\\p{L})`, 'iu'),
  }
}

function whole(words: string): string {
  return `(?:${words})(?![\\p{L}\\d])`
}

/** Nouns with an article before them or without: "del doble", "doble". */
function withArticles(articles: string, nouns: string): string[] {
  return nouns.split(' ').map(noun => `(?:(?:${articles}) )?${noun}`)
}

const MULTIPLES: ReadonlyMap<string, Multiples> = new Map([
  [
    'de',
    multiples(
      [
        'das doppelte|dem doppelten|des doppelten|doppelt so',
        'das dreifache|dem dreifachen|des dreifachen|dreimal so',
        'das vierfache|dem vierfachen|viermal so',
        'das fünffache|dem fünffachen|fünfmal so',
      ],
      ['verdoppel(?:t|te|ten)', 'verdreifach(?:t|te|ten)', 'vervierfach(?:t|te|ten)'],
      'der|des|von|an|dessen|wie|viele?|hoch|gro(?:ß|ss)|lang|weit|und|oder|ist|war|hat|haben|wert|[a-zäöü]\\p{Ll}*',
      'mal (?:so|mehr|weniger|höher|größer|häufiger)|-mal so',
    ),
  ],
  [
    'fr',
    multiples(
      withArticles('le|du|au', 'double triple quadruple quintuple'),
      ['a doublé|ont doublé|doublera', 'a triplé|ont triplé|triplera', 'a quadruplé|ont quadruplé'],
      "de|d['’]\\p{L}*|du|des|qu['’]\\p{L}*|que|en|et|ou|est|était|par|pour|dans|depuis|cette|ce|l['’]\\p{L}*|la|le|les",
      'fois (?:plus|moins|supérieur\\p{L}*|inférieur\\p{L}*|le|la|les|ce)',
    ),
  ],
  [
    'es',
    multiples(
      withArticles('el|al|del', 'doble triple cuádruple quíntuple'),
      [
        'se (?:ha |han )?duplic(?:ó|aron|ado)',
        'se (?:ha |han )?triplic(?:ó|aron|ado)',
        'se (?:ha |han )?cuadruplic(?:ó|aron|ado)',
      ],
      'de|del|que|en|y|o|es|era|por|para|desde',
      'veces (?:más|menos|mayor\\p{L}*|menor\\p{L}*|superior\\p{L}*|el|la|los|las|lo)',
    ),
  ],
  [
    'it',
    multiples(
      withArticles('il|al|del', 'doppio triplo quadruplo'),
      ['(?:è|sono) raddoppiat[oaie]', '(?:è|sono) triplicat[oaie]', '(?:è|sono) quadruplicat[oaie]'],
      "di|del|dello|della|dei|degli|delle|dell['’]\\p{L}*|che|in|e|o|è|era|per|rispetto|dal|da",
      'volte (?:più|meno|superior\\p{L}*|inferior\\p{L}*|il|la|i|le|tanto|maggior\\p{L}*)',
    ),
  ],
  [
    'pt',
    multiples(
      withArticles('o|ao|do', 'dobro triplo quádruplo'),
      ['dobr(?:ou|aram)|duplic(?:ou|aram)', 'triplic(?:ou|aram)', 'quadruplic(?:ou|aram)'],
      'de|do|da|dos|das|que|em|e|ou|é|era|por|para|desde|o|a|os|as',
      'vezes (?:mais|menos|maior\\p{L}*|menor\\p{L}*|superior\\p{L}*|o|a|os|as)',
    ),
  ],
  [
    'nl',
    multiples(
      ['het dubbele|dubbel zo', 'het driedubbele|het drievoudige|driemaal zo', 'het viervoudige|viermaal zo'],
      ['verdubbel(?:d|de|den)', 'verdrievoudig(?:d|de)', 'verviervoudig(?:d|de)'],
      'van|aan|dan|als|en|of|is|was|in|veel|groot|hoog|zo|sinds|tot',
      '(?:keer|maal) (?:zo\\p{L}*|meer|minder|groter|hoger)',
    ),
  ],
  [
    'sv',
    multiples(
      ['dubbelt så|det dubbla', 'tre gånger så|det tredubbla|tredubbelt så'],
      ['fördubbla(?:des|ts|de|t)', 'tredubbla(?:des|ts|de|t)'],
      'av|mot|så|som|och|eller|är|var|många|mycket|stor\\p{L}*|hög\\p{L}*|sedan',
      'gånger (?:så|fler|mer|större|högre)',
    ),
  ],
  ['pl', multiples([], [], '', 'razy (?:więcej|mniej|wyż\\p{L}*|niż\\p{L}*|częściej|droż\\p{L}*)')],
  ['ru', multiples([], [], '', 'раза? (?:больше|меньше|выше|ниже|чаще|дороже|дешевле)')],
  ['uk', multiples([], [], '', 'раз(?:и|ів) (?:більше|менше|вищ\\p{L}*|нижч\\p{L}*|частіше)')],
  ['tr', multiples([], [], '', 'kat\\p{L}*')],
  ['id', multiples([], [], '', 'kali (?:lipat|lebih)')],
  ...['da', 'nb', 'no', 'nn'].map(
    language =>
      [
        language,
        multiples(
          ['dobbelt så|det dobbelte', 'tredobbelt så|det tredobbelte|det tredobla'],
          ['fordobl(?:et|ede|edes)|doblet|doblede', 'tredobl(?:et|ede|edes)'],
          'av|af|mot|mod|så|som|og|eller|er|var|mange|mye|meget|stor\\p{L}*|høy\\p{L}*|høj\\p{L}*|siden',
          '(?:ganger|gange) (?:så|flere|mer|mere|større)',
        ),
      ] as const,
  ),
])

/** The multiple that begins at the index. */
export function readForeignMultiple({ text, tokens, language }: Tokens, index: number): NumberReading | null {
  const known = MULTIPLES.get(baseLanguage(language))
  const start = tokens[index]?.start
  if (known === undefined || start === undefined) return null
  known.any.lastIndex = start
  if (!known.any.test(text)) return null
  const ahead = text.slice(start, start + REACH)
  for (const [words, value] of known.named) {
    const found = words.exec(ahead)?.[0]
    // "Más del doble": the article may be that of the hedge.
    const isBare = found !== undefined && !/ /.test(found) && /^[dtqc]/.test(found) && !VERB.test(found)
    if (isBare && !ARTICLE.test(tokens[index - 1]?.text ?? '')) continue
    if (found === undefined || !known.behind.test(ahead.slice(found.length))) continue
    return reading('MULTIPLE', new Big(value), nextBehind(tokens, index, start + found.length))
  }
  return null
}

/** "Trois fois plus", "drei Mal so viele": what follows the number makes a multiple of it. */
export function readForeignTimes(
  { text, tokens, language }: Tokens,
  { value, next }: NumberReading,
): NumberReading | null {
  const times = tokens[next]
  const known = MULTIPLES.get(baseLanguage(language))
  if (known === undefined || value === null || times === undefined || !follows(times)) return null
  if (!known.times.test(text.slice(times.start, times.start + REACH))) return null
  return reading('MULTIPLE', value, next + 1)
}

const ARTICLE = /^(?:el|del|al|le|du|au|il|o|do|ao)$/
const VERB = /^(?:dobr|duplic|triplic|quadruplic)/
const REACH = 60
