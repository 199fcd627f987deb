/** Words of approximation of languages of Europe in which no rule reads numbers by itself. */

import { type ForeignHedges, hedges } from './hedgeLists.ts'

const SERBIAN_LATIN = hedges(
  {
    ABOUT: 'oko, otprilike, približno, cirka, negdje oko, negde oko',
    NEARLY: 'gotovo, skoro, zamalo',
    OVER: 'više od, preko, iznad, nešto više od',
    AT_LEAST: 'najmanje, barem, bar, minimalno',
    UNDER: 'manje od, ispod',
    UP_TO: 'do, najviše, maksimalno',
  },
  { AT_LEAST: '+, ili više', UP_TO: 'ili manje', ABOUT: 'otprilike' },
  'ne',
)

const NORWEGIAN = hedges(
  {
    ABOUT: 'omkring, omtrent, cirka, ca, ca., rundt, rundt regnet, om lag, anslagsvis',
    NEARLY: 'nesten, nærmere, knapt, snaut, bortimot, oppunder',
    OVER: 'over, mer enn, flere enn, meir enn, fleire enn, drøyt, godt over, i overkant av',
    AT_LEAST: 'minst, i det minste, minimum',
    UNDER: 'under, mindre enn, færre enn, i underkant av',
    UP_TO: 'opptil, opp til, inntil, høyst, maksimalt, maks',
  },
  { AT_LEAST: '+, eller mer, eller flere, eller meir', UP_TO: 'eller mindre, eller færre', ABOUT: 'eller så' },
  'aldri',
)

