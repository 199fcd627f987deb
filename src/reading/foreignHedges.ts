/** Words of approximation of some languages besides English, in which rules read numbers by themselves. */

import { combine } from './english/hedges.ts'
import { type ForeignHedges, hedges } from './hedgeLists.ts'

/** Verbs that say of a number what "over" does. */
const EXCEED_DE =
  'übersteigt, übersteigen, überstieg, überstiegen, überschreitet, überschreiten, überschritt, überschritten, übertrifft, übertraf'
const EXCEED_FR =
  'dépasse, dépassent, dépassait, dépassaient, dépassera, dépasseront, dépasserait, dépasser, dépassant, dépassé, excède, excèdent, excédait, excédera, excéder'
const EXCEED_ES =
  'supera, superan, superó, superaron, superaba, superaban, superará, superarán, superaría, superar, superado, supere, superen, excede, exceden, excedió, excederá, exceder, sobrepasa, sobrepasan, sobrepasó, sobrepasará, sobrepasar, rebasa, rebasan, rebasó, rebasará, rebasar'
const PASS_ES = 'pasa de, pasan de, pasó de, pasaron de, pasaba de, pasará de, pasarán de, pase de, pasen de'
const EXCEED_IT =
  'supera, superano, superò, superarono, superava, superavano, supererà, supereranno, superare, superato, superata, superati, supererebbe, superi, superino, eccede, eccedono, oltrepassa, oltrepassano, oltrepassò'
const EXCEED_PT =
  'supera, superam, superou, superaram, superava, superará, superarão, superar, superado, supere, superem, excede, excedem, excedeu, excederá, exceder, ultrapassa, ultrapassam, ultrapassou, ultrapassaram, ultrapassará, ultrapassar, ultrapassado, ultrapasse'
const PASS_PT = 'passa de, passam de, passou de, passaram de, passará de, passe de'

/** Each of a list with each of another behind it. */
function each(list: string, behind: string): string {
  return combine(list.split(', '), behind.split(', ')).join(', ')
}

/** Articles are put behind them all; what is listed with one, such as “alrededor del”, no verb governs as a preposition. */
export const FOREIGN_HEDGES: ReadonlyMap<string, ForeignHedges> = new Map([
  [
    'de',
    hedges(
      {
        EXACT: 'genau, exakt, nur, lediglich, insgesamt',
        ABOUT: 'etwa, rund, circa, ca., ungefähr, schätzungsweise, an die, um die',
        NEARLY:
          'fast, beinahe, nahezu, knapp, annähernd, nicht ganz, ein knappes, eine knappe, einem knappen, einer knappen, eines knappen',
        OVER: `über, mehr als, gut, deutlich über, deutlich mehr als, ein gutes, eine gute, einem guten, einer guten, eines guten, ${EXCEED_DE}, ${each(EXCEED_DE, 'die')}`,
        AT_LEAST: 'mindestens, wenigstens, ab, zumindest, gut und gern, gut und gerne',
        UNDER: 'nicht einmal, keine, unter, weniger als, deutlich unter, deutlich weniger als',
        UP_TO: `bis zu, höchstens, maximal, ${each(EXCEED_DE, 'nicht, nie, nicht die, nie die')}`,
      },
      {
        AT_LEAST: '+, oder mehr, und mehr, plus, mindestens, wenigstens',
        UP_TO: 'oder weniger, höchstens, maximal',
        ABOUT: 'oder so, ungefähr',
      },
    ),
  ],
  [
    'fr',
    hedges(
      {
        EXACT: 'exactement, précisément, seulement',
        ABOUT: "environ, à peu près, quelque, autour de, aux alentours de, approximativement, près d'environ",
        NEARLY: "près de, près d', presque, pas loin de, quasiment, un petit, une petite",
        OVER: `plus de, plus d', au-delà de, au-delà d', ${EXCEED_FR}`,
        AT_LEAST: 'au moins, au minimum, un bon, une bonne',
        UNDER: "moins de, moins d'",
        UP_TO: `jusqu'à, au plus, au maximum, tout au plus, ${each(EXCEED_FR, 'pas, jamais')}`,
      },
      {
        OVER: 'et quelques',
        AT_LEAST: '+, ou plus, et plus, au moins, au minimum, au bas mot',
        UP_TO: 'ou moins, au plus, au maximum, tout au plus',
        ABOUT: 'environ, à peu près',
      },
    ),
  ],
  [
    'es',
    hedges(
      {
        EXACT: 'exactamente, solo, sólo, solamente',
        ABOUT:
          'alrededor de, alrededor del, unos, unas, cerca de, cerca del, aproximadamente, en torno a, en torno al, más o menos',
        NEARLY: 'casi, casi un, escasos, escasas, poco menos de',
        OVER: `más de, mas de, por encima de, por encima del, ${EXCEED_ES}`,
        AT_LEAST: 'al menos, por lo menos, como mínimo, un buen, una buena',
        UNDER: 'menos de, por debajo de, por debajo del',
        UP_TO: `hasta, hasta un, como máximo, ${each('no, nunca', PASS_ES)}`,
      },
      {
        OVER: 'y pico, y tantos, y tantas, largos, largas',
        AT_LEAST: '+, o más, como mínimo, al menos',
        UP_TO: 'o menos, como máximo',
        ABOUT: 'aproximadamente',
      },
    ),
  ],
  [
    'it',
    hedges(
      {
        EXACT: 'esattamente, solo, soltanto',
        ABOUT: 'circa, più o meno, intorno a, intorno al, all’incirca, pressappoco',
        NEARLY: 'quasi, poco meno di',
        OVER: `oltre, oltre il, più di, poco più di, ${EXCEED_IT}`,
        AT_LEAST: 'almeno, come minimo, un buon, una buona',
        UNDER: 'meno di, sotto, sotto il',
        UP_TO: 'fino a, al massimo',
      },
      {
        OVER: 'e passa, e rotti, abbondanti',
        AT_LEAST: '+, o più, almeno',
        UP_TO: 'o meno, al massimo',
        ABOUT: 'circa',
      },
    ),
  ],
  [
    'pt',
    hedges(
      {
        EXACT: 'exatamente, apenas, somente',
        ABOUT: 'cerca de, aproximadamente, por volta de, em torno de, uns, umas, mais ou menos',
        NEARLY: 'quase, perto de',
        OVER: `mais de, mais do que, acima de, ${EXCEED_PT}`,
        AT_LEAST: 'pelo menos, no mínimo, ao menos, um bom, uma boa',
        UNDER: 'menos de, menos do que, abaixo de',
        UP_TO: `até, no máximo, ${each('não, nunca', PASS_PT)}`,
      },
      {
        OVER: 'e tantas, e tantos, e poucos, e poucas',
        AT_LEAST: '+, ou mais, no mínimo',
        UP_TO: 'ou menos, no máximo',
      },
    ),
  ],
  [
    'nl',
    hedges(
      {
        EXACT: 'precies, slechts, alleen',
        ABOUT: 'ongeveer, rond, circa, ca., zo’n, naar schatting, om en nabij',
        NEARLY: 'bijna, haast, vrijwel, krap, een klein, een kleine',
        OVER: 'meer dan, ruim, boven de, dik, een goed, een goede',
        AT_LEAST: 'minstens, ten minste, minimaal, zeker',
        UNDER: 'minder dan, onder de',
        UP_TO: 'tot, hoogstens, maximaal, hooguit',
      },
      { AT_LEAST: '+, of meer, en meer', UP_TO: 'of minder', ABOUT: 'ongeveer' },
    ),
  ],
])
