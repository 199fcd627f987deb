/**
 * Words of approximation that are prepositions as well: "we talk about two things", "wir reden über zwei Jahre". The word that
 * governs them tells: who talks, quarrels or decides does so about something.
 */

import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import type { ReadAmount } from './quantity.ts'
import type { Token } from './tokens.ts'

/** What a word before a number is: of the number; of the sentence; or either, so that a mention may leave it out. */
export type Role = 'HEDGE' | 'PREPOSITION' | 'EITHER'

/** A number that has been read, up to what follows it. */
interface Numbered {
  readonly first: ReadAmount
  readonly next: number
}

interface Governed {
  /** The words of approximation. */
  readonly hedges: RegExp
  /** The words that govern them as prepositions. */
  readonly by: RegExp
}

const TALK_DE =
  '(?:be)?(?:red|sprech|sprach|sprich|gesprochen|disk?ut|debatt|streit|stritt|gestritten|verhand|bericht|inform|klag|schimpf|schreib|schrieb|geschrieb|nachdenk|nachgedacht|denk|dacht|lach|witzel|fragt?$|weiß$|wusst|erzähl|äußer|auskunft|entscheid|entschied|abstimm|abgestimmt|stimm|beschloss|beschluss|berat|einig|verfüg|wach|urteil|gespräch|frage$|fragen$|angaben|sorge|ärger|freu|wut|zweifel|zorn|empör|trauer)'
const DISPUTE =
  '(?:fight|fought|quarrel|disput|clash|argu|row|feud|battl|disagree|debat|concern|worr|anger|outrage|fears?$|alarm|rift|split|divided|lawsuit|sued|presid|rul(?:e|es|ed|ing)$|vote[ds]?$|voting|control|custody|cried|cry|mourn|apolog|resign)'
const TALK_SV =
  '(?:tal|prat|diskuter|diskuss|debatt|bråk|frågor|osäker|samtal|enig|förhandl|skriv|berätt|beslut|klag|oro|förfog|rår$|rösta|sörj|strid)'

const NORWEGIAN = [
  governed(
    'over|rundt|omkring|under',
    '(?:tal|snakk|prat|diskut|debatt|strid|skriv|klag|rå|forhandl|stem|beslut|uenig)',
  ),
]

const GOVERNED: ReadonlyMap<string, readonly Governed[]> = new Map(
  Object.entries({
    en: [
      governed('over', DISPUTE),
      governed('under', '(?:serv|work|liv|train|stud|flourish|suffer|grew|operat|organi[sz]|governed|ruled)'),
      governed(
        'around|near',
        '(?:cent[er]+|revolv|built|rall|gather|organi[sz]|structur|wrap|walk|debate$|discussion|circl)',
      ),
      governed('beyond|above', '(?:look|rise|rose|mov|tower|hover|flew|fly)'),
    ],
    de: [
      governed('über', TALK_DE),
      governed(
        'um die',
        '(?:geht|ging|gehe|gegangen|streit|stritt|kämpf|bewerb|bewarb|bitt|bat|gebeten|sorg|kümmer|trauer|ring|rang|debatt|diskuss|verhand)',
      ),
      governed(
        'an die',
        '(?:schreib|schrieb|geschrieb|verteil|erinner|denk|dacht|gedenk|appell|richt|wend|wandt|zahl|überg|verkauf|vergeb|brief)',
      ),
      governed(
        'unter',
        '(?:leid|litt|gelitten|dien|arbeit|verteil|wähl|gewählt|auswahl|lebt|.*(?:umfrage|befragung|erhebung|stichprobe))',
      ),
    ],
    nl: [governed('rond|boven de|onder de', '(?:debat|discuss|praat|gesproken|sprek|draai|verdeel|leed|lijd)')],
    fr: [
      governed(
        'autour de|au-delà de',
        '(?:débat|discu|réun|rassembl|tourn|articul|organis|mobilis|construi|regard|négoci)',
      ),
    ],
    es: [governed('alrededor de|en torno a', '(?:debat|discu|gir|articul)')],
    it: [governed('intorno a|sotto', '(?:dibatt|discu|ruot)'), governed('oltre', '(?:guard|andare|va$)')],
    pt: [governed('em torno de', '(?:debat|discu|gir)')],
    sv: [governed('över|kring|runt|omkring|under', TALK_SV)],
    da: [governed('over|omkring|under', '(?:tal|snak|diskut|debat|strid|skriv|klag|råd|forhandl|stem|beslut|uenig)')],
    nb: NORWEGIAN,
    no: NORWEGIAN,
    fi: [governed('yli|alle', '(?:kulk|ajo|ajaa|meni|hyppä)')],
    pl: [
      governed(
        'ponad|do|koło|poniżej',
        '(?:przemawia|pisa|pisz|napisa|zwróci|zwraca|mówi|dodał|należ|wysła|pojecha|wróci|mieszka)',
      ),
    ],
    cs: [governed('nad|přes|kolem|okolo|pod|do', '(?:jedna|diskut|debat|spor|přemýšl|uvaž|vlád|jel|jed|poslal|trp)')],
    sk: [governed('nad|cez|okolo|pod|do', '(?:rokova|diskut|debat|spor|rozmýšľ|uvaž|vlád|išl|posla|trp)')],
    ru: [governed('около|до|выше|ниже', '(?:жив|стоя|находи|дошл|доехал|довел)')],
    uk: [governed('близько|біля|до', '(?:жив|стоя|знаход|дійш|зверну|звертал|додал)')],
    ro: [governed('peste|sub', '(?:domn|conduc|trec|lucr|sufer)')],
  }),
)

