/** Words for parts and rough numbers of some languages besides English: "Hälfte", "deux tiers", "una docena", "honderden". */

export interface QuantityWords {
  /** What stands for one before a multiplier or a part: "eine Million", "un tiers". */
  readonly articles: ReadonlySet<string>
  /** What stands for one by itself: "uno de cada cinco". */
  readonly ones: ReadonlySet<string>
  readonly definite: ReadonlySet<string>
  /** A half by itself: "die Hälfte". */
  readonly halves: ReadonlySet<string>
  /** What multiplies a scale: "halbe Million", "demi-million", "anderthalb". */
  readonly factors: ReadonlyMap<string, number>
  /** What follows a scale and adds half of it: "un million et demi". */
  readonly andHalf: readonly string[]
  /** Parts after an article or a number, by what they divide by: "ein Drittel", "deux tiers". */
  readonly parts: ReadonlyMap<string, number>
  /** Exactly so many after a number, and so many or so after an article: "zwei Dutzend", "une vingtaine". */
  readonly rough: ReadonlyMap<string, number>
  /** Plurals without a number, by the one that they are several of: "Hunderte", "des milliers". */
  readonly plurals: ReadonlyMap<string, number>
  /** What joins two plurals: "decenas de miles". */
  readonly of: string
}

/** Words for one in so many: "jede fünfte". */
export interface EveryWords {
  readonly every: RegExp
  readonly ordinals: ReadonlyMap<string, number>
}

export const EVERY_WORDS: ReadonlyMap<string, EveryWords> = new Map([
  [
    'de',
    {
      every: /^jede[rsnm]?$/,
      ordinals: ordinals('zweit dritt viert fünft sechst siebt acht neunt zehnt', 'e er es en em'),
    },
  ],
  [
    'nl',
    {
      every: /^(?:elke|iedere?)$/,
      ordinals: ordinals('tweede derde vierde vijfde zesde zevende achtste negende tiende', ''),
    },
  ],
  [
    'ru',
    {
      every: /^кажд(?:ый|ая|ое|ого|ой|ому|ым|ую|ом)$/,
      ordinals: new Map([
        ...ordinals('втор', 'ой ая ое ого ому ым ую ом'),
        ...ordinals('трет', 'ий ья ье ьего ьей ьему ью', 3),
        ...ordinals('четверт пят шест седьм восьм девят десят', 'ый ой ая ое ого ому ым ую ом', 4),
      ]),
    },
  ],
])

/** The ordinals from the second on, or from another, in each of their forms. */
function ordinals(stems: string, endings: string, from = 2): Map<string, number> {
  return new Map(
    stems.split(' ').flatMap((stem, index) => endings.split(' ').map(ending => [stem + ending, index + from] as const)),
  )
}

function words(
  articles: string,
  definite: string,
  halves: string,
  factors: Record<string, number>,
  andHalf: string,
  parts: Record<string, number>,
  rough: Record<string, number>,
  plurals: Record<string, number>,
  of = '',
): QuantityWords {
  return {
    articles: new Set(articles.split(' ')),
    ones: new Set('einer eines uno una um uma één een'.split(' ')),
    definite: new Set(definite.split(' ')),
    halves: new Set(halves.split(' ')),
    factors: new Map(Object.entries(factors)),
    andHalf: andHalf.split(','),
    parts: new Map(Object.entries(parts)),
    rough: new Map(Object.entries(rough)),
    plurals: new Map(Object.entries(plurals)),
    of,
  }
}

