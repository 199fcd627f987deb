import { ORDINALS_TO_20 } from './ordinals.ts'

/** How English words dates and times, as far as a pattern tells them. */

const MONTHS = [
  'Jan(?:uary|\\.)?',
  'Feb(?:ruary|\\.)?',
  'Mar(?:ch|\\.)?',
  'Apr(?:il|\\.)?',
  'May',
  'Jun(?:e|\\.)?',
  'Jul(?:y|\\.)?',
  'Aug(?:ust|\\.)?',
  'Sept?(?:ember|\\.)?',
  'Oct(?:ober|\\.)?',
  'Nov(?:ember|\\.)?',
  'Dec(?:ember|\\.)?',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const SHORT_WEEKDAY = '(?:Sun|Mon|Tues?|Wed|Thur?s?|Fri|Sat)\\.'
const NUMBER =
  '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|a few|a couple of'

const month = `(?<month>${MONTHS.join('|')})(?![\\p{L}\\d])`
const day = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d%])'
const year = "(?<year>1[4-9]\\d\\d|20\\d\\d)(?![\\d,.%]*\\d|['’]?s\\b|%|\\p{L})"
const weekday = `(?<weekday>${WEEKDAYS.join('|')}|${SHORT_WEEKDAY})`
const part = '(?<part>early|mid|late|the (?:beginning|start|middle|end) of)'
/** Small ones are runs in cricket, too: "his second century". */
const EARLY_CENTURIES = ORDINALS_TO_20.slice(0, 10)
const LATE_CENTURIES = [...ORDINALS_TO_20.slice(10), 'twenty-first']
const CENTURY_WORDS = [...EARLY_CENTURIES, ...LATE_CENTURIES]
const ERA = '(?:(?<bcAfter>BCE?|B\\.C\\.(?:E\\.)?)|CE|AD|A\\.D\\.|C\\.E\\.)'
const early = EARLY_CENTURIES.join('|')
const late = `\\d\\d?(?:st|nd|rd|th)|${LATE_CENTURIES.toReversed().join('|')}`
const century = `${late}|${early}`
const shift =
  '(?<shift>last|this|next|past|previous|coming|current|the (?:past|last|previous|following|next|coming|current))'
const dayPart = '(?: (?:morning|afternoon|evening|night))?'

