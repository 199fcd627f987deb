import Big from 'big.js'
import { remembered } from '../model/remembered.ts'

/** How a language writes numbers in digits, as Unicode's CLDR has it (through Intl). */
export interface NumberMarks {
  /** Part the whole from the fraction. */
  readonly decimal: ReadonlySet<string>
  /** Part the fraction in the rest of the language, where the country writes otherwise: never before three digits. */
  readonly lesserDecimal: ReadonlySet<string>
  /** Part the fraction by CLDR, and before three digits the thousands by most who write so: South Africa's English. */
  readonly doubtful: ReadonlySet<string>
  /** Part the digits of the whole into groups. */
  readonly group: ReadonlySet<string>
  /** Whether groups of two may stand before the last three: 12,34,567. */
  readonly isIndian: boolean
  /** Whether the language is not known, so that one mark before three digits may be either. */
  readonly isUnknown: boolean
}

/** Group digits in any language: the thin spaces of ISO 31-0 and the apostrophes of Switzerland. */
const SPACES = ['\u00a0', '\u2007', '\u2009', '\u202f']
const APOSTROPHES = ["'", '’']
/** Marks of Arabic digits, which mean nothing else in any language. */
const ARABIC_GROUP = '٬'
const ARABIC_DECIMAL = '٫'
const SAMPLE = 1_234_567.5

/** The marks of a language, given as a BCP 47 tag. */
export const numberMarks = remembered(makeMarks)

function makeMarks(language: string): NumberMarks {
  const tag = intlTag(language)
  // Where a country writes otherwise than the rest of its language (Austria's 1 500), both are read.
  const tags = tag === 'und' ? ['en'] : [tag, new Intl.Locale(tag).language]
  const latin = tags.map(name => partsOf(`${name}-u-nu-latn`))
  const native = tags.map(partsOf)
  const [ownLatin = [], ownNative = []] = [latin[0], native[0]]
  const of = (parts: readonly Intl.NumberFormatPart[], type: string) =>
    parts.flatMap(part => (part.type === type ? [part.value] : []))
  const decimal = new Set([...of(ownLatin, 'decimal'), ...of(ownNative, 'decimal'), ARABIC_DECIMAL])
  const lesserDecimal = new Set(of(latin.slice(1).flat(), 'decimal').filter(mark => !decimal.has(mark)))
  const doubtful = new Set(isEnglish(tag) ? of(latin.slice(1).flat(), 'group').filter(mark => decimal.has(mark)) : [])
  const groups = of([...latin, ...native].flat(), 'group')
  const group = new Set([...groups, ...SPACES, ...APOSTROPHES, ARABIC_GROUP].filter(mark => !decimal.has(mark)))
  // What CLDR writes as a no-break space is typed as a plain one.
  if (groups.some(mark => SPACES.includes(mark))) group.add(' ')
  const sizes = of(ownLatin, 'integer').map(digits => digits.length)
  return { decimal, lesserDecimal, doubtful, group, isIndian: sizes[1] === 2, isUnknown: tag === 'und' }
}

function partsOf(locale: string): Intl.NumberFormatPart[] {
  return new Intl.NumberFormat(locale).formatToParts(SAMPLE)
}

const tags = new Map<string, string>()
const bases = new Map<string, string>()

/** The tag as Intl takes it; "und" for one that is none, or of no language that CLDR knows. Asked of each statement, and so kept. */
export function intlTag(language: string): string {
  const known = tags.get(language)
  if (known !== undefined) return known
  const tag = newTag(language)
  if (tags.size < MOST_LANGUAGES) tags.set(language, tag)
  return tag
}

function newTag(language: string): string {
  try {
    const [tag = 'und'] = Intl.getCanonicalLocales(language)
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 0 ? 'und' : tag
  } catch {
    return 'und'
  }
}

/** The language alone: "de" of "de-AT"; "und" where it is not known. Asked for each number of a text, and so kept. */
export function baseLanguage(language: string): string {
  const known = bases.get(language)
  if (known !== undefined) return known
  const tag = intlTag(language)
  const base = tag === 'und' ? tag : new Intl.Locale(tag).language
  if (bases.size < MOST_LANGUAGES) bases.set(language, base)
  return base
}

const MOST_LANGUAGES = 1_000

/** English is read whole. So is a text whose language nobody gave, but for marks that may mean two things. */
export function isEnglish(language: string): boolean {
  const base = baseLanguage(language)
  return base === 'en' || base === 'und'
}

/** The words that a language multiplies digits by, in lower case: Million, Mio., लाख, 万 (CLDR's compact numbers). */
export function scaleWords(language: string): ReadonlyMap<string, Big> {
  return scalesIn(intlTag(language))
}

