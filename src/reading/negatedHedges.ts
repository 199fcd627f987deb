/**
 * A negation before the verb turns a bound round: "will not pay more than 500" is at most that. Between the two may stand auxiliaries,
 * one verb and a preposition; whatever else stands there, as in "did not say more than 500 came", leaves the bound as it is.
 */

import type { Approximation } from '../model/vocabulary.ts'
import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import { follows, touches } from './tokens.ts'

interface Negation {
  readonly words: ReadonlySet<string>
  /** What may stand between it and "more than": auxiliaries, a verb that reports nothing, a preposition. */
  readonly verb: RegExp
  /** Auxiliaries alone, as before "exceed" and "over". */
  readonly auxiliaries: RegExp
}

function negation(words: string, auxiliaries: string, after: string, unclear: string, object = ''): Negation {
  const list = (of: string) => of.replaceAll(' ', '|')
  const verb = `(?!(?:${list(unclear)})(?: |$))\\p{L}+ (?:(?:${list(after)}) )?`
  return {
    words: new Set(words.split(' ')),
    // "Sa inte att mer än 500 kom": a clause of its own.
    verb: new RegExp(`^(?:(?:${list(auxiliaries)}) )*(?:${verb}${object})?(?<!(?:^| )(?:att|at|å) )$`, 'u'),
    auxiliaries: new RegExp(`^(?:(?:${list(auxiliaries)}) )*$`, 'u'),
  }
}

/** Whatever may open a clause, report what others said, or say how far the negation reaches, so that it is unclear what is negated. */
const UNCLEAR_ENGLISH = [
  'that because since as if when while where who which why whether how than but and or nor so the a an this these those',
  'in on at of for from with by after before until during between among about into through within under over',
  'he she it we they you i there only just merely simply solely always necessarily all every everyone everybody each many much most',
  'both enough far significantly substantially considerably well way quite least less more one two three',
  'sa(?:y|ys|id|ying) tell(?:s|ing)? told claim\\w* report\\w* mention\\w* believ\\w* think\\w* thought know\\w* knew suggest\\w*',
  'argu\\w* confirm\\w* acknowledg\\w* admit\\w* den(?:y|ies|ied|ying) doubt\\w* reali[sz]\\w* notic\\w* announc\\w* mean\\w*',
  'impl(?:y|ies|ied) stat(?:e|es|ed|ing) conclud\\w* underst\\w* remember\\w* recall\\w* forg[eo]t\\w* prov(?:e|es|ed|en|ing) show\\w*',
  'reveal\\w* indicat\\w* disclos\\w* warn\\w* alleg\\w* insist\\w* not(?:e|es|ed|ing) assum\\w* hear\\w* learn\\w* writ\\w* wrote',
  'certain sure clear true aware surpris\\w* stop\\w* prevent\\w* deter\\w* rul(?:e|es|ed|ing) exclud\\w* ignor\\w* overlook\\w*',
].join(' ')

/** To whom, between the verb and the bound: "not give the city more than 500", "never pay them more than 500". */
const ENGLISH_OBJECT =
  '(?:(?:(?:the|an?|any|its|his|her|their|our|your|my) \\p{L}+|me|us|him|her|it|them|you|anyone|anybody|people|workers|employees|staff) )?'

const SCANDINAVIAN = negation(
  'inte aldrig ikke ikkje utan uden uten',
  'att at å ha have haft hatt kunna kunne ska skal vil vill bli blive være vara få behöva behøve måtte komme komma',
  'med till til på av af opp op upp',
  'att at å som om men och og bara bare kun blot för for fordi eftersom när når då da mycket meget mye langt alla alle alltid altid ' +
    'sa sade säger sagt si sagde siger sier tro\\w* tänk\\w* tænk\\w* tenk\\w* mena\\w* mene\\w* vet vidste visste i på efter etter med',
)