/** One way of wording a time; the first that matches at a place is taken. */
const FORMS = [
  // July 21-25, 2024; July 21 to 25; August 2 and 3
  `${month} ${day}(?: ?[-–] ?| to | and | through )(?<toDay>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\\d%.,]*\\d|[%:]| percent)(?:,? ${year})?(?!,?\\d| percent)`,
  `${month} ${day}(?: ?[-–] ?| to | and | through )(?<toDay>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?,? ${year}`,
  // Tuesday, July 21, 2024; July 21
  `(?:${weekday},? )?${month} ${day}(?:,? ${year})?(?!,?\\d| percent)`,
  // 28-29 October 2006; from 3 to 5 May
  `${day}(?: ?[-–] ?| to | and | through )(?<toDay>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)? (?:of )?${month}(?:,? ${year})?`,
  // Tuesday, 21 July 2024; the 21st of July
  `(?:${weekday},? )?(?:the )?${day} (?:of )?${month}(?:,? ${year})?`,
  // 1046-221 B.C., about 350 BC, AD 70, 500 CE
  '(?:(?:about|around|circa|c\\.) )?(?<bc>(?:\\d{1,3}(?:,\\d{3})+|\\d{1,5})(?: ?[-–] ?\\d{1,5})?) ?(?:BCE?|B\\.C\\.(?:E\\.)?)(?![\\p{L}])',
  '(?:A\\.D\\.|AD) ?(?<ad>\\d{1,4})(?!\\d)',
  '(?<ce>\\d{1,4}) ?(?:CE|AD|A\\.D\\.|C\\.E\\.)(?![\\p{L}])',
  // the 21st century, the late third century BC, the 17th and 18th centuries
  `(?:the )?(?:(?:very )?${part}[- ])?(?:the )?(?:${century})(?: ?[-–] ?| to | and | or )(?:the )?(?<centuries>${century})[- ][Cc]entur(?:y|ies)(?: (?:BCE?|B\\.C\\.(?:E\\.)?))?(?![\\p{L}])`,
  `(?:the )?(?:${part}[- ])?(?:the )?(?<century>${late})[- ][Cc]entur(?:y|ies)(?: ${ERA})?(?![\\p{L}])`,
  `(?:the )?(?:${part}[- ])?(?:the )?(?<century>${early})[- ][Cc]entur(?:y|ies) ${ERA}(?![\\p{L}])`,
  `(?<=\\b(?:in|by|from|since|during|until|to) )the (?:${part}[- ])?(?<century>${early})[- ][Cc]entur(?:y|ies)(?![\\p{L}])`,
  // 2024-07-21
  '(?<iso>(?:1[4-9]|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))(?!\\d)',
  // 7/21/2024
  '(?<numeric>\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d\\d))(?!\\d)',
  // 9/11: a day to everyone, and no fraction
  '(?<named>9/11)(?![/\\d])',
  // fiscal year 2024, FY2016
  "(?<fiscal>(?:[Ff]iscal [Yy]ear|[Ff]iscal|FY)[- ]?(?:'|’)?(?:(?:19|20)\\d\\d(?:[-–/]\\d\\d(?:\\d\\d)?)?|\\d\\d))(?!\\d)",
  // the early 1990s, the '90s
  `(?:the )?(?:${part}[- ])?(?:the )?(?<decade>(?:1[4-9]|20)\\d0['’]?s|['’‘]\\d0s)(?![\\p{L}])`,
  '(?:the )?(?<decadeWord>(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![\\p{L}])',
  // late July 2024, July of 2024
  `(?:${part}[- ])?${month},? (?:of )?${year}`,
  // the spring of 2024
  `(?:${part}[- ])?(?<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter) (?:of )?${year}`,
  // the first quarter of 2024, Q3 2016
  `(?<quarter>(?:first|second|third|fourth) quarter|Q[1-4])(?: (?:of )?${year})?`,
  // 2015-16
  '(?<span>(?:1[4-9]|20)\\d\\d(?:-|–|/)(?:\\d\\d|(?:1[4-9]|20)\\d\\d))(?![\\d%]|-\\d)',
  // last Tuesday night
  `(?:${shift} )?${weekday}${dayPart}`,
  // last July
  `${shift} ${month}`,
  // last summer, this year, the past three years
  `${shift} (?:(?<many>${NUMBER}) )?(?<unit>days?|weeks?|weekends?|months?|quarters?|years?|decades?|century|spring|summer|fall|autumn|winter|night|evening)(?![\\p{L}-])`,
  // three years ago
  `(?:(?:more than|about|nearly|almost|over|some|around) )?(?<count>${NUMBER}|\\d{1,3}) (?<ago>days?|weeks?|months?|years?|decades?|centuries)(?<half> and a half)? (?<direction>ago|earlier|from now|later)(?![\\p{L}])`,
  // today
  `(?<deictic>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)(?![\\p{L}])${dayPart}`,
  // in March, early March
  `(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]hrough|[Bb]y|[Oo]f|[Ff]rom|[Tt]o|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]ill|[Bb]etween|and|or) )(?:${part}[- ])?${month}(?!\\.? ?\\d| of \\d)`,
  `${part}[- ]${month}`,
  // mid-2015, 2016
  `(?:${part}[- ])?${year}`,
  // 10:30 a.m., 7 p.m.
  "(?<clock>\\d{1,2}(?::\\d\\d)? ?(?:[aApP]\\.?[mM]\\b\\.?)|(?:[01]?\\d|2[0-4]):[0-5]\\d(?!\\d)(?: ?[aApP]\\.?[mM]\\b\\.?)?|\\d{1,2} o[’']?clock)",
  // currently
  '(?<vague>[Cc]urrently|[Rr]ecently|[Nn]owadays|[Ii]n recent (?:days|weeks|months|years|decades)|[Tt]hese days|[Rr]ight now|[Ss]o far this year|[Aa]t the moment)(?![\\p{L}])',
]

