/** Which numbers of languages besides English say which one, and not how many: "76. Sitzung", "Abs. 5", "13.15 Uhr", "1971". */

import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import { follows, type Token, touches } from './tokens.ts'

/** Languages that write "3." for the third. */
const DOTTED: ReadonlySet<string> = new Set('de da nb no fi cs sk pl hu hr sl et lv tr is'.split(' '))

/** Words before a number with a point at the end of a sentence or of an ordinal in German, where every noun has a capital. */
const DETERMINERS =
  /^(?:der|die|das|dem|den|des|im|am|zum|zur|vom|beim|ab|bis|und|als|jede[rsnm]?|diese[rsnm]?|[ms]ein[er]?[nms]?)$/

/** "Die 76. Sitzung", "den 4., 7. und 9. Dezember". */
export function isDottedOrdinal({ tokens, language }: Tokens, start: number, next: number): boolean {
  const base = baseLanguage(language)
  const [point, after] = [tokens[next], tokens[next + 1]]
  if (!DOTTED.has(base) || next !== start + 1 || tokens[start]?.kind !== 'DIGITS') return false
  if (point?.text !== '.' || !touches(point) || (tokens[start]?.text.length ?? 0) > 3 || after === undefined)
    return false
  if (after.text === ',' || after.text === '/') return true
  if (after.kind !== 'WORD' || !follows(after)) return false
  // "3. Punkt" as a heading.
  const before = tokens[start - 1]
  return !after.capital || (base === 'de' && (before === undefined || DETERMINERS.test(before.text)))
}

const TITLES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'abs absatz absatzes art artikel artikels artikeln ziffer ziff z nr nummer seite seiten s kapitel punkt punkte frage fragen anträge anträgen platz linie paragraph paragraf raum zimmer beilage orf satz lit anlage gruppe klasse phase stufe band teil zeile gleis tor flug bundesstraße autobahn',
    fr: 'article articles art n no numéro page pages chapitre alinéa question questions ligne point paragraphe annexe tome volume phase chaîne route',
    es: 'artículo artículos art núm número página páginas capítulo apartado párrafo línea anexo tomo fase ley ruta',
    it: 'articolo articoli art n numero pagina pagine comma capitolo punto linea allegato fase legge',
    pt: 'artigo artigos art n número página páginas capítulo parágrafo linha anexo fase lei',
    nl: 'artikel artikelen art nr nummer pagina hoofdstuk lid lijn bijlage fase punt vraag',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** What a number after it is the name of, where no word after the number may be what it counts: "Haus 7", "le bâtiment 7". */
const PLACES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'haus halle gebäude block turm lager hangar trakt',
    fr: 'bâtiment immeuble hall porte tour camp salle chambre',
    es: 'edificio sala torre puerta habitación bloque',
    it: 'edificio sala torre stanza blocco',
    pt: 'edifício sala torre quarto bloco',
    nl: 'gebouw zaal hal kamer blok',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** German writes what it counts with a capital; elsewhere a plural in s may be counted, and in Italian and Dutch any word. */
const MAY_BE_COUNTED: ReadonlyMap<string, RegExp> = new Map([
  ['fr', /[sx]$/],
  ['es', /s$/],
  ['pt', /s$/],
])

function isPlace({ tokens, language }: Tokens, start: number, next: number): boolean {
  const base = baseLanguage(language)
  const [before, after] = [tokens[start - 1], tokens[next]]
  if (tokens[start]?.kind !== 'DIGITS' || !PLACES.get(base)?.has(before?.text ?? '')) return false
  if (after?.kind !== 'WORD' || !follows(after)) return true
  return base === 'de' ? !after.capital : !(MAY_BE_COUNTED.get(base)?.test(after.text) ?? true)
}

const JOINTS = /^(?:[,–-]|und|bis|oder|sowie|et|à|ou|y|e|o|a|al|en|tot|of)$/
/** No list of titles has more numbers: a page of nothing else is not read again for each. */
const MOST_LISTED = 50
const YEAR = /^(?:1[5-9]|20)\d\d$/

