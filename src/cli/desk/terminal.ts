/** The review desk in the terminal: it shows what the desk says, and sends what keys say. */

import { simpleActions } from '../../draft/desk/actions.ts'
import type { Desk } from '../../draft/desk/desk.ts'
import { answerNames, type DeskField, type DeskState } from '../../draft/desk/deskState.ts'
import { isChosen } from '../../draft/desk/fields.ts'
import { importQuestion } from '../../draft/desk/importQuestion.ts'
import { codeKinds, textKinds } from '../../draft/desk/item.ts'
import { stateOf } from '../../draft/desk/stateOf.ts'
import type { KeyInput } from '../keyInput.ts'
import { inTerminal } from './inTerminal.ts'
import { choicesOf, keyHelp, passageOf, proposalOf, summaryOf } from './text.ts'

/** Reviews until the person leaves. */
export async function reviewInTerminal(desk: Desk, importNow: () => string): Promise<void> {
  await inTerminal({
    state: () => stateOf(desk),
    shown: state => `\n${passageOf(state)}\n\n${shown(state)}`,
    press: (key, state, input) => pressed(key, state, desk, input),
    importNow,
    asks: ({ left }) => importQuestion(left, 'proposal'),
  })
  console.log(summaryOf(stateOf(desk)))
}

function shown(state: DeskState): string {
  const { hidden, now } = state
  if (hidden === 'MARK_FIRST')
    return 'First mark what is said here: n adds a statement; p, or any other key, shows the proposals.'
  if (hidden === 'READ_FIRST') return 'Read the passage; p shows the proposal.'
  if (now !== null) return proposalOf(state, now)
  return `Everything is decided. n adds, c codes a statement, i imports, q quits.\n${summaryOf(state)}`
}

async function pressed(key: string, state: DeskState, desk: Desk, input: KeyInput): Promise<string | null> {
  const simple = simpleActions[key]
  if (simple !== undefined) return desk.perform(simple)
  if (key === 'h') return desk.perform({ do: 'READ_FIRST', on: !state.isReadFirst })
  if (key === 'n') return add(desk, input)
  if (key === 'c') return code(desk, state, input)
  if (key === 'g') return reopen(desk, state, input)
  if (state.hidden !== null) return desk.perform({ do: 'SHOW' })
  if (key === 'r') return refuse(desk, state, input)
  const asked = state.now?.fields.filter(field => field.key === key) ?? []
  if (asked.length === 0) return keyHelp
  for (const field of asked) await setField(desk, field, input)
  return null
}

async function refuse(desk: Desk, { now }: DeskState, input: KeyInput): Promise<string | null> {
  if (now?.origin === 'ADDED') return desk.perform({ do: 'CANCEL' })
  const reason = await input.line('why (optional):')
  return reason === null ? null : desk.perform({ do: 'REFUSE', reason })
}

async function setField(desk: Desk, field: DeskField, input: KeyInput): Promise<void> {
  const { name, label, form, choices, value } = field
  if (isChosen(field)) console.log(choicesOf(field))
  const hows = {
    VOCABULARY: 'a number or a key; - for none',
    LISTED: 'a number or a key; - for none',
    SEVERAL: 'a number or a key; repeat it to remove it; - for none',
    WORDS: `[${value}], - for none`,
    TEXT: `[${value}], - for none`,
  }
  const answer = await input.line(`${label} (${hows[form]}):`)
  if (!answer) return
  const isNumber = isChosen(field) && /^\d+$/.test(answer)
  const chosen = isNumber ? (choices[Number(answer) - 1]?.value ?? answer) : answer
  desk.perform({ do: 'SET', field: name, value: answer === '-' ? '' : chosen })
}

async function add(desk: Desk, input: KeyInput): Promise<string | null> {
  const kind = await oneOf(textKinds, 'what to add', input)
  if (kind === null) return null
  desk.perform({ do: 'ADD', kind, at: null })
  return words(desk, kind === 'statement' ? 'content' : 'words', input)
}

async function code(desk: Desk, { statements }: DeskState, input: KeyInput): Promise<string | null> {
  if (statements.length === 0) return 'There is no statement to code yet.'
  console.log(
    choicesOf({
      choices: statements.map(({ who, words, codes }) => ({
        value: who,
        label: `${words.slice(0, 80)}${codes > 0 ? ` (${codes} codes)` : ''}`,
        meaning: null,
      })),
    }),
  )
  const number = await input.line('which statement:')
  const statement = statements[Number(number) - 1]
  if (statement === undefined) return null
  const kind = await oneOf(codeKinds, 'which code', input)
  if (kind === null) return null
  desk.perform({ do: 'CODE', kind, statement: statement.key })
  return kind === 'frame' || kind === 'term' ? words(desk, 'words', input) : null
}

async function reopen(desk: Desk, { reopenable }: DeskState, input: KeyInput): Promise<string | null> {
  if (reopenable.length === 0) return 'There is nothing to reopen yet.'
  console.log(
    choicesOf({
      choices: reopenable.map(({ kind, words, answer }) => ({
        value: kind,
        label: `${answerNames[answer]}: ${words.slice(0, 80)}`,
        meaning: null,
      })),
    }),
  )
  const found = reopenable[Number(await input.line('which to reopen:')) - 1]
  return found === undefined ? null : desk.perform({ do: 'REOPEN', what: found.what })
}

async function words(desk: Desk, field: string, input: KeyInput): Promise<string | null> {
  const typed = await input.line('its words, exactly as in the article:')
  if (!typed) return desk.perform({ do: 'CANCEL' })
  return desk.perform({ do: 'SET', field, value: typed })
}

async function oneOf<T extends string>(offered: readonly T[], question: string, input: KeyInput): Promise<T | null> {
  console.log(choicesOf({ choices: offered.map(value => ({ value, label: value, meaning: null })) }))
  const answer = await input.line(`${question}:`)
  return offered.find((each, index) => each === answer || String(index + 1) === answer) ?? null
}
