/** Numbers that are dialled and count nothing: "1-800-273-8255", "(202) 224-3121", "+44 20 7946 0958", "call 0800 1111". */

import type { Tokens } from './number.ts'
import { clauseBefore, type Token, touches } from './tokens.ts'

/** What is done with the number, or what it is the number of. */
const DIALLED =
  /^(?:call|calls|called|calling|dial|dials|dialed|dialled|dialing|dialling|phone|phoned|phoning|telephone|text|texted|texting|ring|hotline|helpline|tel|fax|whatsapp)$/
const LONGEST = 6

/** The digit groups of a telephone number from the index on, as written; null where they have no form of one. */
export function endOfPhone(text: Tokens, index: number): number | null {
  const { tokens } = text
  const before = tokens[index - 1]
  const isAlone = groupAfter(tokens, index + 1) === null
  if (isAlone && before?.text !== '(' && !isDialled(tokens, index)) return null
  const groups = [tokens[index]?.text ?? '']
  let [next, written] = [index + 1, groups[0] ?? '']
  while (groups.length < LONGEST) {
    const at = groupAfter(tokens, next)
    if (at === null) break
    const group = tokens[at]?.text ?? ''
    written += `${at === next ? ' ' : '-'}${group}`
    groups.push(group)
    next = at + 1
  }
  if (before?.text === '+' && touches(tokens[index]) && groups.length > 2) return next
  // "1-800-273-8255", "202-224-3121".
  if (/^(?:1-)?\d{3}-\d{3}-\d{4}$/.test(written)) return next
  const isOpened = before?.text === '(' && groups.length === 1 && /^\d{3}$/.test(written) && tokens[next]?.text === ')'
  const rest = isOpened ? tokens[next + 1] : undefined
  if (rest?.kind === 'DIGITS' && rest.text.length === 3) return endOfPhone(text, next + 1) ?? next + 4
  const digits = groups.join('')
  if (!isDialled(tokens, index)) return null
  const isLong = digits.length >= 5 && digits.length <= 15
  return isLong || /^(?:999|911|112|988|311|211)$/.test(digits) ? next : null
}

/** The next group of digits, after a hyphen, a point or a space. */
function groupAfter(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token?.kind === 'DIGITS') return token.gap === ' ' ? index : null
  const isJoint = token !== undefined && /^[-‐‑–.]$/.test(token.text) && touches(token)
  return isJoint && tokens[index + 1]?.kind === 'DIGITS' && touches(tokens[index + 1]) ? index + 1 : null
}

/** "Call the helpline on 0800 1111", "call or text 988", but not "call for 100,000 troops". */
function isDialled(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? ''
  if (DIALLED.test(before)) return true
  if (!/^(?:on|at|or|number|:)$/.test(before)) return false
  return clauseBefore(tokens, index - 1)
    .slice(0, 4)
    .some(({ text }) => DIALLED.test(text))
}
