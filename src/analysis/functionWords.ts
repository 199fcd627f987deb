import * as lists from 'stopword'

/** The lists of the library, which names languages by ISO 639-3, by their tags. */
const listOf: Readonly<Record<string, readonly string[]>> = {
  af: lists.afr,
  ar: lists.ara,
  bg: lists.bul,
  bn: lists.ben,
  ca: lists.cat,
  cs: lists.ces,
  da: lists.dan,
  de: lists.deu,
  el: lists.ell,
  en: lists.eng,
  es: lists.spa,
  et: lists.est,
  eu: lists.eus,
  fa: lists.fas,
  fi: lists.fin,
  fr: lists.fra,
  ga: lists.gle,
  gl: lists.glg,
  he: lists.heb,
  hi: lists.hin,
  hr: lists.hrv,
  hu: lists.hun,
  id: lists.ind,
  it: lists.ita,
  ja: lists.jpn,
  ko: lists.kor,
  lt: lists.lit,
  lv: lists.lav,
  nb: lists.nob,
  nl: lists.nld,
  no: lists.nob,
  pl: lists.pol,
  pt: lists.por,
  ro: lists.ron,
  ru: lists.rus,
  sk: lists.slk,
  sl: lists.slv,
  sv: lists.swe,
  th: lists.tha,
  tr: lists.tur,
  uk: lists.ukr,
  vi: lists.vie,
}

/** “don't”, “it's”, “they'll”: a function word that another has grown to. */
const CONTRACTED = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/u

/** Whether a word is one of the function words of a language; null if there is no list of that language. */
export function functionWordsOf(language: string): ((word: string) => boolean) | null {
  const list = listOf[language.split('-')[0] ?? '']
  if (list === undefined) return null
  const words = new Set(list.map(word => word.toLowerCase()))
  return word => words.has(word) || (CONTRACTED.test(word) && words.has(word.replace(CONTRACTED, '')))
}

/** So much of a text are function words of its language at least; of another language, less. */
const leastShare = 0.2
const clearlyMore = 1.1
const mostWords = 2_000

/** The language whose function words a text has most of; null where no list is clearly ahead of the others. */
export function languageByWords(text: string): string | null {
  const words = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu), ([word]) => word).slice(0, mostWords)
  const shares = Object.keys(listOf)
    // One list under two tags.
    .filter(tag => tag !== 'nb')
    .map(tag => {
      const isFunctionWord = functionWordsOf(tag)
      return { tag, share: words.filter(word => isFunctionWord?.(word)).length / words.length }
    })
    .toSorted((a, b) => b.share - a.share)
  const [first, second] = shares
  if (first === undefined || second === undefined || !(first.share >= leastShare)) return null
  return first.share >= clearlyMore * second.share ? first.tag : null
}
