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
