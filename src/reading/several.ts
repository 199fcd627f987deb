/** Several of a power in languages besides English: "mehrere hundert", "een paar duizend", "несколько тысяч", "qualche migliaio". */

import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { nextWord } from './tokens.ts'

interface SeveralWords {
  /** Words for some few; a word of two parts has a space. */
  readonly some: ReadonlySet<string>
  /** Words for many, of which nothing says how many. */
  readonly many: ReadonlySet<string>
  readonly powers: ReadonlyMap<string, number>
}

function several(some: string, many: string, powers: Readonly<Record<string, number>>): SeveralWords {
  return {
    some: new Set(some.split(', ')),
    many: new Set(many.split(', ')),
    powers: new Map(
      Object.entries(powers).flatMap(([words, power]) => words.split(' ').map(word => [word, power] as const)),
    ),
  }
}

const NORDIC = {
  'hundra hundre hundrede': 100,
  'tusen tusind': 1e3,
  'miljoner millioner': 1e6,
  'miljarder milliarder': 1e9,
}

const WORDS: ReadonlyMap<string, SeveralWords> = new Map([
  [
    'de',
    several('mehrere, mehreren, mehrerer, einige, einigen, einiger, etliche, etlichen, ein paar', 'viele, vielen', {
      hundert: 100,
      tausend: 1e3,
      zehntausend: 1e4,
      hunderttausend: 1e5,
      millionen: 1e6,
      milliarden: 1e9,
    }),
  ],
  [
    'nl',
    several('enkele, enige, meerdere, verscheidene, verschillende, een paar', 'vele', {
      honderd: 100,
      duizend: 1e3,
      miljoen: 1e6,
      miljard: 1e9,
    }),
  ],
  ['sv', several('några, flera, ett par', 'många', NORDIC)],
  ['da', several('nogle, flere, et par', 'mange', NORDIC)],
  ['nb', several('noen, flere, et par', 'mange', NORDIC)],
  ['no', several('noen, flere, et par', 'mange', NORDIC)],
  [
    'it',
    several('qualche, alcune, alcuni, diverse, diversi, parecchie, parecchi', 'molte, molti', {
      'centinaio centinaia': 100,
      'migliaio migliaia': 1e3,
      'milione milioni': 1e6,
      'miliardo miliardi': 1e9,
    }),
  ],
  [
    'ru',
    several('несколько, пару, пара', 'много, многие', {
      сотен: 100,
      тысяч: 1e3,
      миллионов: 1e6,
      миллиардов: 1e9,
    }),
  ],
  ['uk', several('кілька, декілька, пару', 'багато', { сотень: 100, тисяч: 1e3, мільйонів: 1e6, мільярдів: 1e9 })],
  ['pl', several('kilka, parę', 'wiele', { tysięcy: 1e3, milionów: 1e6, miliardów: 1e9 })],
])

/** Two of the power or more, below the next; "many" of it cannot be read. Null where no such words begin. */
export function readSeveral(text: Tokens, index: number): NumberReading | null {
  const words = WORDS.get(baseLanguage(text.language))
  if (words === undefined) return null
  const { tokens } = text
  const first = tokens[index]?.text ?? ''
  const second = nextWord(tokens, index + 1)
  if (second === null) return null
  const isTwo = words.some.has(`${first} ${tokens[second]?.text}`)
  const at = isTwo ? nextWord(tokens, second + 1) : second
  if (at === null || !(isTwo || words.some.has(first) || words.many.has(first))) return null
  const power = words.powers.get(tokens[at]?.text ?? '')
  if (power === undefined) return null
  if (words.many.has(first)) return reading('UNCLEAR', null, at + 1)
  return reading('MAGNITUDE', null, at + 1, { lower: 2 * power, upper: power >= 1e6 ? null : 10 * power })
}
