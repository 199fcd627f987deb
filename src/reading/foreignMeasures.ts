/** Words of measure in languages besides English (CLDR's units, through Intl): "Wochen", "kilómetros". */

import { remembered } from '../model/remembered.ts'
import { baseLanguage, intlTag } from './language.ts'

/** Languages whose numbers are read in running text, and in which a word of measure is not cut off from its noun. */
const LANGUAGES: ReadonlySet<string> = new Set(['de', 'es', 'fr', 'it', 'nl', 'pt'])
/** Plurals that CLDR's counts do not show, and measures that it lacks. */
const FURTHER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    ...{ quadratmeter: 'square meter', quadratmetern: 'square meter', quadratkilometer: 'square kilometer' },
    ...{ kubikmeter: 'cubic meter', kubikmetern: 'cubic meter' },
    jahren: 'year',
    monaten: 'month',
    tagen: 'day',
    metern: 'meter',
    kilometern: 'kilometer',
    litern: 'liter',
    ...{ tonne: 'tonne', tonnen: 'tonne' },
  },
  fr: { années: 'year', année: 'year', tonne: 'tonne', tonnes: 'tonne' },
  es: { tonelada: 'tonne', toneladas: 'tonne' },
  it: { tonnellata: 'tonne', tonnellate: 'tonne' },
  pt: { tonelada: 'tonne', toneladas: 'tonne' },
  nl: { graad: 'degree', graden: 'degree' },
}

/** What makes a square or a cubic one of a length, behind it; before it in Dutch. */
const POWERS: ReadonlyMap<string, string> = new Map([
  ...'carrés carré cuadrados cuadrado quadrati quadrato quadrados quadrado vierkante'
    .split(' ')
    .map(word => [word, 'square'] as const),
  ...'cubes cube cúbicos cúbico cubi cubo kubieke'.split(' ').map(word => [word, 'cubic'] as const),
])

/** The measure whose words begin with a token: its unit, and how many tokens it takes. */
export function foreignMeasureAt(words: readonly string[], language: string): { unit: string; count: number } | null {
  const [first = '', second = ''] = words
  const before = POWERS.get(first)
  const unit = measureOf(before === undefined ? first : second, language)
  if (unit === null) return null
  const power = before ?? POWERS.get(second)
  return power === undefined ? { unit, count: 1 } : { unit: `${power} ${unit}`, count: 2 }
}

/** The unit of a word, in lower case; null for what is none. */
function measureOf(word: string, language: string): string | null {
  const base = baseLanguage(language)
  return LANGUAGES.has(base) ? (measuresOf(base).get(word) ?? null) : null
}

const measuresOf = remembered((language): ReadonlyMap<string, string> => {
  const found = new Map(Object.entries(FURTHER[language] ?? {}))
  for (const unit of Intl.supportedValuesOf('unit')) {
    if (unit === 'percent') continue
    const format = new Intl.NumberFormat(intlTag(language), { style: 'unit', unit, unitDisplay: 'long' })
    for (const count of [1, 2]) {
      const part = format.formatToParts(count).find(({ type }) => type === 'unit')
      const written = part?.value.toLowerCase() ?? ''
      if (/^\p{L}{3,}$/u.test(written)) found.set(written, unit)
    }
  }
  return found
})
