/** So many of so many in languages in which it is not read: "fyra av tio", "каждый пятый", "on kişiden dördü", 다섯 명 중 한 명. */

import { remembered } from '../model/remembered.ts'
import { baseLanguage } from './language.ts'
import { type NumberReading, reading, type Tokens } from './number.ts'
import { nextBehind } from './tokens.ts'

/** One number of these in words or digits, another behind what joins them; `#` stands for either. */
interface Share {
  readonly numbers: string
  readonly patterns: readonly string[]
}

const NORDIC_NUMBERS =
  'en|ett|et|én|två|to|tre|fyra|fire|fem|sex|seks|sju|syv|åtta|otte|åtte|nio|ni|tio|ti|tjugo|tyve|tjue|hundra|hundre|hundrede'
const NORDIC_ORDINALS =
  '(?:tredje|fjärde|fjerde|femte|sjätte|sjette|sjunde|syvende|sjuende|åttonde|ottende|åttende|nionde|niende|tionde|tiende|tjugonde)'
const NORDIC: Share = {
  numbers: NORDIC_NUMBERS,
  patterns: ['# (?:\\p{L}+ )?(?:av|ud af|ut av|av de|af) #', `(?:vart?|varje|hver|hvert) ${NORDIC_ORDINALS}`],
}

