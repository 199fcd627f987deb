/** A half that goes on from a number in languages in which it is not read: "три с половиной миллиона", "iki buçuk milyon", 3年半, ونصف. */

import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { readScale } from './scales.ts'
import { nextBehind } from './tokens.ts'

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ru: 'с половиной|с четвертью',
    uk: '(?:з|із) половиною|з чвертю',
    bg: 'и половина|и четвърт',
    pl: 'i pół|i ćwierć',
    cs: 'a půl|a čtvrt',
    sk: 'a pol|a štvrť',
    hr: 'i pola?|i po',
    sr: 'и по|и пола?|i po|i pola?',
    sl: 'in pola?',
    hu: 'és fél',
    ro: 'și jumătate|şi jumătate',
    el: 'και μισ\\p{L}*|ήμισι',
    sv: 'och en halv|och ett halvt|en halv',
    da: 'og en halv|og et halvt|en halv',
    nb: 'og en halv|og et halvt|en halv',
    fi: 'ja puoli|ja puolen',
    tr: 'buçuk',
    ca: 'i mig|i mitja',
    ar: 'ونصف|وربع|و نصف',
    fa: 'و نیم',
    he: 'וחצי|ורבע',
    id: 'setengah',
    vi: 'rưỡi',
    th: 'ครึ่ง',
    ko: '(?:년|개월|시간|배) ?반',
    zh: '(?:年|个|個|倍)?半(?![导導])',
    ja: '(?:年|倍|時間|か月)?半(?![ば期額導])',
    hi: 'और आधा',
  }),
)
/** Where no space or an ending may follow. */
const GOES_ON = /^(?:ar|fa|fi|he|hu|ja|ko|th|tr|zh)$/
const BEHIND = new Map(
  [...WORDS].map(([language, words]) => {
    const end = GOES_ON.test(language) ? '' : '(?![\\p{L}\\p{M}])'
    return [language, new RegExp(`^\\s?(?:${words})${end}`, 'u')] as const
  }),
)
const REACH = 30

/** The number with the half behind it, which is not read. */
export function withUnreadHalf(text: Tokens, { next, value }: NumberReading): NumberReading | null {
  // 2024年半 is the middle of a year.
  if (value?.gte(1000) === true && /^(?:zh|ja|ko)$/.test(baseLanguage(text.language))) return null
  const behind = text.english ? undefined : BEHIND.get(baseLanguage(text.language))
  const from = text.tokens[next - 1]?.end
  if (behind === undefined || from === undefined) return null
  const found = behind.exec(text.text.slice(from, from + REACH).toLowerCase())?.[0]
  if (found === undefined) return null
  const after = nextBehind(text.tokens, next, from + found.length)
  return reading('UNCLEAR', null, readScale(text, after)?.next ?? after)
}