export const EUROPEAN_HEDGES: ReadonlyMap<string, ForeignHedges> = new Map([
  [
    'sv',
    hedges(
      {
        ABOUT: 'cirka, ca, ca., omkring, ungefär, runt, kring, uppskattningsvis, i runda tal',
        NEARLY: 'nästan, närmare, uppemot, uppåt, knappt, bortåt, inemot',
        OVER: 'över, mer än, fler än, drygt, dryga, gott och väl',
        AT_LEAST: 'minst, åtminstone, lägst',
        UNDER: 'under, färre än, mindre än',
        UP_TO: 'högst, upp till, upptill, som mest, maximalt, max',
      },
      { AT_LEAST: '+, eller mer, eller fler', UP_TO: 'eller mindre, eller färre', ABOUT: 'eller så' },
    ),
  ],
  [
    'da',
    hedges(
      {
        ABOUT: 'omkring, cirka, ca, ca., rundt regnet, omtrent, anslået',
        NEARLY: 'næsten, små, op mod, knap, knapt, tæt på, henved',
        OVER: 'over, mere end, flere end, godt, godt og vel, lidt over',
        AT_LEAST: 'mindst, i hvert fald, minimum',
        UNDER: 'under, mindre end, færre end',
        UP_TO: 'op til, højst, maksimalt, maks',
      },
      { AT_LEAST: '+, eller mere, eller flere', UP_TO: 'eller mindre, eller færre' },
    ),
  ],
  ['nb', NORWEGIAN],
  ['no', NORWEGIAN],
  ['nn', NORWEGIAN],
  [
    'fi',
    hedges(
      {
        ABOUT: 'noin, suunnilleen, arviolta, parisen',
        NEARLY: 'lähes, melkein, vajaa, vajaat, miltei',
        OVER: 'yli, enemmän kuin, reilu, reilut, runsaat',
        AT_LEAST: 'vähintään, ainakin',
        UNDER: 'alle, vähemmän kuin',
        UP_TO: 'enintään, korkeintaan, jopa, enimmillään',
      },
      { AT_LEAST: '+, tai enemmän', UP_TO: 'tai vähemmän' },
      'ei, eivät',
    ),
  ],
  [
    'pl',
    hedges(
      {
        ABOUT: 'około, ok., ok, mniej więcej, w przybliżeniu, z grubsza, jakieś, circa, ca., koło',
        NEARLY: 'prawie, niemal, blisko, bez mała, niespełna, niecałe',
        OVER: 'ponad, więcej niż, powyżej, przeszło, z górą',
        AT_LEAST: 'co najmniej, przynajmniej, minimum',
        UNDER: 'mniej niż, poniżej',
        UP_TO: 'do, co najwyżej, najwyżej, maksymalnie, aż do',
      },
      { AT_LEAST: '+, lub więcej, i więcej', UP_TO: 'lub mniej', OVER: 'z hakiem, z okładem', ABOUT: 'mniej więcej' },
      'nie, nigdy',
    ),
  ],
  [
    'cs',
    hedges(
      {
        ABOUT: 'přibližně, asi, zhruba, kolem, okolo, cca, cirka, nějakých, odhadem',
        NEARLY: 'téměř, skoro, bezmála, málem, necelých, necelé',
        OVER: 'více než, víc než, přes, nad',
        AT_LEAST: 'nejméně, alespoň, aspoň, minimálně, přinejmenším',
        UNDER: 'méně než, míň než, pod',
        UP_TO: 'až, nejvýše, maximálně, do, nanejvýš',
      },
      { AT_LEAST: '+, nebo více', UP_TO: 'nebo méně' },
      'ne, nikdy',
    ),
  ],
  [
    'sk',
    hedges(
      {
        ABOUT: 'približne, asi, zhruba, okolo, cca, cirka',
        NEARLY: 'takmer, skoro, bezmála',
        OVER: 'viac ako, viac než, vyše, nad, cez',
        AT_LEAST: 'najmenej, aspoň, minimálne, prinajmenšom',
        UNDER: 'menej ako, menej než, pod',
        UP_TO: 'až, najviac, maximálne, do, nanajvýš',
      },
      { AT_LEAST: '+, alebo viac', UP_TO: 'alebo menej' },
      'nie, nikdy',
    ),
  ],
  [
    'ru',
    hedges(
      {
        ABOUT: 'около, примерно, приблизительно, порядка, ориентировочно, где-то, в районе',
        NEARLY: 'почти, чуть менее, чуть меньше, без малого',
        OVER: 'более, более чем, больше, больше чем, свыше, чуть более, чуть больше, выше',
        AT_LEAST: 'как минимум, по меньшей мере, по крайней мере, минимум, хотя бы',
        UNDER: 'менее, менее чем, меньше, меньше чем, ниже',
        UP_TO: 'до, максимум',
      },
      {
        OVER: 'с лишним, с лишком, с небольшим, с гаком',
        AT_LEAST: '+, и более, или более, и больше, или больше, или выше',
        UP_TO: 'и менее, или менее',
      },
      'не',
    ),
  ],
  [
    'uk',
    hedges(
      {
        ABOUT: 'близько, приблизно, орієнтовно, біля, десь',
        NEARLY: 'майже, трохи менше',
        OVER: 'понад, більше, більше ніж, більш ніж, більш як',
        AT_LEAST: 'щонайменше, принаймні, мінімум',
        UNDER: 'менше, менше ніж, менш ніж, менш як',
        UP_TO: 'до, щонайбільше, максимум',
      },
      { OVER: 'з лишком, із лишком, з гаком', AT_LEAST: '+, або більше, і більше', UP_TO: 'або менше' },
      'не',
    ),
  ],
  [
    'bg',
    hedges(
      {
        ABOUT: 'около, приблизително, към, горе-долу',
        NEARLY: 'почти, близо',
        OVER: 'над, повече от',
        AT_LEAST: 'поне, най-малко, минимум',
        UNDER: 'под, по-малко от',
        UP_TO: 'до, най-много, максимум',
      },
      { AT_LEAST: '+, или повече' },
      'не',
    ),
  ],
  ['hr', SERBIAN_LATIN],
  ['bs', SERBIAN_LATIN],
  [
    'sr',
    hedges(
      {
        ABOUT: 'око, отприлике, приближно, oko, otprilike, približno',
        NEARLY: 'готово, скоро, gotovo, skoro',
        OVER: 'више од, преко, изнад, više od, preko, iznad',
        AT_LEAST: 'најмање, барем, бар, najmanje, barem, bar',
        UNDER: 'мање од, испод, manje od, ispod',
        UP_TO: 'до, највише, do, najviše',
      },
      { AT_LEAST: '+, или више, ili više' },
      'не, ne',
    ),
  ],
  [
    'sl',
    hedges(
      {
        ABOUT: 'približno, okoli, okrog, kakih',
        NEARLY: 'skoraj, domala',
        OVER: 'več kot, nad, prek, preko',
        AT_LEAST: 'najmanj, vsaj',
        UNDER: 'manj kot, pod',
        UP_TO: 'do, največ',
      },
      { AT_LEAST: '+, ali več' },
      'ne',
    ),
  ],
  [
    'hu',
    hedges(
      {
        ABOUT: 'körülbelül, kb., kb, mintegy, nagyjából, hozzávetőleg, úgy',
        NEARLY: 'közel, csaknem, majdnem, szinte',
        OVER: 'több mint, jó',
        AT_LEAST: 'legalább, minimum',
        UNDER: 'kevesebb mint',
        UP_TO: 'legfeljebb, maximum, akár',
      },
      { AT_LEAST: '+, vagy több', ABOUT: 'körül, körüli' },
      'nem',
    ),
  ],
  [
    'ro',
    hedges(
      {
        ABOUT: 'aproximativ, circa, vreo, în jur de, în jurul a',
        NEARLY: 'aproape, aproape de',
        OVER: 'peste, mai mult de, mai mulți de, mai multe de',
        AT_LEAST: 'cel puțin, minimum, minim',
        UNDER: 'sub, mai puțin de, mai puțini de',
        UP_TO: 'până la, cel mult, maximum, maxim',
      },
      { AT_LEAST: '+, sau mai mult, sau mai mulți', UP_TO: 'sau mai puțin, sau mai puțini' },
      'nu',
    ),
  ],
  [
    'el',
    hedges(
      {
        ABOUT: 'περίπου, γύρω στους, γύρω στις, γύρω στα, κάπου',
        NEARLY: 'σχεδόν, κοντά στους, κοντά στις, κοντά στα',
        OVER: 'πάνω από, περισσότεροι από, περισσότερες από, περισσότερα από, άνω των',
        AT_LEAST: 'τουλάχιστον, το λιγότερο',
        UNDER: 'κάτω από, λιγότεροι από, λιγότερες από, λιγότερα από, κάτω των',
        UP_TO: 'έως, μέχρι, ως, το πολύ, έως και',
      },
      { OVER: 'και πλέον, και βάλε', AT_LEAST: '+, ή περισσότεροι, ή περισσότερα', ABOUT: 'περίπου' },
      'όχι',
    ),
  ],
  [
    'tr',
    hedges(
      {
        ABOUT: 'yaklaşık, yaklaşık olarak, aşağı yukarı, takriben, tahminen, kabaca',
        NEARLY: 'neredeyse, hemen hemen',
        AT_LEAST: 'en az, asgari, en azından',
        UP_TO: 'en fazla, en çok, azami',
      },
      {
        NEARLY: "'e yakın, 'a yakın, 'ye yakın, 'ya yakın, yakın",
        OVER: "küsur, 'den fazla, 'dan fazla, 'ten fazla, 'tan fazla, 'nin üzerinde, 'ın üzerinde, 'in üzerinde, 'un üzerinde, 'ün üzerinde, 'ı aşkın, 'i aşkın, 'u aşkın, 'ü aşkın, 'yi aşkın, 'yı aşkın, aşkın",
        UNDER: "'den az, 'dan az, 'ten az, 'tan az",
        AT_LEAST: '+, veya daha fazla',
        ABOUT: 'civarında, kadar',
      },
    ),
  ],
  [
    'ca',
    hedges(
      {
        ABOUT: 'uns, unes, al voltant de, aproximadament, cap a',
        NEARLY: 'gairebé, quasi, prop de, a prop de',
        OVER: "més de, més d', per sobre de",
        AT_LEAST: 'almenys, com a mínim, si més no',
        UNDER: 'menys de, per sota de',
        UP_TO: 'fins a, com a màxim',
      },
      { AT_LEAST: '+, o més', UP_TO: 'o menys' },
      'no',
    ),
  ],
])
