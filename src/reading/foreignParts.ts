/** Words of other languages that say how many without a number that a rule reads: "половина", "setki", "ढाई", "نصف". They are found, but not read. */

import { baseLanguage } from './language.ts'
import type { Token } from './tokens.ts'

const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'dreiviertel eineinviertel zweieinviertel dreieinviertel viertelmillion dreiviertelmillion viertelmilliarde dreiviertelmilliarde halbmillion',
    nl: 'driekwart kwart',
    ru: 'полмиллиона полмиллиарда полтысячи половина половины половину половине треть трети четверть четверти полтора полторы полутора полуторы полуторам полутораста десятки десятков сотни сотен тысячи тысяча тысячу миллионы миллион миллиона миллиард миллиарда вдвое втрое удвоился дюжина',
    uk: 'удвічі утричі втричі півмільйона півмільярда половина половини половину третина третини чверть чверті півтора півтори десятки десятків сотні сотень тисячі мільйони вдвічі втричі',
    pl: 'pół półtorej kilkaset kilkadziesiąt kilkanaście połowa połowy połowę ćwierć półtora półtorej dziesiątki setki tysiące miliony tuzin podwoił trzykrotnie dwukrotnie',
    cs: 'dvakrát třikrát čtyřikrát půl čtvrt polovina poloviny polovinu třetina třetiny čtvrtina čtvrtiny půldruhého desítky stovky tisíce miliony tucet dvojnásobek',
    sk: 'pol štvrť polovica polovice polovicu tretina štvrtina desiatky stovky tisíce milióny',
    hu: 'háromszor háromszorosa fele felét harmada negyede másfél tucat tízezrek százezrek kétszer kétszerese',
    ro: 'jumătate treime sfert zeci sute mii milioane dublu',
    bg: 'половин половината половина третина четвърт десетки стотици хиляди милиони',
    sr: 'пола pola половина трећина четвртина десетине стотине хиљаде polovina trećina četvrtina desetine stotine hiljade',
    hr: 'pola polovica polovina trećina četvrtina desetci stotine tisuće milijuni',
    sv: 'halv halvt hälften halva tredjedel tredjedelar fjärdedel fjärdedelar femtedel tiotals hundratals tusentals miljontals dussin fördubblats dubbelt',
    da: 'halv halvt halvdelen halvanden halvandet tredjedel tredjedele fjerdedel kvart snesevis hundredvis tusindvis dusin fordoblet dobbelt',
    nb: 'halv halvt halvparten halvannen halvannet tredjedel tredjedeler fjerdedel kvart titalls hundrevis tusenvis dusin doblet dobbelt',
    fi: 'puolet puoli puolitoista kolmasosa neljäsosa neljännes kolmannes kymmeniä satoja tuhansia miljoonia tusina kaksinkertainen',
    tr: 'buçuk yarısı yarım yarısını çeyrek yüzlerce binlerce milyonlarca onlarca düzine üçte dörtte beşte',
    el: 'ενάμισι ενάμιση ενάμισυ μισό μισοί μισές μισή τρίτο τέταρτο δεκάδες εκατοντάδες χιλιάδες εκατομμύρια διπλάσιο',
    ar: 'نصف ثلث ثلثي ربع مئات مئة مئتي مئتا مئتين عشرات آلاف ألف ألفي ألفا ألفين ملايين مليون مليوني مليونا مليونين مليار ملياري ملياران ضعف',
    fa: 'نیم نیمی نصف ثلث صدها هزاران میلیون‌ها دو‌برابر',
    he: 'חצי מחצית שליש רבע עשרות מאות אלפי מיליוני כפול',
    hi: 'आधा आधे आधी डेढ़ ढाई सवा तिहाई चौथाई पौने सैकड़ों हज़ारों लाखों करोड़ों दोगुना',
    id: 'setengah separuh sepertiga seperempat puluhan ratusan ribuan jutaan selusin',
    vi: 'nửa rưỡi',
    ca: 'mig mitja meitat terç quart desenes centenars milers',
    sl: 'pol polovica tretjina četrtina',
    ko: '절반 수십 수백 수천 수만 수십만 수백만 두배',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Whether the word says so in the language. */
export function isUnreadPart(word: string, language: string): boolean {
  return WORDS.get(baseLanguage(language))?.has(word) ?? false
}

/** 半数, 半個, 半億: half of them, in Chinese and Japanese, whose characters are words of their own; the index behind it. */
export function unreadHalf(tokens: readonly Token[], index: number): number | null {
  if (tokens[index]?.text !== '半') return null
  const next = tokens[index + 1]?.text ?? ''
  if (/^[数數个個]$/.test(next)) return index + 2
  return /^[百千万萬億亿兆]$/.test(next) ? index + 1 : null
}