const SHARES: ReadonlyMap<string, Share> = new Map(
  Object.entries({
    sv: NORDIC,
    da: NORDIC,
    nb: NORDIC,
    no: NORDIC,
    nn: NORDIC,
    pl: {
      numbers:
        'jed(?:en|na|no|ną)|dw(?:a|ie|oje|óch|aj)|trzech|trzy|trzej|trzem|czter(?:y|ech|ej)|pięć|pięciu|sześć|sześciu|siedem|siedmiu|osiem|ośmiu|dziewięć|dziewięciu|dziesięć|dziesięciu|dwudziestu|stu|sto',
      patterns: [
        '# (?:\\p{L}+ )?(?:na|z|ze) #',
        'co (?:drug|trzec|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt)\\p{L}+',
      ],
    },
    cs: {
      numbers:
        'jed(?:en|na|no|en)|dva|dvě|dvou|tři|tří|čtyři|čtyř|pět|pěti|šest|šesti|sedm|sedmi|osm|osmi|devět|devíti|deset|deseti|dvaceti|sta|sto',
      patterns: [
        '# (?:\\p{L}+ )?(?:z|ze) #',
        'každ(?:ý|á|é|ého) (?:druh|třet|čtvrt|pát|šest|sedm|osm|devát|desát)\\p{L}+',
      ],
    },
    sk: {
      numbers:
        'jed(?:en|na|no)|dva|dve|dvoch|tri|troch|štyri|štyroch|päť|piatich|šesť|šiestich|sedem|siedmich|osem|ôsmich|desať|desiatich|sto',
      patterns: ['# (?:\\p{L}+ )?(?:z|zo) #', 'každ(?:ý|á|é) (?:druh|tret|štvrt|piat|šiest|siedm|ôsm|desiat)\\p{L}+'],
    },
    ru: {
      numbers:
        'один|одна|одно|два|две|двое|двух|три|трое|трёх|трех|четыре|четверо|четырёх|четырех|пять|пятеро|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|двадцати|сто|ста',
      patterns: ['# (?:\\p{L}+ )?из (?:кажд\\p{L}+ )?#'],
    },
    uk: {
      numbers:
        "один|одна|одне|два|дві|двоє|двох|три|троє|трьох|чотири|четверо|чотирьох|п[’ʼ']ять|п[’ʼ']яти|шість|шести|сім|семи|вісім|восьми|дев[’ʼ']ять|дев[’ʼ']яти|десять|десяти|двадцяти|сто|ста",
      patterns: [
        '# (?:\\p{L}+ )?(?:з|із|зі) (?:кожн\\p{L}+ )?#',
        "кож(?:ен|ний|на|не|ного) (?:друг|трет|четверт|п[’ʼ']ят|шост|сьом|восьм|дев[’ʼ']ят|десят)\\p{L}+",
      ],
    },
    bg: {
      numbers:
        'един|една|едно|двама|два|две|трима|три|четирима|четири|петима|пет|шест|седем|осем|девет|десет|двадесет|сто',
      patterns: ['# (?:\\p{L}+ )?от (?:всеки )?#', 'всек(?:и|а|о) (?:втор|трет|четвърт|пет|шест|десет)\\p{L}+'],
    },
    fi: {
      numbers: 'yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen',
      patterns: [
        'joka (?:toinen|kolmas|neljäs|viides|kuudes|seitsemäs|kahdeksas|yhdeksäs|kymmenes)',
        '# (?:\\p{L}+ )?(?:\\p{Nd}+:st[aä]|viidestä|kymmenestä|kolmesta|neljästä|kahdeksasta|kahdestakymmenestä|sadasta)',
      ],
    },
    hu: {
      numbers: 'egy|két|kettő|három|négy|öt|hat|hét|nyolc|kilenc|tíz',
      patterns: [
        'minden (?:második|harmadik|negyedik|ötödik|hatodik|tizedik)',
        '(?:háromból|négyből|ötből|hatból|tízből|húszból|százból|\\p{Nd}+-?b[őó]l) #',
      ],
    },
    tr: {
      numbers: 'bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|yüz',
      patterns: [
        "(?:her )?# \\p{L}+[dt][ae]n (?:biri|ikisi|üçü|dördü|beşi|altısı|yedisi|sekizi|dokuzu|\\p{Nd}+['’]?\\p{L}{1,3})",
      ],
    },
    el: {
      numbers:
        'ένας|έναν|μία|μια|ένα|δύο|δυο|τρεις|τρία|τέσσερις|τέσσερα|πέντε|έξι|επτά|εφτά|οκτώ|οχτώ|εννέα|εννιά|δέκα|είκοσι|εκατό',
      patterns: ['# (?:\\p{L}+ )?(?:στους|στις|στα|από τους|από τις|από τα) #'],
    },
    ro: {
      numbers: 'unul|una|un|doi|două|trei|patru|cinci|șase|șapte|opt|nouă|zece|douăzeci|o sută',
      patterns: [
        '# (?:\\p{L}+ )?(?:din|dintre) (?:fiecare )?#',
        'fiecare al (?:doilea|treilea|patrulea|cincilea|zecelea)',
      ],
    },
    id: {
      numbers: 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|seratus',
      patterns: ['# (?:\\p{L}+ )?(?:dari|di antara) (?:setiap )?#'],
    },
    ca: {
      numbers: 'un|una|dos|dues|tres|quatre|cinc|sis|set|vuit|nou|deu|vint|cent',
      patterns: ['# (?:\\p{L}+ )?de cada #'],
    },
    ar: {
      numbers:
        'واحد|واحدة|اثنان|اثنين|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثماني|تسعة|تسع|عشرة|عشر|عشرين|مئة|مائة',
      patterns: ['# (?:\\p{L}+ )?(?:من كل|من بين|من أصل) #'],
    },
    he: {
      numbers: 'אחד|אחת|שניים|שתיים|שלושה|שלוש|ארבעה|ארבע|חמישה|חמש|שישה|שש|שבעה|שבע|שמונה|תשעה|תשע|עשרה|עשר|מאה',
      patterns: ['# (?:\\p{L}+ )?(?:מכל|מתוך) #'],
    },
    fa: { numbers: 'یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|صد', patterns: ['# \\p{L}+ از (?:هر )?#', 'از هر # \\p{L}+ #'] },
    hi: { numbers: 'एक|दो|तीन|चार|पाँच|पांच|छह|सात|आठ|नौ|दस|सौ', patterns: ['(?:हर )?# में से #'] },
    vi: { numbers: 'một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười', patterns: ['cứ # \\p{L}+ (?:\\p{L}+ )?(?:có|thì) #'] },
    ko: {
      numbers: '한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|백',
      patterns: ['# ?(?:명|사람|가구) ?(?:중|가운데)(?:에서|에)? ?# ?(?:명|사람|가구)'],
    },
    zh: {
      numbers: '[一二两兩三四五六七八九十百]+',
      patterns: ['# ?(?:个人|個人|个|個|人|名)(?:里|裡|中)(?:就)?有# ?(?:个|個|人|名)?'],
    },
    ja: {
      numbers: '[一二三四五六七八九十百]+',
      patterns: ['# ?(?:人|世帯|軒|社|件|校)(?:に|のうち|中) ?#(?=人|世帯|軒|社|件|校)'],
    },
  }),
)

const patternOf = remembered((language): RegExp | null => {
  const share = SHARES.get(language)
  if (share === undefined) return null
  const number = `(?:${share.numbers}|\\p{Nd}{1,3})`
  const all = share.patterns.join('|').replaceAll('#', number)
  // Where no spaces part the words, a letter may follow.
  const end = /^(?:zh|ja|ko)$/.test(language)
    ? ''
    : '(?![\\p{L}\\p{M}\\p{Nd}]| (?:tys|mln|mil|tis|тыс|тис|млн|bin)|[.,]\\p{Nd})'
  return new RegExp(`(?:${all})${end}`, 'iuy')
})

/** The share that begins at the index, which cannot be read. */
export function readUnreadShare({ text, tokens, language }: Tokens, index: number): NumberReading | null {
  const start = tokens[index]?.start
  const pattern = patternOf(baseLanguage(language))
  if (start === undefined || pattern === null) return null
  pattern.lastIndex = start
  const found = pattern.exec(text)?.[0]
  if (found === undefined) return null
  const next = nextBehind(tokens, index, start + found.length)
  return next > index ? reading('UNCLEAR', null, next) : null
}