function governed(hedges: string, by: string): Governed {
  return { hedges: new RegExp(`^(?:${hedges})$`), by: new RegExp(`^${by}`) }
}

/** A word further away than this governs nothing. */
const REACH = 5

/** Such a word right before leaves the hedge to the number: "spoke to over 200 people", "sprach vor über 200 Menschen". */
const PREPOSITIONS =
  /^(?:to|with|for|at|in|on|of|from|by|before|among|than|mit|vor|bei|auf|von|zu|in|an|aus|nach|seit|gegen|für|à|avec|devant|pour|en|con|ante|para|por|com|med|till|inför|för|til|med|foran|z|do|s|před|с|перед|met|voor|aan)$/
const CLAUSE_ENDS = /^[.,;:!?()–—“”"„]$/

/** "We talked about it for over two hours", "sie sprach über zwei Stunden": how long, as well as of what. */
const SPOKEN_FOR =
  /^(?:minutes?|hours?|minuten?|stunden?|minut(?:er|en|ter)?|timm(?:ar|e)|timer?|heures?|horas?|minutos?|minuti|or[ae]|uur|minuten)$/
/** In which one does something, or for longer than which: "under två år", "über drei Tage". */
const LASTING =
  /^(?:jahre?n?|monate?n?|wochen?|tagen?|dag(?:ar|e|en|er)?|veck(?:or|a)|månad(?:er)?|måned(?:er)?|uge(?:r)?|uke(?:r)?|år|an(?:s|née|nées)|jours?|mois|semaines?|años?|días?|meses|semanas?|anni|giorni|mesi|settimane|anos?|dias?|jaar|dagen|maanden|weken|lat|lata|dni|let|roky|dní)$/
const WHILE: ReadonlySet<string> = new Set('über over över under yli oltre sotto przez přes cez'.split(' '))

const ABOUT_TOPIC =
  /^(?:car(?:e|es|ed|ing)|talk(?:s|ed|ing)?|know(?:s|n)?|knew|think(?:s|ing)?|thought|worr(?:y|ies|ied|ying)|concern(?:s|ed)?|learn(?:s|ed|ing)?|hear(?:s|d)?|complain(?:s|ed|ing)?|ask(?:s|ed|ing)?|speak(?:s|ing)?|spoke|wr(?:ites?|ote|iting)|tells?|told|forget|lied|debated?|questions?|happy|excited|right|wrong|something|nothing|anything)$/
/** These take no number by itself: nobody talks, cares or worries nearly so much. */
const ABOUT_ALONE =
  /^(?:car|talk|worr|concern|learn|complain|speak|spoke|forget|lied|debate|question|happy|excited|right|wrong)/

/** What lasts is measured: "dauerte über zwei Jahre", "seit über drei Tagen". */
const MEASURED =
  /^(?:dauer|gedauert|währ|seit|nach|für|vor|etter|efter|na|dopo|por|durante?|dur[óa]|tog|tar|varat?|trwa|trvá)/

/** What one word of approximation before a number is; it begins at `index`. */
export function roleOf(text: Tokens, index: number, wording: string, { first, next }: Numbered): Role {
  const { tokens, english } = text
  const before = tokens[index - 1]?.text ?? ''
  const noun = english ? (first.unit?.name ?? '') : (tokens[next]?.text ?? '')
  if (english && wording === 'about') {
    // "They care about two things"; but "she told about 300 people", "we talked about 10 minutes".
    if (!ABOUT_TOPIC.test(before)) return 'HEDGE'
    const isSaid = first.unit === null || (ABOUT_ALONE.test(before) && !SPOKEN_FOR.test(noun))
    return isSaid ? 'PREPOSITION' : 'EITHER'
  }
  const governor = governorOf(text, index, next, wording)
  const isLasting = SPOKEN_FOR.test(noun) || (LASTING.test(noun) && governor === null)
  const mayBeWhile = !english && WHILE.has(wording) && !MEASURED.test(before)
  if (isLasting && (governor !== null || mayBeWhile)) return 'EITHER'
  // "Voted over 500 times".
  if (governor === null || noun === 'time') return 'HEDGE'
  return english || governor === 'NOUN' || first.unit?.kind === 'CURRENCY' || isFew(first) ? 'PREPOSITION' : 'EITHER'
}

/** "Es sprachen über 500 Menschen" are those who spoke; two or three may be of what. */
function isFew({ value }: ReadAmount): boolean {
  return value?.lt(FEW) === true
}

const FEW = 20

/** What governs the word: a noun right before it, "Streit über", or a verb; where verbs come last, one behind the number too. */
function governorOf(text: Tokens, index: number, next: number, wording: string): 'NOUN' | 'VERB' | null {
  const { tokens, english, language } = text
  const base = english ? 'en' : baseLanguage(language)
  const [before] = tokens.slice(Math.max(0, index - 1), index)
  if (PREPOSITIONS.test(before?.text ?? '')) return null
  for (const { hedges, by } of GOVERNED.get(base) ?? []) {
    if (!hedges.test(wording)) continue
    if (governs(tokens, index - 1, -1, english ? 1 : REACH, by)) {
      const isNoun = by.test(before?.text ?? '') && (before?.capital === true || NOUN.test(before?.text ?? ''))
      return isNoun ? 'NOUN' : 'VERB'
    }
    // "Über 500 Frauen stimmten ab": what opens the clause is its subject.
    if (before?.kind === 'WORD' && VERB_LAST.test(base) && governs(tokens, next, 1, REACH, by)) return 'VERB'
  }
  return null
}

const VERB_LAST = /^(?:de|nl)$/
/** Nouns, and verbs that take it as nothing else: "verfügt über". */
const NOUN = /^(?:verfüg|förfog|debat|disk?us|discus|strid|strij?d|bråk|spor|dibatt|enig)/

/** Whether such a word stands in the clause within a reach from a token on. */
function governs(tokens: readonly Token[], from: number, step: 1 | -1, reach: number, by: RegExp): boolean {
  for (let count = 0, at = from; count < reach; count += 1, at += step) {
    const token = tokens[at]
    if (token === undefined || CLAUSE_ENDS.test(token.text) || (step === -1 && token.kind === 'DIGITS')) return false
    if (by.test(token.text) && (step === -1 || !token.capital)) return true
  }
  return false
}
