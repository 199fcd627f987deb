/** What a quantity is for each of, in languages besides English: "pro Monat", "par habitant", "por cada 100.000", 每月, "1人につき". */

import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import { readNumberAt } from './numbers.ts'
import { follows, type Token, tokensOf, touches } from './tokens.ts'

interface Rates {
  /** What stands before any of the nouns, or a round number: "pro", "por cada". */
  readonly per: readonly Wording[]
  /** The nouns, each by the English one of its meaning. */
  readonly nouns: Meanings
  /** Whole wordings, each by the noun of its meaning: "im Monat", "mensuels". */
  readonly phrases: Meanings
}

/** The tokens of a wording. */
type Wording = readonly string[]
interface Meant {
  readonly wording: Wording
  readonly noun: string
}
/** Wordings by their first token, the longest first: most tokens begin none. */
type Meanings = ReadonlyMap<string | undefined, readonly Meant[]>

function wordings(list: string): Wording[] {
  const each = list === '' ? [] : list.split(', ').map(wording => tokensOf(wording).map(({ text }) => text))
  return each.toSorted((one, other) => other.length - one.length)
}

/** Each row is an English noun and its wordings. */
function rows(text: string): Meanings {
  const found = (text === '' ? [] : text.split('; ')).flatMap(row => {
    const [noun = '', list = ''] = row.split(': ')
    return wordings(list).map(wording => ({ wording, noun }))
  })
  const longestFirst = found.toSorted((one, other) => other.wording.length - one.wording.length)
  return Map.groupBy(longestFirst, ({ wording: [first] }) => first)
}

function rates(per: string, nouns: string, phrases = ''): Rates {
  return { per: wordings(per), nouns: rows(nouns), phrases: rows(phrases) }
}

const NORWEGIAN = rates(
  'per, pr, pr.',
  'hour: time; day: dag, døgn; week: uke; month: måned; year: år; person: person, innbygger, elev; kilogram: kilo; liter: liter',
  'hour: i timen; day: om dagen, i døgnet; week: i uken, i uka; month: i måneden, månedlig; year: årlig',
)

