/** Words of approximation of languages of Asia, in which no rule reads numbers by itself. */

import { type ForeignHedges, hedges } from './hedgeLists.ts'

/** Particles that Korean writes against the words after a number. */
const korean = (words: string) =>
  words
    .split(', ')
    .flatMap(word => ['', '이', '의', '을', '은', '가', '으로', '에'].map(particle => `${word}${particle}`))
    .join(', ')

/** "And", "by" and "to" are written against an Arabic word. */
const arabic = (words: string) =>
  words
    .split(', ')
    .flatMap(word => [word, `و${word}`, `ب${word}`, `ل${word}`])
    .join(', ')

/** Hebrew writes these against the number, with a hyphen. */
const HEBREW_ABOUT = 'כ-, וכ-, בכ-, לכ-, מכ-, כ־, בערך, בסביבות, כמעט כ-'

export const ASIAN_HEDGES: ReadonlyMap<string, ForeignHedges> = new Map([
  [
    'zh',
    hedges(
      {
        ABOUT: '约, 約, 大约, 大約, 大概, 约有, 約有, 大约有, 大約有, 约为, 约合, 估计, 估計, 差不多',
        NEARLY: '近, 将近, 將近, 接近, 几乎, 幾乎, 近乎',
        OVER: '超过, 超過, 逾, 超, 超出, 高于, 多于, 大于, 突破',
        AT_LEAST: '至少, 至少有, 最少, 起码',
        UNDER: '不足, 不到, 少于, 少於, 低于, 低於, 未满, 未滿',
        UP_TO: '最多, 至多, 多达, 多達, 高达, 高達',
      },
      { OVER: '多, 余, 餘', AT_LEAST: '以上, +', UP_TO: '以下, 以内, 以內', ABOUT: '左右, 上下' },
      '不',
    ),
  ],
  [
    'ja',
    hedges(
      {
        ABOUT: '約, およそ, おおよそ, 大体, だいたい, 推定, 概ね, おおむね',
        NEARLY: 'ほぼ, ほとんど, 近く',
        AT_LEAST: '少なくとも, 最低, 最低でも',
        UP_TO: '最大, 最大で, 最高, 多くとも, 最多',
      },
      {
        OVER: '超, 余り, 余, あまり, を超える, を超え, を上回る, 強',
        AT_LEAST: '以上, を下回らない, +',
        UNDER: '未満, を下回る, 弱, 足らず',
        UP_TO: '以下, 以内, まで, を超えない',
        ABOUT: 'ほど, くらい, ぐらい, 程度, 前後',
        NEARLY: '近く',
      },
    ),
  ],
  [
    'ko',
    hedges(
      {
        ABOUT: '약, 대략, 어림잡아, 추산',
        NEARLY: '거의, 근',
        AT_LEAST: '최소, 적어도, 최소한',
        UP_TO: '최대, 많아야',
      },
      {
        ABOUT: korean('가량, 정도, 안팎, 쯤, 내외'),
        AT_LEAST: korean('이상'),
        UNDER: korean('미만'),
        UP_TO: korean('이하, 이내'),
        OVER: `${korean('초과, 남짓, 남짓한')}, 여`,
      },
    ),
  ],
  [
    'ar',
    hedges(
      {
        ABOUT: arabic('حوالي, حوالى, نحو, زهاء, قرابة, تقريبا, تقريبًا, ما يقارب, قدر'),
        NEARLY: arabic('ما يقرب من, يناهز, ما يناهز'),
        OVER: arabic('أكثر من, اكثر من, ما يزيد على, ما يزيد عن, يزيد على, يزيد عن, فوق, يفوق, تجاوز, يتجاوز'),
        AT_LEAST: arabic('ما لا يقل عن, لا يقل عن, على الأقل, بحد أدنى'),
        UNDER: arabic('أقل من, اقل من, دون'),
        UP_TO: arabic('ما يصل إلى, يصل إلى, حتى, لا يزيد على, لا يزيد عن, لا يتجاوز, ما لا يزيد عن, كحد أقصى'),
      },
      { ABOUT: 'تقريبا, تقريبًا', AT_LEAST: 'على الأقل, أو أكثر, فأكثر', UP_TO: 'على الأكثر, أو أقل, كحد أقصى' },
      'ليس',
    ),
  ],
  [
    'fa',
    hedges(
      {
        ABOUT: 'حدود, تقریبا, تقریباً, در حدود, حدوداً',
        NEARLY: 'نزدیک به, قریب به',
        OVER: 'بیش از, بیشتر از, بالغ بر',
        AT_LEAST: 'حداقل, دست کم, دست‌کم',
        UNDER: 'کمتر از, زیر',
        UP_TO: 'حداکثر, تا',
      },
      { AT_LEAST: 'یا بیشتر, و بیشتر', UP_TO: 'یا کمتر' },
      'نه',
    ),
  ],
  [
    'he',
    hedges(
      {
        ABOUT: HEBREW_ABOUT,
        NEARLY: 'כמעט, קרוב ל-',
        OVER: 'יותר מ-, יותר מ, מעל, מעל ל-, למעלה מ-',
        AT_LEAST: 'לפחות, לכל הפחות',
        UNDER: 'פחות מ-, פחות מ, מתחת ל-',
        UP_TO: 'עד, לכל היותר',
      },
      { AT_LEAST: 'לפחות, או יותר' },
      'לא',
    ),
  ],
  [
    'id',
    hedges(
      {
        ABOUT: 'sekitar, kira-kira, kurang lebih, diperkirakan',
        NEARLY: 'hampir, mendekati',
        OVER: 'lebih dari, di atas, melebihi',
        AT_LEAST: 'setidaknya, sedikitnya, paling sedikit, minimal',
        UNDER: 'kurang dari, di bawah',
        UP_TO: 'hingga, sampai, paling banyak, maksimal',
      },
      { AT_LEAST: '+, atau lebih', OVER: 'lebih', ABOUT: '-an' },
      'tidak',
    ),
  ],
  [
    'vi',
    hedges(
      {
        ABOUT: 'khoảng, chừng, ước tính, xấp xỉ',
        NEARLY: 'gần, gần như',
        OVER: 'hơn, trên, vượt, vượt quá',
        AT_LEAST: 'ít nhất, tối thiểu',
        UNDER: 'dưới, chưa đến, ít hơn',
        UP_TO: 'tối đa, nhiều nhất, lên đến, lên tới, không quá',
      },
      { AT_LEAST: '+, trở lên', UP_TO: 'trở xuống' },
      'không',
    ),
  ],
  [
    'th',
    hedges(
      {
        ABOUT: 'ประมาณ, ราว, ราวๆ, โดยประมาณ',
        NEARLY: 'เกือบ, ใกล้',
        OVER: 'มากกว่า, กว่า, เกิน',
        AT_LEAST: 'อย่างน้อย, ไม่น้อยกว่า, ไม่ต่ำกว่า',
        UNDER: 'น้อยกว่า, ต่ำกว่า, ไม่ถึง',
        UP_TO: 'ไม่เกิน, มากสุด, สูงสุด, ถึง',
      },
      { OVER: 'กว่า', AT_LEAST: 'ขึ้นไป' },
      'ไม่',
    ),
  ],
  [
    'hi',
    hedges(
      {
        ABOUT: 'लगभग, करीब, क़रीब, तकरीबन, अनुमानित, तक़रीबन',
        AT_LEAST: 'कम से कम, न्यूनतम',
        UP_TO: 'अधिक से अधिक, अधिकतम, ज्यादा से ज्यादा',
      },
      {
        OVER: 'से अधिक, से ज्यादा, से ज़्यादा, से ऊपर',
        UNDER: 'से कम',
        ABOUT: 'के करीब, के क़रीब, के आसपास',
        AT_LEAST: '+, या उससे अधिक, से कम नहीं',
        UP_TO: 'या उससे कम, से अधिक नहीं',
      },
    ),
  ],
])
