/** Differences of two coders in the terminal: shown one at a time, settled by a key. */

import { importQuestion } from '../../draft/desk/importQuestion.ts'
import type { Settling } from '../../draft/desk/settling.ts'
import { settlingActions } from '../../draft/desk/settlingActions.ts'
import type { DifferenceShown, ReadingShown, SettlingState } from '../../draft/desk/settlingState.ts'
import { settlingStateOf } from '../../draft/desk/settlingStateOf.ts'
import { replaceControls } from '../../model/text.ts'
import { inTerminal } from './inTerminal.ts'

export const settlingHelp = `  1 the first reading   2 the second   0 neither   s skip for now   u undo
  i import into the graph   q quit, and resume here next time`

/** Settles until the person leaves. */
export function settleInTerminal(settling: Settling, importNow: () => string): Promise<void> {
  return inTerminal({
    state: () => settlingStateOf(settling),
    shown: state => replaceControls(shown(state)),
    press: key => {
      const action = settlingActions[key]
      return action === undefined ? settlingHelp : settling.perform(action)
    },
    importNow,
    asks: ({ left }) => importQuestion(left, 'difference'),
  })
}

function shown({ now, paragraph, text, names, left, problems }: SettlingState): string {
  if (now === null || paragraph === null) {
    return [
      '\nAll differences are settled. u undo, i import, q quit',
      ...(problems ?? []).map(each => `still to fix: ${each}`),
    ].join('\n')
  }
  return [
    `\n${text.slice(paragraph.start, paragraph.end)}\n`,
    `${now.kind}${now.statement === null ? '' : `, for “${now.statement}”`}`,
    ...reading(`1 ${names[0]}`, now.first, now),
    ...reading(`2 ${names[1]}`, now.second, now),
    ...(now.missing === null ? [] : [`2 is off: ${now.missing}`]),
    `${left} left. 1, 2, 0 neither, s skip for now, u undo, q quit`,
  ].join('\n')
}

function reading(name: string, read: ReadingShown | null, { kind }: DifferenceShown): string[] {
  if (read === null) return [`${name}: no ${kind}`]
  return [
    `${name}:`,
    ...read.fields.map(({ name: field, value, isOther }) => `  ${isOther ? '≠' : ' '} ${field}: ${value}`),
  ]
}