export const TIME_FORMS: readonly RegExp[] = FORMS.map(form => new RegExp(form, 'uy'))

/** Where a time may begin: a capital or a digit, or one of a few small letters. Looking for all forms at once is dear. */
export const MAY_BEGIN =
  /(?<![\p{L}\p{N}])(?=\d|['’‘]\d0s|Q[1-4]|FY|[JFMASOND][a-z]{2}|[SMTWF][a-z]{2,6}day|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\.|[Tt]he |[Ee]arly|[Mm]id-|[Mm]id |[Ll]ate |[Ll]ast |[Tt]his |[Nn]ext |[Pp]ast |[Pp]revious |[Cc]oming |[Cc]urrent|[Ff]iscal|[Ss]pring|[Ss]ummer|[Ff]all |[Aa]utumn|[Ww]inter|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]q|(?:[Ff]ir|[Ss]econ|[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]in|[Tt]en|[Ee]leven|[Tt]wel)[a-z]*(?:[- ][Cc]|[- ]to|[- ]and|[- ]or)|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ii]n |[Ss]ince |[Uu]ntil |[Tt]hrough |[Bb]y |[Oo]f |[Ff]rom |[Tt]o |[Dd]uring |[Bb]efore |[Aa]fter |[Bb]etween |and |or |[Aa]n? |[Oo]ne |[Tt]wo |[Tt]hree |[Ff]our |[Ff]ive |[Ss]ix |[Ss]even |[Ee]ight |[Nn]ine |[Tt]en |[Ee]leven |[Tt]welve |[Ff]ifteen |[Tt]wenty |[Tt]hirty |[Ff]orty |[Ff]ifty |[Ss]everal |[Mm]ore than |[Aa]bout |[Nn]early |[Aa]lmost |[Oo]ver |[Ss]ome |[Aa]round |[a-z]{3,7}teenth|twent|thirties|forties|fifties|sixties|seventies|eighties|nineties|AD |A\.D|circa|c\. ?\d|[Rr]ecently|[Nn]owadays|[Tt]hese days|[Rr]ight now|[Ss]o far|[Aa]t the)/gu

const MONTH_PREFIXES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH = new RegExp(`^(?:${MONTHS.join('|')})$`, 'i')

/** Whether the word is a month, in full or short. */
export function isMonth(word: string): boolean {
  return MONTH.test(word)
}

/** 1 to 12. */
export function monthOf(word: string): number {
  return MONTH_PREFIXES.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

/** 0, Sunday, to 6. */
export function weekdayOf(word: string): number {
  const prefix = word.slice(0, 2).toLowerCase()
  return WEEKDAYS.findIndex(name => name.toLowerCase().startsWith(prefix))
}

const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
])

/** How many; null for "several". */
export function countOf(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : (COUNTS.get(word.toLowerCase()) ?? null)
}

const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['fall', '23'],
  ['autumn', '23'],
  ['winter', '24'],
])

/** EDTF's number of a season. */
export function seasonOf(word: string): string | null {
  return SEASONS.get(word.toLowerCase()) ?? null
}

/** 1 to 4. */
export function quarterOf(word: string): number {
  return /\d/.test(word)
    ? Number(word.slice(1))
    : ['first', 'second', 'third', 'fourth'].indexOf(word.split(' ')[0] ?? '') + 1
}

/** 19 for the nineteenth. */
export function centuryOf(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : CENTURY_WORDS.indexOf(word.toLowerCase()) + 1
}

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** 2 for the twenties; the century is another matter. */
export function decadeOf(word: string): number {
  return DECADES.indexOf(word.toLowerCase()) + 2
}