export const QUANTITY_WORDS: ReadonlyMap<string, QuantityWords> = new Map([
  [
    'de',
    words(
      'ein eine einer einem einen eines',
      'die der',
      'hälfte',
      {
        halbe: 0.5,
        halben: 0.5,
        halber: 0.5,
        halbes: 0.5,
        anderthalb: 1.5,
        eineinhalb: 1.5,
        einundeinhalb: 1.5,
        zweieinhalb: 2.5,
        dreieinhalb: 3.5,
      },
      'und eine halbe',
      { drittel: 3, viertel: 4, fünftel: 5, sechstel: 6, siebtel: 7, achtel: 8, neuntel: 9, zehntel: 10 },
      { dutzend: 12 },
      {
        ...{ dutzende: 12, dutzenden: 12, hunderte: 100, hunderten: 100, tausende: 1e3, tausenden: 1e3 },
        ...{ zehntausende: 1e4, zehntausenden: 1e4, hunderttausende: 1e5, hunderttausenden: 1e5 },
        ...{ millionen: 1e6, milliarden: 1e9, billionen: 1e12 },
      },
    ),
  ],
  [
    'fr',
    words(
      'un une',
      'la',
      'moitié',
      { demi: 0.5 },
      'et demi,et demie',
      { tiers: 3, quart: 4, quarts: 4, cinquième: 5, cinquièmes: 5, dixième: 10, dixièmes: 10 },
      {
        ...{ dizaine: 10, douzaine: 12, douzaines: 12, quinzaine: 15, vingtaine: 20, trentaine: 30, quarantaine: 40 },
        ...{ cinquantaine: 50, soixantaine: 60, centaine: 100, millier: 1000 },
      },
      { dizaines: 10, centaines: 100, milliers: 1e3, millions: 1e6, milliards: 1e9 },
      'de',
    ),
  ],
  [
    'es',
    words(
      'un una',
      'la',
      'mitad',
      { medio: 0.5, media: 0.5 },
      'y medio,y media',
      {
        ...{ tercio: 3, tercios: 3, cuarto: 4, cuartos: 4, quinto: 5, quintos: 5, décimo: 10, décimos: 10 },
        ...{ terceras: 3, cuartas: 4, quintas: 5, décimas: 10 },
      },
      {
        ...{ decena: 10, docena: 12, docenas: 12, quincena: 15, veintena: 20, treintena: 30 },
        ...{ cincuentena: 50, centenar: 100, centena: 100, millar: 1000 },
      },
      { decenas: 10, cientos: 100, centenares: 100, miles: 1e3, millares: 1e3, millones: 1e6 },
      'de',
    ),
  ],
  [
    'it',
    words(
      'un uno una',
      'la',
      'metà',
      { mezzo: 0.5, mezza: 0.5 },
      'e mezzo,e mezza',
      { terzo: 3, terzi: 3, quarto: 4, quarti: 4, quinto: 5, quinti: 5, decimo: 10, decimi: 10 },
      {
        ...{ decina: 10, dozzina: 12, dozzine: 12, quindicina: 15, ventina: 20, trentina: 30, quarantina: 40 },
        ...{ cinquantina: 50, sessantina: 60, settantina: 70, ottantina: 80, novantina: 90 },
        ...{ centinaio: 100, migliaio: 1000 },
      },
      { decine: 10, centinaia: 100, migliaia: 1e3, milioni: 1e6, miliardi: 1e9 },
      'di',
    ),
  ],
  [
    'pt',
    words(
      'um uma',
      'a',
      'metade',
      { meio: 0.5, meia: 0.5 },
      'e meio,e meia',
      {
        ...{ terço: 3, terços: 3, quarto: 4, quartos: 4, quinto: 5, quintos: 5, décimo: 10, décimos: 10 },
        ...{ terças: 3, quartas: 4, quintas: 5, décimas: 10 },
      },
      { dezena: 10, dúzia: 12, dúzias: 12, quinzena: 15, vintena: 20, trintena: 30, centena: 100, milhar: 1000 },
      { dezenas: 10, centenas: 100, milhares: 1e3, milhões: 1e6 },
      'de',
    ),
  ],
  [
    'nl',
    words(
      'een één',
      'de',
      'helft',
      { half: 0.5, halve: 0.5, anderhalf: 1.5, anderhalve: 1.5 },
      'en een half',
      { derde: 3, kwart: 4, vijfde: 5, tiende: 10 },
      {
        ...{ tiental: 10, dozijn: 12, vijftiental: 15, twintigtal: 20, dertigtal: 30, veertigtal: 40, vijftigtal: 50 },
        ...{ zestigtal: 60, zeventigtal: 70, tachtigtal: 80, negentigtal: 90, honderdtal: 100 },
      },
      { tientallen: 10, honderden: 100, duizenden: 1e3, tienduizenden: 1e4, honderdduizenden: 1e5, miljoenen: 1e6 },
    ),
  ],
])
