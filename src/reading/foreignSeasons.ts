/** Seasons in the words of languages besides English, held against EDTF's. */

import { baseLanguage } from './language.ts'

/** Spring, summer, autumn and winter; CLDR has no names for them. */
const SEASONS: ReadonlyMap<string, readonly RegExp[]> = new Map(
  Object.entries({
    de: ['frühjahrs?|frühlings?', 'sommers?', 'herbst(?:es)?', 'winters?'],
    fr: ['printemps', 'été', 'automne', 'hiver'],
    es: ['primavera', 'verano', 'otoño', 'invierno'],
    it: ['primavera', 'estate', 'autunno', 'inverno'],
    pt: ['primavera', 'verão', 'outono', 'inverno'],
    nl: ['voorjaar|lente', 'zomer', 'najaar|herfst', 'winter'],
    sv: ['vår(?:en)?', 'sommar(?:en)?', 'höst(?:en)?', 'vinter|vintern'],
    da: ['forår(?:et)?', 'sommer(?:en)?', 'efterår(?:et)?', 'vinter(?:en)?'],
    nb: ['vår(?:en)?', 'sommer(?:en)?', 'høst(?:en)?', 'vinter(?:en)?'],
    pl: ['wiosn[ąay]', 'lat(?:o|em)', 'jesie(?:ń|ni|nią)', 'zim[ąay]'],
    ru: ['весн(?:а|ы|ой)', 'лето|лета|летом', 'осень|осени|осенью', 'зим(?:а|ы|ой)'],
  }).map(([language, names]) => [language, names.map(name => new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, 'iu'))]),
)

/** EDTF has spring as month 21 of a year. */
const FIRST = 21

/** How a season contradicts another one. Which months it is differs from place to place. */
export function contradictForeignSeason(words: string, edtf: string, language: string): string | null {
  const given = /^-?\d{4}-(2[1-4])/.exec(edtf)?.[1]
  const named = (SEASONS.get(baseLanguage(language)) ?? []).flatMap((name, index) => {
    const said = name.exec(words)?.[0]
    return said === undefined ? [] : [{ said, number: FIRST + index }]
  })
  const [only] = named
  return given === undefined || named.length !== 1 || only === undefined || only.number === Number(given)
    ? null
    : `the words say ${only.said}`
}