const scalesIn = remembered((tag): ReadonlyMap<string, Big> => {
  const found = new Map<string, Big>()
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay, maximumFractionDigits: 1 })
    for (let exponent = 3; exponent <= 14; exponent += 1) {
      for (const coefficient of [1, 2, 3, 5, 1.5]) readScale(format, coefficient, exponent, found)
    }
  }
  for (const [word, scale] of EVERYWHERE) if (!found.has(word)) found.set(word, new Big(scale))
  for (const [word, scale] of MORE_SCALES.get(baseLanguage(tag)) ?? []) found.set(word, new Big(scale))
  return found
})

/** What newspapers shorten a million and a thousand million to. */
const ABBREVIATED: ReadonlyMap<string, number> = new Map([
  ...['mio', 'mln', 'mill', 'milj'].map(word => [word, 1e6] as const),
  ...['md', 'mds', 'mrd', 'mld', 'mlrd', 'mia', 'mdr', 'mrds'].map(word => [word, 1e9] as const),
])
/** They are no word of any language. */
const EVERYWHERE = ['mio', 'mln', 'mrd', 'mld'].map(word => [word, ABBREVIATED.get(word) ?? 1] as const)
const NEWSPAPERS = 'fr: md mds mrds; da: mia; nb: mill; no: mill; fi: milj; es: mill'

/** Multipliers that CLDR does not have. */
const MORE_SCALES: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  [
    'de',
    [
      ['tsd', 1e3],
      ['mia', 1e9],
      ['viertelmillion', 250_000],
      ['dreiviertelmillion', 750_000],
      ['viertelmilliarde', 250_000_000],
      ['dreiviertelmilliarde', 750_000_000],
    ],
  ],
  ...NEWSPAPERS.split('; ').map(entry => {
    const [language = '', words = ''] = entry.split(': ')
    return [language, words.split(' ').map(word => [word, ABBREVIATED.get(word) ?? 1] as const)] as const
  }),
  // Millions and thousands of kronor are written so: "45 mkr".
  [
    'sv',
    [
      ['mdr', 1e9],
      ['mn', 1e6],
      ['mkr', 1e6],
      ['mnkr', 1e6],
      ['tkr', 1e3],
    ],
  ],
])

/** Formats a number and takes the word that stands for its scale. */
function readScale(format: Intl.NumberFormat, coefficient: number, exponent: number, found: Map<string, Big>): void {
  const value = new Big(coefficient).times(new Big(10).pow(exponent))
  const parts = format.formatToParts(value.toNumber())
  const word = parts.find(part => part.type === 'compact')?.value
  const digits = parts.flatMap(part => {
    if (part.type === 'decimal') return ['.']
    return part.type === 'integer' || part.type === 'fraction' ? [Array.from(part.value, digitOf).join('')] : []
  })
  if (word === undefined || digits.length === 0) return
  const scale = value.div(new Big(digits.join('')))
  const folded = word.toLowerCase().replace(/[.॰]$/u, '')
  if (!folded.includes(' ') && !found.has(folded)) found.set(folded, scale)
}

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  for (let zero = code; code - zero <= 9; zero -= 1) {
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) return String(code - zero)
  }
  return digit
}

/** Words for percent that newspapers have and CLDR does not. */
const MORE_PERCENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ar', ['في المئة', 'في المائة', 'بالمئة', 'بالمائة']],
  ['cs', ['procentech', 'procentům']],
  ['fa', ['درصد']],
  ['fi', ['prosentin', 'prosenttiin', 'prosentista', 'prosentilla', 'pros']],
  ['he', ['אחוז', 'אחוזים']],
  ['hi', ['प्रतिशत', 'फीसदी', 'फ़ीसदी']],
  ['hr', ['posto']],
  ['hu', ['százalékot', 'százaléka', 'százalékkal', 'százalékra', 'százalékról', 'százalékos', 'százalékban']],
  ['it', ['per cento']],
  ['ja', ['パーセント']],
  ['ko', ['퍼센트']],
  ['nl', ['percent']],
  ['pl', ['proc', 'procentach', 'procentami', 'procentom']],
  ['ro', ['la sută']],
  ['ru', ['проц', 'процентам', 'процентами', 'процентах']],
  ['uk', ['відсоток', 'відсотка', 'відсотки', 'відсотків', 'відсоткам', 'відсотками', 'відсотках']],
  ['vi', ['phần trăm']],
])

/** How a language says percent, in lower case (CLDR's units): "Prozent", "pour cent". */
export function percentWords(language: string): ReadonlySet<string> {
  return percentsIn(intlTag(language))
}

const percentsIn = remembered((tag): ReadonlySet<string> => {
  const words = [1, 2, 5].flatMap(count => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit: 'percent', unitDisplay: 'long' })
    return format.formatToParts(count).flatMap(part => (part.type === 'unit' ? [part.value.toLowerCase()] : []))
  })
  return new Set([...words, ...(MORE_PERCENTS.get(baseLanguage(tag)) ?? [])])
})
