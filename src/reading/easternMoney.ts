/** Money after a number in Chinese, Japanese and Korean, where no space parts the words: 5000元, 3億円, 1만 달러. */

import { baseLanguage } from './language.ts'
import { follows, type Token, touches } from './tokens.ts'
import { money, type Unit, type UnitAt } from './unit.ts'

interface Money {
  readonly codes: readonly string[]
  readonly written: string
}

function moneys(...rows: readonly (readonly [words: string, codes: string, written?: string])[]): Map<string, Money> {
  return new Map(
    rows.flatMap(([words, codes, written]) =>
      words.split(' ').map(word => [word, { codes: codes.split(' '), written: written ?? word }] as const),
    ),
  )
}

/** Dollars and pounds are anyone's where no country is named. */
const DOLLARS = 'USD CAD AUD NZD HKD SGD TWD'
const POUNDS = 'GBP EGP LBP SYP SDG'

const CHINESE = moneys(
  ['人民币 人民幣 元人民币 元人民幣', 'CNY'],
  ['美元 美金', 'USD'],
  ['欧元 歐元', 'EUR'],
  ['日元 日圓 日币', 'JPY'],
  ['英镑 英鎊', 'GBP'],
  ['港元 港币 港幣', 'HKD'],
  ['新台币 新台幣 新臺幣 台币 台幣', 'TWD'],
  ['韩元 韓元', 'KRW'],
  ['卢布 盧布', 'RUB'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['瑞士法郎', 'CHF'],
)
const WORDS: ReadonlyMap<string, ReadonlyMap<string, Money>> = new Map([
  ['zh', CHINESE],
  ['yue', CHINESE],
  [
    'ja',
    moneys(
      ['円', 'JPY'],
      ['米ドル', 'USD'],
      ['ドル', DOLLARS, '$'],
      ['ユーロ', 'EUR'],
      ['英ポンド', 'GBP'],
      ['ポンド', POUNDS, '£'],
      ['元 人民元', 'CNY'],
      ['ウォン', 'KRW'],
      ['ルーブル', 'RUB'],
      ['スイスフラン', 'CHF'],
    ),
  ],
  [
    'ko',
    moneys(
      ['원', 'KRW'],
      ['달러', DOLLARS, '$'],
      ['유로', 'EUR'],
      ['엔', 'JPY'],
      ['위안', 'CNY'],
      ['파운드', POUNDS, '£'],
      ['루블', 'RUB'],
    ),
  ],
])

/** 元 is that of the place, which the language of a text may name. */
const YUAN: ReadonlyMap<string, string> = new Map([
  ['CN', 'CNY'],
  ['TW', 'TWD'],
  ['HK', 'HKD'],
  ['MO', 'MOP'],
])

/** 円形 is a circle, 元素 an element. */
const NO_MONEY = /^(?:円[形卓周滑]|元[素旦首老月年帅])/u

const LONGEST = 6

/** The money whose words begin at the index. */
export function easternMoney(tokens: readonly Token[], index: number, language: string): UnitAt | null {
  const words = WORDS.get(baseLanguage(language))
  const first = tokens[index]
  if (words === undefined || first?.kind !== 'WORD' || !follows(first)) return null
  let written = ''
  let found: UnitAt | null = null
  for (let at = index; at < index + LONGEST && (at === index || touches(tokens[at])); at += 1) {
    written += tokens[at]?.text ?? ''
    const named = words.get(written) ?? (written === '元' ? yuanOf(language) : undefined)
    if (named === undefined) continue
    if (NO_MONEY.test(written + (touches(tokens[at + 1]) ? (tokens[at + 1]?.text ?? '') : ''))) continue
    found = { unit: money(named.codes, named.written), start: index, next: at + 1 }
  }
  return found
}

function yuanOf(language: string): Money {
  const { region, script } = new Intl.Locale(language)
  const code = YUAN.get(region ?? (script === 'Hans' ? 'CN' : ''))
  return { codes: code === undefined ? [...YUAN.values()] : [code], written: '元' }
}

/** Money as a person names it: "元", "円". */
export function easternMoneyNamed(name: string): Unit | null {
  if (name === '元') return money([...YUAN.values()], name)
  for (const words of WORDS.values()) {
    const named = words.get(name)
    if (named !== undefined) return money(named.codes, named.written)
  }
  return null
}
