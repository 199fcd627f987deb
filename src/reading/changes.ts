import { baseLanguage } from './language.ts'
import type { Tokens } from './number.ts'
import { clauseBefore, type Token } from './tokens.ts'

const CHANGES =
  /^(?:ris|rose|increas|grow|grew|climb|jump|surg|soar|up|rais|rebound|expand|fall|fell|drop|declin|decreas|down|shr[iau]nk|cut|reduc|lower|slip|plung|plummet|slid|dip|tumbl|chang|mov|went|going|go|shift|swung|swing|doubl|tripl|improv|widen|narrow|shrunk|edg|tick)/

/** Whether what comes is a change from one number to another, and no range: "rose from 5% to 6%". */
export function isChange(tokens: readonly Token[], index: number): boolean {
  return clauseBefore(tokens, index).some(isChangeWord)
}

/** Whether a verb of change stands right before: "rose 20 percent to 5 million". */
export function isChangedBy(tokens: readonly Token[], index: number): boolean {
  const by = tokens[index - 1]
  const verb = by?.text === 'by' || by?.text === 'another' ? tokens[index - 2] : by
  return verb !== undefined && isChangeWord(verb)
}

function isChangeWord({ kind, text }: Token): boolean {
  return kind === 'WORD' && CHANGES.test(text)
}

/** Verbs and nouns of change, and the words for "from", in languages whose "to" may join a range as well. */
const FOREIGN: ReadonlyMap<string, { readonly change: RegExp; readonly from: RegExp }> = new Map([
  [
    'fr',
    {
      change:
        /^(?:pass(?:e|é|ée|és|ées|er|ait|a|ant|ent|era)$|mont(?:e|é|ée|er|ait|a|ant|ent)$|grimp|augment|progress|bondi|relev|hauss|baiss|chut|tomb|recul|diminu|rédui|réduct|ramen|abaiss|descend)/,
      from: /^(?:de|du|d)$/,
    },
  ],
  [
    'es',
    {
      change:
        /^(?:pas(?:ó|ar|a|an|aron|ado|ando|aba|ará)$|sub(?:ió|ieron|ir|e|en|ido|iendo|ía|ida)$|aument|crec|baj(?:ó|ar|a|an|aron|ado|aba)$|ca(?:er|yó|yeron|e|ído|ída)$|reduc|reduj|disminu|descend|increment)/,
      from: /^(?:de|del)$/,
    },
  ],
  [
    'pt',
    {
      change:
        /^(?:pass(?:ou|ar|a|am|aram|ado)$|sub(?:iu|iram|ir|e|em|ida)$|aument|cresc|ca(?:iu|íram|ir|i)$|reduz|diminu|baix|desc(?:eu|e|er)$)/,
      from: /^(?:de|do|da|dos|das)$/,
    },
  ],
  [
    'it',
    {
      change:
        /^(?:pass(?:a|ano|ato|ata|ati|ate|ò|are|ando)$|sal(?:e|ito|ita|iti|ite|ì|ire)$|aument|cresc|cresciut|scend|sces|cal(?:a|ato|ata|ò|are|o)$|ridu|ridott|dimin)/,
      from: /^(?:da|dal|dall|dai|dalle)$/,
    },
  ],
  [
    'nl',
    { change: /^(?:stijg|steeg|stegen|gestegen|daal|daling|gedaald|zakt|groei|ging|viel|gevallen)/, from: /^van$/ },
  ],
  [
    'de',
    {
      change:
        /^(?:stieg|steig|gestiegen|sank|sink|gesunken|fiel|fielen|gefallen|wuchs|gewachsen|erhöh|verringer|kletter)/,
      from: /^(?:von|vom)$/,
    },
  ],
])

/** Whether a number is what something changed from, and no end of a range: "est passé de 4 % à 5 %", "subió de 4 a 5". */
export function isForeignChange({ tokens, language }: Tokens, start: number): boolean {
  const words = FOREIGN.get(baseLanguage(language))
  const from = tokens[start - 1]
  if (words === undefined || from === undefined || !words.from.test(from.text)) return false
  return clauseBefore(tokens, start - 1).some(({ kind, text }) => kind === 'WORD' && words.change.test(text))
}
