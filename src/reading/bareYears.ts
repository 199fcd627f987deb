/** Years that stand alone in languages besides English, where a word before them shows that they are none of a count. */

import { remembered } from '../model/remembered.ts'
import type { Span } from '../model/span.ts'
import type { DateParts } from './dateParts.ts'
import { baseLanguage } from './language.ts'

/** Words before a year; after the weaker ones a round number may be a count: "de 2000 personas". */
interface Leads {
  readonly sure: string
  readonly weak: string
}

const LEADS: Readonly<Record<string, Leads>> = {
  de: {
    sure: 'seit|im jahre?|jahres?|in den jahren|frühjahr|sommer|herbst|winter|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
    weak: 'ab|bis|von|vor|nach|für|um',
  },
  es: { sure: 'en|desde|año|del año', weak: 'de|del|hasta|para|entre|y' },
  fr: { sure: "en|depuis|année|l'année|dès|d'ici", weak: "de|jusqu'en|avant|après|fin|début|à" },
  it: { sure: "nel|dal|anno|l'anno|fino al", weak: 'del|al|di' },
  pt: { sure: 'em|desde|ano', weak: 'de|até|para' },
  nl: { sure: 'sinds|jaar|in het jaar', weak: 'in|tot|vanaf|van|voor|na' },
}

const patternOf = remembered((language): RegExp | null => {
  const leads = LEADS[language]
  if (leads === undefined) return null
  const behind = (words: string) =>
    String.raw`(?<=(?<![\p{L}\p{M}])(?:${words.split('|').map(withEitherCase).join('|')})\s)`
  // A currency, a measure or a noun with a capital behind it is counted.
  const counts =
    language === 'de' ? String.raw`\s?[%€$£]|\s\p{Lu}` : String.raw`\s?[%€$£]|\s(?:euros?|dólares|dollars?|dollari)`
  const year = String.raw`(?:19\d\d|20[0-4]\d)(?![\p{L}\p{N}%]|[.,:/-]\d)(?!${counts})`
  const round = String.raw`(?!\d\d00)`
  return new RegExp(`${behind(leads.sure)}${year}|${behind(leads.weak)}${round}${year}`, 'gu')
})

/** A word that may begin a sentence. */
function withEitherCase(word: string): string {
  const [first = ''] = word
  return `[${first}${first.toUpperCase()}]${word.slice(1)}`
}

/** "Seit 2019", "en 2019", "presupuesto de 2026". */
export function bareYears(text: string, language: string): (Span & { parts: DateParts })[] {
  const pattern = patternOf(baseLanguage(language))
  if (pattern === null) return []
  return Array.from(text.matchAll(pattern), ({ index, 0: year }) => ({
    start: index,
    end: index + year.length,
    parts: { year: Number(year) },
  }))
}