const NEGATIONS: ReadonlyMap<string, Negation> = new Map([
  [
    'en',
    negation(
      'not never cannot nobody none without',
      'to be been being is are was were have has had having do does did can could will would shall should may might must ever yet even ' +
        'actually currently normally usually typically generally likely expected allowed permitted able going supposed willing required ' +
        'want wants wanted need needs needed plan plans planning intend intends set due',
      'by to of at on out up off',
      UNCLEAR_ENGLISH,
      ENGLISH_OBJECT,
    ),
  ],
  [
    'es',
    negation(
      'no nunca jamás tampoco nadie sin',
      'se le les lo la los las me te nos ha han había habían haya hayan haber hemos puede pueden podrá podrán podía podían podría ' +
        'podrían debe deben debía deberá deberán debería va van iba iban a ser sido es son será serán',
      'a de',
      'que porque si cuando como pero sino y o ni solo sólo solamente en por para con desde durante tras sin todo todos todas siempre ' +
        'mucho mucha muchos muchas necesariamente di(?:jo|ce|cen|jeron|cho|ría|ciendo) decir cre(?:e|en|yó|o|ía|er) piensa\\w* ' +
        'sab(?:e|en|ía|ían) afirm\\w* asegur\\w* descart\\w* neg\\w* inform\\w* impid\\w* evit\\w*',
    ),
  ],
  [
    'it',
    negation(
      'non mai nessuno senza',
      'mai ha hanno aveva avevano abbia avere si ci ne lo la li le gli può possono potrà potranno potrebbe deve devono dovrà essere è ' +
        'sono sarà saranno stato stata stati state',
      'a di',
      'che perché se quando come ma e o né solo soltanto in per con da dopo tutti sempre molto necessariamente di(?:ce|cono|sse|ssero|re) ' +
        'detto cred\\w* pens\\w* sa sanno afferm\\w* esclu\\w* neg\\w*',
    ),
  ],
  [
    'pt',
    negation(
      'não nunca jamais ninguém sem',
      'se lhe lhes o a os as tem têm tinha tinham ter vai vão ia iam pode podem poderá poderão podia podiam poderia deve devem deverá ' +
        'ser sido é são será serão foi foram',
      'a de',
      'que porque se quando como mas e ou nem só somente apenas em por para com desde durante após todos sempre muito muitos ' +
        'necessariamente di(?:sse|z|zem|sseram|to|zer) acredit\\w* pens\\w* acha sab\\w* afirm\\w* descart\\w* neg\\w*',
    ),
  ],
  [
    'fr',
    negation(
      'pas jamais personne sans',
      'pu été eu avoir être pouvoir devoir encore à',
      'à de',
      'que parce si quand comme mais et ou ni seulement simplement uniquement en pour par avec depuis pendant après dans tous toujours ' +
        'beaucoup bien tellement forcément nécessairement di(?:t|re|sait|sent) cru\\w* croi\\w* pens\\w* su sav\\w* affirm\\w* exclu\\w* ' +
        'ni(?:é|er) prétend\\w* empêch\\w*',
    ),
  ],
  // The verb stands before the negation or after the number: "darf nicht um mehr als 5 % steigen".
  ['de', negation('nicht nie niemals', 'um auf', '', '\\p{L}+')],
  ['nl', negation('niet nooit', 'met', '', '\\p{L}+')],
  ...['sv', 'da', 'nb', 'no', 'nn'].map(language => [language, SCANDINAVIAN] as const),
])

/** "More than", "moins de", and no preposition or word of degree. */
const COMPARATIVE =
  /^(?:(?:more|greater|higher|larger|fewer|less|lower|smaller) than|(?:más|mas|menos|plus|moins|più|meno|mais|mehr|weniger|meer|minder|mer|fler|mere|flere|meir|fleire|mindre|färre|færre) \S+(?: \S+)?)$/
const MOST_BETWEEN = 5
/** "Those not working more than doubled": the verb of the sentence. */
export const GROWN = /^(?:doubled|tripled|quadrupled)$/
const WITHOUT = /^(?:without|sin|senza|sem|sans|utan|uden|uten)$/
const CONTRACTED = /^(?:do|does|did|is|are|was|were|have|has|had|ca|could|wo|would|sha|should|might|must|need)n$/

const TURNED: Partial<Record<Approximation, Approximation>> = { OVER: 'UP_TO', UNDER: 'AT_LEAST' }

interface Turned {
  readonly wording: string
  readonly approximation: Approximation
  readonly next: number
}

function negationOf({ english, language }: Tokens): Negation | undefined {
  return NEGATIONS.get(english ? 'en' : baseLanguage(language))
}

/** Whether a bound may be negated from the word on. */
export function mayNegate(text: Tokens, word: string): boolean {
  return negationOf(text)?.words.has(word) === true || (text.english && (word === 'no' || CONTRACTED.test(word)))
}

/** The hedge that a negation at the index turns round; `hedgeAt` reads the one at an index. */
export function negatedHedge(
  text: Tokens,
  index: number,
  hedgeAt: (
    index: number,
  ) => { readonly wording: string; readonly approximation: Approximation | null; readonly next: number } | null,
): Turned | null {
  const negated = negationOf(text)
  const from = negated === undefined ? null : endOfNegation(text, index, negated)
  if (negated === undefined || from === null) return null
  const { tokens } = text
  let between = ''
  for (let at = from; at <= from + MOST_BETWEEN; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'WORD' || !follows(token) || touches(token)) return null
    const hedge = hedgeAt(at)
    const approximation = hedge?.approximation == null ? undefined : TURNED[hedge.approximation]
    if (hedge !== null && approximation !== undefined) {
      const isComparative = COMPARATIVE.test(hedge.wording)
      const allowed = isComparative ? negated.verb : negated.auxiliaries
      const isUnclear = isComparative && between === '' && WITHOUT.test(tokens[index]?.text ?? '')
      return !isUnclear && !GROWN.test(tokens[hedge.next]?.text ?? '') && allowed.test(between)
        ? { wording: `not … ${hedge.wording}`, approximation, next: hedge.next }
        : null
    }
    between += `${token.text} `
  }
  return null
}

/** The index after "not", "no one" or the three tokens of "won't". */
function endOfNegation({ tokens, english }: Tokens, index: number, { words }: Negation): number | null {
  const word = tokens[index]?.text ?? ''
  if (words.has(word)) return index + 1
  if (!english) return null
  const [next, last] = [tokens[index + 1], tokens[index + 2]]
  if (word === 'no' && next?.text === 'one' && follows(next)) return index + 2
  const isShort = CONTRACTED.test(word) && /^['’]$/.test(next?.text ?? '') && touches(next) && last?.text === 't'
  return isShort && touches(last) ? index + 3 : null
}
