/** Words of other languages that say how many without a number that a rule reads: "половина", "setki", "ढाई", "نصف". They are found, but not read. */

import { baseLanguage } from './language.ts'
import type { Token } from './tokens.ts'

const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'dreiviertel',
    nl: 'driekwart',
    ru: 'половина половины половину половине треть трети четверть четверти полтора полторы полутора полуторы полуторам полутораста десятки десятков сотни сотен тысячи тысяча тысячу миллионы миллион миллиона миллиард миллиарда вдвое втрое удвоился дюжина',
    uk: 'половина половини половину третина третини чверть чверті півтора півтори десятки десятків сотні сотень тисячі мільйони вдвічі втричі',
    pl: 'kilkaset kilkadziesiąt kilkanaście połowa połowy połowę ćwierć półtora półtorej dziesiątki setki tysiące miliony tuzin podwoił trzykrotnie dwukrotnie',
    cs: 'polovina poloviny polovinu třetina třetiny čtvrtina čtvrtiny půldruhého desítky stovky tisíce miliony tucet dvojnásobek',
    sk: 'polovica polovice polovicu tretina štvrtina desiatky stovky tisíce milióny',
    hu: 'fele felét harmada negyede másfél tucat tízezrek százezrek kétszer kétszerese',
    ro: 'jumătate treime sfert zeci sute mii milioane dublu',
    bg: 'половината половина третина четвърт десетки стотици хиляди милиони',
    sr: 'половина трећина четвртина десетине стотине хиљаде polovina trećina četvrtina desetine stotine hiljade',
    hr: 'polovica polovina trećina četvrtina desetci stotine tisuće milijuni',
    sv: 'hälften halva tredjedel tredjedelar fjärdedel fjärdedelar femtedel tiotals hundratals tusentals miljontals dussin fördubblats dubbelt',
    da: 'halvdelen halvanden halvandet tredjedel tredjedele fjerdedel kvart snesevis hundredvis tusindvis dusin fordoblet dobbelt',
    nb: 'halvparten halvannen halvannet tredjedel tredjedeler fjerdedel kvart titalls hundrevis tusenvis dusin doblet dobbelt',
    fi: 'puolet puoli puolitoista kolmasosa neljäsosa neljännes kolmannes kymmeniä satoja tuhansia miljoonia tusina kaksinkertainen',
    tr: 'yarısı yarım yarısını çeyrek yüzlerce binlerce milyonlarca onlarca düzine üçte dörtte beşte',
    el: 'μισό μισοί μισές μισή τρίτο τέταρτο δεκάδες εκατοντάδες χιλιάδες εκατομμύρια διπλάσιο',
    ar: 'نصف ثلث ثلثي ربع مئات مئة مئتي مئتا مئتين عشرات آلاف ألف ألفي ألفا ألفين ملايين مليون مليوني مليونا مليونين مليار ملياري ملياران ضعف',
    fa: 'نیم نیمی نصف ثلث صدها هزاران میلیون‌ها دو‌برابر',
    he: 'חצי מחצית שליש רבע עשרות מאות אלפי מיליוני כפול',
    hi: 'आधा आधे आधी डेढ़ ढाई सवा तिहाई चौथाई पौने सैकड़ों हज़ारों लाखों करोड़ों दोगुना',
    id: 'setengah separuh sepertiga seperempat puluhan ratusan ribuan jutaan selusin',
    vi: 'nửa rưỡi',
    ko: '절반 수십 수백 수천 수만 수십만 수백만 두배',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Whether the word says so in the language. */
export function isUnreadPart(word: string, language: string): boolean {
  return WORDS.get(baseLanguage(language))?.has(word) ?? false
}

/** "半数": half of them, in Chinese and Japanese, whose characters are words of their own. */
export function isUnreadHalf(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === '半' && /^[数數]$/.test(tokens[index + 1]?.text ?? '')
}