const AFTER: ReadonlyMap<string, Rates> = new Map(
  Object.entries({
    de: rates(
      'pro, je, per',
      'hour: stunde; day: tag; week: woche; month: monat; year: jahr; person: person, kopf, einwohner, mensch, kind, haushalt, schüler; ' +
        'kilogram: kilo, kilogramm; liter: liter; ton: tonne; square meter: quadratmeter; night: nacht; unit: stück',
      'hour: in der stunde, die stunde; day: am tag, täglich; week: in der woche, die woche, wöchentlich; month: im monat, monatlich; ' +
        'year: im jahr, jährlich',
    ),
    fr: rates(
      'par, pour, chaque',
      'hour: heure; day: jour; week: semaine; month: mois; year: an, année; person: personne, habitant, tête, élève, enfant, foyer; ' +
        'kilogram: kilo; liter: litre; ton: tonne; night: nuit',
      "hour: de l'heure, l'heure, de l’heure, l’heure; day: quotidiens; week: hebdomadaires; month: mensuels, mensuelles; year: annuels, annuelles; kilogram: le kilo; liter: le litre",
    ),
    es: rates(
      'por cada, por, cada',
      'hour: hora; day: día; week: semana; month: mes; year: año; person: persona, habitante, cabeza, alumno, hogar, niño; ' +
        'kilogram: kilo; liter: litro; ton: tonelada; night: noche',
      'hour: la hora, a la hora; day: al día, diarios, diarias; week: a la semana, semanales; month: al mes, mensuales; year: al año, anuales; kilogram: el kilo; liter: el litro',
    ),
    it: rates(
      'per, ogni, a',
      'hour: ora; day: giorno; week: settimana; month: mese; year: anno; person: persona, abitante, testa, famiglia; kilogram: chilo; ' +
        'liter: litro; night: notte',
      "hour: all'ora, all’ora, l'ora, l’ora; day: al giorno; week: alla settimana; month: al mese, mensili; year: all'anno, all’anno, l'anno, l’anno, annui; kilogram: al chilo; liter: al litro",
    ),
    pt: rates(
      'por cada, por, cada, a cada',
      'hour: hora; day: dia; week: semana; month: mês; year: ano; person: pessoa, habitante, cabeça, aluno; kilogram: quilo; liter: litro; night: noite',
      'hour: à hora; day: ao dia, diários, diárias; week: semanais; month: ao mês, mensais; year: ao ano, anuais; kilogram: o quilo; liter: o litro',
    ),
    nl: rates(
      'per, op de',
      'hour: uur; day: dag; week: week; month: maand; year: jaar; person: persoon, inwoner, hoofd, kind, huishouden; kilogram: kilo; liter: liter; night: nacht',
      'hour: in het uur; day: dagelijks; week: in de week; month: maandelijks; year: jaarlijks',
    ),
    sv: rates(
      'per, pr',
      'hour: timme; day: dag, dygn; week: vecka; month: månad; year: år; person: person, invånare, elev; kilogram: kilo; liter: liter',
      'hour: i timmen; day: om dagen, om dygnet; week: i veckan; month: i månaden, månatligen; year: om året, årligen',
    ),
    da: rates(
      'per, pr, pr.',
      'hour: time; day: dag, døgn; week: uge; month: måned; year: år; person: person, indbygger, elev; kilogram: kilo; liter: liter',
      'hour: i timen; day: om dagen; week: om ugen; month: om måneden, månedligt; year: om året, årligt',
    ),
    nb: NORWEGIAN,
    no: NORWEGIAN,
    nn: NORWEGIAN,
    fi: rates(
      'per',
      'person: henkilö, asukas',
      'hour: tunnissa; day: päivässä; week: viikossa; month: kuukaudessa, kuussa; year: vuodessa; person: henkilöä kohti, asukasta kohti',
    ),
    pl: rates(
      'na, co',
      'hour: godzinę; day: dzień; week: tydzień; month: miesiąc; year: rok; person: osobę, mieszkańca, głowę; kilogram: kilogram, kilo; liter: litr; ton: tonę',
      'hour: za godzinę; day: dziennie; week: tygodniowo; month: miesięcznie, w miesiącu; year: rocznie',
    ),
    cs: rates(
      'na',
      'hour: hodinu; day: den; week: týden; month: měsíc; year: rok; person: osobu, obyvatele, hlavu; kilogram: kilogram, kilo; liter: litr',
      'hour: za hodinu; day: denně; week: týdně; month: měsíčně; year: ročně',
    ),
    ru: rates(
      'на, в',
      'hour: час; day: день, сутки; week: неделю; month: месяц; year: год; person: человека, жителя, душу; kilogram: килограмм; liter: литр; ton: тонну',
      'day: ежедневно; month: ежемесячно; year: ежегодно',
    ),
    uk: rates(
      'на',
      'hour: годину; day: день, добу; week: тиждень; month: місяць; year: рік; person: особу, людину, мешканця; kilogram: кілограм; liter: літр',
      'month: щомісяця; year: щороку',
    ),
    ro: rates(
      'pe',
      'hour: oră; day: zi; week: săptămână; month: lună; year: an; person: persoană, locuitor; kilogram: kilogram; liter: litru',
      'month: lunar; year: anual',
    ),
    hu: rates(
      '',
      '',
      'hour: óránként; day: naponta; week: hetente; month: havonta; year: évente; person: fejenként, személyenként',
    ),
    el: rates(
      'ανά, την, το, τον',
      'hour: ώρα; day: ημέρα, μέρα; week: εβδομάδα; month: μήνα; year: χρόνο, έτος; person: άτομο, κάτοικο',
    ),
    ca: rates(
      'per cada, per, cada',
      'hour: hora; day: dia; week: setmana; month: mes; year: any; person: persona, habitant',
      'day: al dia; month: al mes; year: a l’any',
    ),
    ar: rates(
      'لكل, كل, في, بال',
      'hour: ساعة, الساعة; day: يوم, اليوم; week: أسبوع, الأسبوع; month: شهر, الشهر; year: سنة, عام, السنة, العام; person: شخص, فرد',
      'day: يوميا, يومياً; month: شهريا, شهرياً; year: سنويا, سنوياً',
    ),
    id: rates(
      'per, setiap',
      'hour: jam; day: hari; week: minggu; month: bulan; year: tahun; person: orang; kilogram: kilogram; liter: liter',
      'month: sebulan; year: setahun; day: sehari',
    ),
    vi: rates('mỗi, một, /', 'hour: giờ; day: ngày; week: tuần; month: tháng; year: năm; person: người'),
    hi: rates(
      'प्रति, हर',
      'hour: घंटे, घंटा; day: दिन; week: सप्ताह, हफ्ते; month: माह, महीने; year: वर्ष, साल; person: व्यक्ति; kilogram: किलो; liter: लीटर',
    ),
    zh: rates(
      '每, 每个, 每個, /',
      'hour: 小时, 小時; day: 天, 日; week: 周, 週, 星期; month: 月; year: 年; person: 人; kilogram: 公斤; ton: 吨; square meter: 平方米',
    ),
    ko: rates('/', 'hour: 시간; day: 일; month: 월; year: 년; person: 인, 명'),
  }),
)

/** Before the quantity, where the language puts what it is for each of first. */
const BEFORE: ReadonlyMap<string, Meanings> = new Map(
  Object.entries({
    zh: rows(
      'hour: 每小时, 每小時; day: 每天, 每日; week: 每周, 每週; month: 每月, 每个月, 每個月; year: 每年; person: 每人, 人均; kilogram: 每公斤; ton: 每吨; liter: 每升; square meter: 每平方米',
    ),
    ja: rows(
      'hour: 毎時, 1時間あたり, 1時間当たり, 1時間につき, 時給; day: 毎日, 1日あたり, 1日当たり, 1日につき, 日給; week: 毎週, 週; ' +
        'month: 毎月, 月, 月額, 1か月あたり, 1カ月あたり, 1ヶ月あたり, 1か月当たり, 1カ月当たり, 1か月につき, 1カ月につき; year: 毎年, 年, 年額, 年間, 1年あたり, 1年につき; ' +
        'person: 1人あたり, 1人当たり, 1人につき, 一人あたり, 一人当たり, 一人につき; kilogram: 1キロあたり, 1キロ当たり, 1キロにつき',
    ),
    ko: rows(
      'hour: 시간당; day: 하루, 일당; week: 주당; month: 월, 매월, 매달; year: 연, 연간, 매년; person: 1인당, 인당, 한명당, 1명당; kilogram: ㎏당',
    ),
    tr: rows(
      'hour: saatte, saat başına; day: günde; week: haftada; month: ayda, aylık; year: yılda, yıllık; person: kişi başı, kişi başına, kişi başına düşen',
    ),
    de: rows('month: monatlich; year: jährlich; day: täglich; person: pro person, pro kopf, je einwohner'),
  }),
)

