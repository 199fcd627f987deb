import Big from 'big.js'
import { isMonth } from './english/timeWords.ts'
import type { NumberMarks } from './language.ts'
import { type Token, touches } from './tokens.ts'

/** Digits with what is written among them. */
export interface DigitRun {
  /** Null where the marks among the digits are none that the language reads: "43,57", "21.7.2024". */
  readonly value: Big | null
  /** The index of the first token after it. */
  readonly next: number
  /** Whether there is no mark among them: "2016", and not "2,016". */
  readonly isPlain: boolean
  readonly decimals: number
}

/** Longer than any number that a double holds to the last digit. */
const LONGEST = 60

const JOINING: ReadonlySet<string> = new Set(['.', ',', "'", '’', '٫', '٬', '،', '·', '，', '．'])
/** Spaces that part no words. */
const JOINING_SPACE: ReadonlySet<string> = new Set(['\u00a0', '\u2007', '\u2009', '\u202f'])

/**
 * The digits from the token at `index` on. A comma or a point between digits always joins them, so that an odd run such
 * as "1,23,456" is seen whole; a space joins only groups of three, since "July 21 2024" is set with no-break spaces.
 */
export function readDigits(tokens: readonly Token[], index: number, marks: NumberMarks): DigitRun {
  const first = tokens[index]
  const groups = [first?.text ?? '']
  const joints: string[] = []
  let next = index + 1
  for (;;) {
    const token = tokens[next]
    const after = tokens[next + 1]
    if (
      token?.kind === 'SIGN' &&
      touches(token) &&
      JOINING.has(token.text) &&
      after?.kind === 'DIGITS' &&
      touches(after)
    ) {
      joints.push(token.text.normalize('NFKC'))
      groups.push(after.text)
      next += 2
    } else if (token?.kind === 'DIGITS' && isGroupSpace(token.gap, marks) && mayGroup(groups, token.text, after)) {
      joints.push(token.gap)
      groups.push(token.text)
      next += 1
    } else if (token?.kind === 'DIGITS' && token.gap === ' ' && isSpaced(tokens, index, next, after)) {
      // "12 000": nothing but thousands; "12 300" in a language that parts them otherwise may be two numbers.
      const isRead = token.text === '000' && first?.text.startsWith('0') === false
      const end = endOfSpaced(tokens, next + 1)
      const value = isRead && end === next + 1 ? new Big(`${first.text}000`) : null
      return { value, next: end, isPlain: false, decimals: 0 }
    } else break
  }
  const isLeading = isLeadingPoint(tokens, index, marks)
  const { value, decimals } = valueOfGroups(
    isLeading ? ['0', ...groups] : groups,
    isLeading ? ['.', ...joints] : joints,
    marks,
  )
  return { value, next, isPlain: joints.length === 0 && !isLeading, decimals }
}

function isGroupSpace(gap: string, marks: NumberMarks): boolean {
  return JOINING_SPACE.has(gap) || (gap === ' ' && marks.group.has(' '))
}

/** Whether a plain space parts thousands to the eye, and no day from what is counted: "July 12 300 people". */
function isSpaced(tokens: readonly Token[], index: number, next: number, after: Token | undefined): boolean {
  const [first, group, before] = [tokens[index]?.text ?? '', tokens[next]?.text ?? '', tokens[index - 1]]
  if (next !== index + 1 || first.length > 3 || group.length !== 3) return false
  if (after !== undefined && touches(after) && !/^[.,;:)!?"”’]$/.test(after.text)) return false
  return group === '000' || !isMonth(before?.text ?? '')
}

/** "12 345 678": the groups go on. */
function endOfSpaced(tokens: readonly Token[], from: number): number {
  let next = from
  while (tokens[next]?.gap === ' ' && tokens[next]?.kind === 'DIGITS' && tokens[next]?.text.length === 3) next += 1
  return next
}

function mayGroup(groups: readonly string[], digits: string, after: Token | undefined): boolean {
  const last = groups.at(-1) ?? ''
  const isWhole = groups.length === 1 ? last.length <= 3 : last.length === 3
  // A digit more than three after the space belongs to another number.
  return digits.length === 3 && isWhole && !(after?.kind === 'DIGITS' && touches(after))
}

/** Whether a point stands against the digits that begins them: ".5". */
export function isLeadingPoint(tokens: readonly Token[], index: number, marks: NumberMarks): boolean {
  const point = tokens[index - 1]
  if (point?.text !== '.' || !touches(tokens[index]) || !marks.decimal.has('.')) return false
  const before = tokens[index - 2]
  if (before === undefined || !touches(point)) return true
  return before.kind === 'SIGN' && /[\p{Sc}\-−(["“‘'~<>≤≥≈]/u.test(before.text)
}

function valueOfGroups(
  groups: readonly string[],
  joints: readonly string[],
  marks: NumberMarks,
): { value: Big | null; decimals: number } {
  const none = { value: null, decimals: 0 }
  if (groups.join('').length > LONGEST) return none
  const last = joints.at(-1)
  if (last === undefined) return plain(groups[0] ?? '')
  const isLesser = isSame(marks.lesserDecimal, last) && groups.at(-1)?.length !== 3
  const isDecimal = (isSame(marks.decimal, last) || isLesser) && joints.filter(joint => joint === last).length === 1
  const wholeGroups = isDecimal ? groups.slice(0, -1) : groups
  const wholeJoints = isDecimal ? joints.slice(0, -1) : joints
  if (marks.doubtful.has(last) && joints.length === 1 && groups[1]?.length === 3) return none
  if (marks.isUnknown && joints.length === 1 && groups[1]?.length === 3 && (last === '.' || last === ',')) return none
  if (!isGrouped(wholeGroups, wholeJoints, marks)) return none
  const fraction = isDecimal ? (groups.at(-1) ?? '') : ''
  const whole = wholeGroups.join('')
  if (whole.length > 1 && whole.startsWith('0')) return none
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return { value: new Big(digits), decimals: fraction.length }
}

function plain(digits: string): { value: Big | null; decimals: number } {
  return { value: digits.length > 1 && digits.startsWith('0') ? null : new Big(digits), decimals: 0 }
}

function isSame(marks: ReadonlySet<string>, mark: string): boolean {
  return marks.has(mark)
}

/** Whether one mark parts the digits into threes throughout, or as in India into twos before the last three. */
function isGrouped(groups: readonly string[], joints: readonly string[], marks: NumberMarks): boolean {
  const [mark] = joints
  if (mark === undefined) return true
  const [first = '', ...rest] = groups
  const last = rest.at(-1) ?? ''
  if (!joints.every(joint => joint === mark) || !isGroupMark(mark, marks)) return false
  if (first === '' || first.startsWith('0') || first.length > 3 || last.length !== 3) return false
  const inner = rest.slice(0, -1)
  if (inner.every(group => group.length === 3)) return true
  return marks.isIndian && first.length <= 2 && inner.every(group => group.length === 2)
}

function isGroupMark(mark: string, marks: NumberMarks): boolean {
  return marks.group.has(mark)
}