/** "Von 2000 bis 2006": nothing is counted from one year to another. */
export function isYearRange({ tokens }: Tokens, start: number, next: number): boolean {
  return next === start + 3 && YEAR.test(tokens[start]?.text ?? '') && YEAR.test(tokens[start + 2]?.text ?? '')
}

/** Whether a word or a sign before the number names what has it: "Art. 74", "§ 93", "Frage 9", "numéro 5", "Haus 7". */
export function hasTitle(text: Tokens, start: number, next: number): boolean {
  if (isPlace(text, start, next)) return true
  const { tokens, language } = text
  let at = start - 1
  // "Zu den Fragen 15, 16 und 17."
  const earliest = start - 2 * MOST_LISTED
  while (at > earliest && JOINTS.test(tokens[at]?.text ?? '') && tokens[at - 1]?.kind === 'DIGITS') at -= 2
  const before = tokens[at]
  if (before?.text === '§') return true
  const title = before?.text === '.' || before?.text === '°' ? tokens[at - 1] : before
  return title?.kind === 'WORD' && (TITLES.get(baseLanguage(language))?.has(title.text) ?? false)
}

/** "13.15 Uhr", "15 h", "899/A": a time of day, or the number of a paper. */
export function isHourOrPaper({ tokens, language }: Tokens, next: number): boolean {
  const [after, letter] = [tokens[next], tokens[next + 1]]
  if (after?.text === '/' && touches(after) && letter?.kind === 'WORD' && letter.capitals && touches(letter))
    return true
  return baseLanguage(language) === 'de' && after?.text === 'uhr'
}

const BEFORE_YEAR =
  /^(?:jahr|jahre[sn]?|seit|bis|ab|até|durante|ende|anfang|mitte|herbst|sommer|winter|frühjahr|frühling|vor|nach|année|an|en|depuis|avant|après|fin|début|été|hiver|printemps|automne|desde|hasta|año|años|finales|principios|anno|dal|nel|fino|primavera|estate|autunno|inverno|ano|sinds|jaar|begin|eind|tot|januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)$/

/** Whether four digits are a year: by the word before them, or since nothing after them can be counted. */
const GERMAN_VERB =
  /^(?:war|waren|wurde|wurden|hat|hatte|hatten|kam|kamen|gab|lag|lagen|starb|starben|stieg|stiegen|fiel|fielen|ging|gingen|sank|sanken|betrug|erreichte|ist|sind|wird|werden|sollen|soll|will|könnte|noch|dann|erstmals)$/

export function isForeignYear({ tokens, language }: Tokens, start: number, digits: number, next: number): boolean {
  const [year, before, after] = [tokens[digits], tokens[digits - 1], tokens[next]]
  if (next !== digits + 1 || !YEAR.test(year?.text ?? '')) return false
  // "Bis 2028"; and "hasta 2028", of which the word reads as "up to".
  if (before?.kind === 'WORD' && BEFORE_YEAR.test(before.text)) return true
  if (digits !== start) return false
  // "2022 waren es …": German counts nouns, which have a capital.
  if (baseLanguage(language) === 'de' && GERMAN_VERB.test(after?.text ?? '')) return true
  return before?.kind === 'WORD' && (after === undefined || !follows(after) || isEnd(after))
}

function isEnd(token: Token): boolean {
  return token.kind === 'SIGN' && /^[.,;:!?)]$/.test(token.text)
}

/** 2024年, 5月, 3日 after it: which year, month and day, and no so many; "3年" may be three years. */
export function isEasternDate({ tokens }: Tokens, start: number, next: number): boolean {
  const [digits, unit, before] = [tokens[start], tokens[next], tokens[start - 1]]
  if (digits?.kind !== 'DIGITS' || next !== start + 1 || !touches(unit)) return false
  if (/^[年년]/u.test(unit?.text ?? '')) return digits.text.length === 4
  if (/^[月월]/u.test(unit?.text ?? '')) return Number(digits.text) <= 12
  return /^[日号일]/u.test(unit?.text ?? '') && /^[月월]$/u.test(before?.text ?? '')
}