interface Each {
  /** The English noun, or as worded. */
  readonly per: string
  readonly next: number
}

/** "Pro Monat", "im Monat", "por cada 100.000 habitantes", "/月" from the index on, behind a quantity. */
export function rateBehind(text: Tokens, index: number): Each | null {
  const known = AFTER.get(baseLanguage(text.language))
  if (known === undefined || !follows(text.tokens[index])) return null
  const phrase = meantAt(text.tokens, index, known.phrases)
  if (phrase !== null) return isOther(text.tokens[phrase.next]) ? null : phrase
  for (const per of known.per) {
    if (!stands(text.tokens, index, per)) continue
    const at = index + per.length
    if (!follows(text.tokens[at])) continue
    const noun = meantAt(text.tokens, at, known.nouns)
    if (noun !== null) return isOther(text.tokens[noun.next]) ? null : noun
    const round = roundAt(text, at)
    if (round !== null) return round
  }
  return null
}

/** "Per 100.000 inwoners"; "pour 3 nuits" is what all of them cost. */
function roundAt(text: Tokens, at: number): Each | null {
  const { tokens } = text
  const number = readNumberAt(text, at)
  if (number?.kind !== 'CARDINAL' || number.value === null || !/^10{2,}$/.test(number.value.toFixed())) return null
  const noun = tokens[number.next]
  const next = follows(noun) && INHABITANTS.test(noun?.text ?? '') ? number.next + 1 : number.next
  return { per: text.text.slice(tokens[at]?.start ?? 0, tokens[next - 1]?.end ?? 0), next }
}

const INHABITANTS =
  /^(?:einwohner\p{L}*|menschen|personen|geburten|habitant[es]*|personn?[ea]s?|naissances|nacimientos|nascimentos|abitanti|persone|inwoners|mensen|invånare|ind?byggere|innbyggere|mieszkańców|osób|obyvatel|жителей|человек|осіб|населения|населення)$/u
/** "Im Jahr 2020", "im Monat zuvor", "al día siguiente" are when. */
const OTHER_TIME =
  /^(?:zuvor|davor|danach|darauf|vorher|später|des|der|siguientes?|anterior|pasado|próximo|de|del|di|seguinte|passado|suivante?|dernier|dernière|före|efter|før|etter|tidigare|tidligere|następnego)$/

function isOther(token: Token | undefined): boolean {
  return token !== undefined && follows(token) && (token.kind === 'DIGITS' || OTHER_TIME.test(token.text))
}

/** 每月 and "1人につき" from the index on, before a quantity; the 月 of 今月 and of 5月 is of a date. */
export function rateBefore(text: Tokens, index: number): Each | null {
  const { tokens, language } = text
  const known = BEFORE.get(baseLanguage(language))
  const found = known === undefined ? null : (meantAt(tokens, index, known) ?? numberedBefore(text, index))
  const before = tokens[index - 1]
  const isPart = touches(tokens[index]) && before?.kind !== 'SIGN' && index > 0
  const isDated = before?.kind === 'DIGITS' || /^(?:bir|bu|son|ilk|aynı|o)$/.test(before?.text ?? '')
  return found === null || !follows(tokens[found.next]) || (found.next === index + 1 && isPart) || isDated
    ? null
    : found
}

/** 每10万人50例. */
function numberedBefore(text: Tokens, index: number): Each | null {
  const { tokens } = text
  if (tokens[index]?.text !== '每') return null
  const number = readNumberAt(text, index + 1)
  const counter = tokens[number?.next ?? -1]
  if (number?.kind !== 'CARDINAL' || !/^[人个個名户戶]$/.test(counter?.text ?? '')) return null
  return { per: text.text.slice(tokens[index + 1]?.start ?? 0, counter?.end ?? 0), next: number.next + 1 }
}

function meantAt(tokens: readonly Token[], index: number, among: Meanings): Each | null {
  const found = among.get(tokens[index]?.text)?.find(({ wording }) => stands(tokens, index, wording))
  return found === undefined ? null : { per: found.noun, next: index + found.wording.length }
}

function stands(tokens: readonly Token[], index: number, wording: Wording): boolean {
  return wording.every((word, at) => tokens[index + at]?.text === word && (at === 0 || follows(tokens[index + at])))
}
