/** Times of languages besides English that count from the day of publication, or name a decade or a century in words. */

import type { Bounds } from '../model/edtf.ts'
import { plusDays, yearOf } from './days.ts'
import { baseLanguage } from './language.ts'
import { readQuantity } from './readQuantity.ts'

/** What says "ago" before a count and behind it, and the nouns by how many days each has. */
interface Ago {
  readonly words: RegExp
  readonly units: readonly (readonly [RegExp, number])[]
}

function ago(words: string, units: readonly [day: string, week: string, month: string, year: string]): Ago {
  const days = [1, 7, 30.5, 365.25]
  return {
    words: new RegExp(`^(?:${words})$`, 'iu'),
    units: units.map((unit, index) => [new RegExp(`^(?:${unit})`, 'iu'), days[index] ?? 1] as const),
  }
}

const NORDIC_UNITS = ['dag|døgn|dygn', 'veck|uge|uke', 'månad|måned', 'år'] as const

const AGO: ReadonlyMap<string, Ago> = new Map(
  Object.entries({
    de: ago('vor (.+) (\\p{L}+)', ['tag', 'woche', 'monat', 'jahr']),
    fr: ago('il y a (.+) (\\p{L}+)', ['jour', 'semaine', 'mois', 'ans?$|année']),
    es: ago('hace (.+) (\\p{L}+)', ['día', 'semana', 'mes', 'año']),
    it: ago('(.+) (\\p{L}+) fa', ['giorn', 'settiman', 'mes', 'ann']),
    pt: ago('há (.+) (\\p{L}+)', ['dia', 'semana', 'mês|meses', 'ano']),
    nl: ago('(.+) (\\p{L}+) geleden', ['dag', 'week|weken', 'maand', 'jaar']),
    sv: ago('för (.+) (\\p{L}+) sedan', NORDIC_UNITS),
    da: ago('for (.+) (\\p{L}+) siden', NORDIC_UNITS),
    nb: ago('for (.+) (\\p{L}+) siden', NORDIC_UNITS),
    pl: ago('(.+) (\\p{L}+) temu', ['dzień|dni', 'tydz|tygod', 'miesi', 'rok|lat']),
    cs: ago('před (.+) (\\p{L}+)', ['dn', 'týdn', 'měsíc', 'rok|let|roky']),
    ru: ago('(.+) (\\p{L}+) назад', ['день|дн', 'недел', 'месяц', 'год|лет']),
    uk: ago('(.+) (\\p{L}+) тому', ['день|дн', 'тиж', 'місяц', 'рок|рік']),
    tr: ago('(.+) (\\p{L}+) önce', ['gün', 'hafta', 'ay', 'yıl|sene']),
  }),
)

const DECADES: ReadonlyMap<string, readonly RegExp[]> = new Map(
  Object.entries({
    de: 'zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger',
    fr: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix',
    es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  }).map(([language, words]) => [language, words.split(' ').map(name => new RegExp(`^(?:${name})$`, 'u'))]),
)
const BEFORE_DECADE = /(?:années|años|anni|anos|jaren|lata)\s+['’]?([\p{L}-]+|\d0)(?![\p{L}\d])/iu
const DECADE_FIRST = /(?<![\p{L}\d])(\p{L}+|['’]?\d0er)\s?(?:jahren?)(?!\p{L})/iu
const CENTURY =
  /(?<![\p{L}\d])([XVI]+|\d{1,2})(?:\.|e|ème|er|:e|-й)?\s?(?:jahrhundert|siècle|secolo|eeuw|århundrade|århundre|wiek|век|století)|(?:siglo|secolo|século|wiek)\s([XVI]+)(?!\p{L})/iu

/** How such words contradict the days that they are given; null where they do not. */
export function contradictForeignAgo(
  words: string,
  { earliest, latest }: Bounds,
  language: string,
  published: string | null,
): string | null {
  if (earliest === null || latest === null) return null
  const said =
    daysAgo(words, language, published) ??
    decadeOf(words, language, earliest) ??
    centuryOf(words, earliest === latest || yearOf(earliest) === yearOf(latest))
  return said === null || (earliest <= said.to && said.from <= latest) ? null : `the words say ${words}`
}

interface Days {
  readonly from: string
  readonly to: string
}

function daysAgo(words: string, language: string, published: string | null): Days | null {
  const known = AGO.get(baseLanguage(language))
  const found = known?.words.exec(words.trim())
  if (known === undefined || found == null || published === null || !/^\d{4}-\d\d-\d\d$/.test(published)) return null
  const [, count = '', noun = ''] = found
  const number = /^(?:ein\p{L}*|une?|un[oa]?|uma?|een|en|ett|et|jeden|один|одну|bir)$/iu.test(count)
    ? 1
    : (readQuantity(count, language)?.value ?? null)
  const days = known.units.find(([unit]) => unit.test(noun))?.[1]
  if (number === null || days === undefined) return null
  // A month or a year ago is that month or that year; some days more or less are no contradiction.
  const at = (margin: number) => plusDays(published, -Math.round(days * (number + margin)))
  return { from: at(days === 1 ? 1 : 1.5), to: at(-1.5) }
}

/** The nineties are ten years of the century that the days are of. */
function decadeOf(words: string, language: string, earliest: string): Days | null {
  const word = (BEFORE_DECADE.exec(words) ?? DECADE_FIRST.exec(words))?.[1]?.toLowerCase()
  if (word === undefined) return null
  const index = (DECADES.get(baseLanguage(language)) ?? []).findIndex(name => name.test(word))
  const tens = index === -1 ? Number(/\d/.exec(word)?.[0] ?? Number.NaN) : index + 2
  if (Number.isNaN(tens)) return null
  const first = `${earliest.slice(0, 2)}${tens}`
  return { from: `${first}0-01-01`, to: `${first}9-12-31` }
}

const ROMAN: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
])

function centuryOf(words: string, isYear: boolean): Days | null {
  const found = CENTURY.exec(words)
  const said = found?.[1] ?? found?.[2]
  if (said === undefined) return null
  const century = /\d/.test(said) ? Number(said) : roman(said.toLowerCase())
  // The year 2000 is of the 20th century to the letter, and of the 21st to the eye.
  const hundred = String(century - 1).padStart(2, '0')
  return {
    from: `${hundred}00-01-01`,
    to: isYear ? `${String(century).padStart(2, '0')}00-12-31` : `${hundred}99-12-31`,
  }
}

function roman(letters: string): number {
  const values = Array.from(letters, letter => ROMAN.get(letter) ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
