/** The desk as lines of text. */

import type { DeskField, DeskState, OnDesk } from '../../draft/desk/deskState.ts'
import { replaceControls } from '../../model/text.ts'

export const keyHelp = `  a accept   r refuse   ? unsure   s skip for now   u undo   q quit, and resume here next time
  n add what the draft missed   c code a statement: frame, term, stance, relation
  g go back: reopen what was accepted, refused or left unsure
  1–5 the speech act: assertive, directive, commissive, expressive, question
  p show the proposal   h read each passage before its proposal   i import into the graph
  Each field has its own key. e edits the words: { } moves their start and [ ] their end by one word.`

/** The passage, with what is to be decided between ⟦ and ⟧. */
export function passageOf({ text, paragraph, now }: DeskState): string {
  if (paragraph === null) return ''
  const spans = (now?.spans ?? []).filter(({ start, end }) => start >= paragraph.start && end <= paragraph.end)
  let at = paragraph.start
  let shown = ''
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    shown += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`
    at = end
  }
  return replaceControls(shown + text.slice(at, paragraph.end))
}

export function proposalOf({ left }: DeskState, now: OnDesk): string {
  const { kind, confidence, right, why, fields, missing, overlaps, origin } = now
  const share = right === null ? '' : `: ${Math.round(100 * right)} in 100 like it are right`
  const how = {
    ADDED: 'added by you',
    REOPENED: 'reopened: a saves the change, r removes it, u leaves it as it was',
    PROPOSED: `${(confidence ?? '').toLowerCase()}${share} (${why}), ${left} left`,
  }[origin]
  return replaceControls(
    [
      `${kind}, ${how}`,
      ...(confidence === 'LOW' ? ['  ! low confidence: check it against the text'] : []),
      ...(overlaps === null ? [] : [`  ! these words are already marked, ${overlaps}`]),
      ...fields.filter(({ value, form }) => value !== '' || form !== 'WORDS').map(fieldLine),
      missing === null ? 'a accepts it' : `still open: ${missing}`,
      'r refuse, ? unsure, s later, n add, g go back, u undo, q leave; dixit review --help says more',
    ].join('\n'),
  )
}

function fieldLine({ key, label, value, choices }: DeskField): string {
  const meaning = choices.find(choice => choice.value === value)?.meaning
  return `  ${key}  ${label}: ${value}${meaning ? `, ${meaning}` : ''}`
}

/** Choices, numbered from 1, each with its meaning. */
export function choicesOf({ choices }: Pick<DeskField, 'choices'>): string {
  return replaceControls(
    choices
      .map(({ label, value, meaning }, index) => {
        const name = label === value ? value : `${value}: ${label}`
        return `  ${index + 1} ${name}${meaning === null ? '' : ` — ${meaning}`}`
      })
      .join('\n'),
  )
}

/** What came of the review, and what nothing covers yet. */
export function summaryOf({ tally, gaps, problems, otherCoders }: DeskState): string {
  const {
    accepted,
    changed,
    added,
    revised,
    refused,
    unsure,
    skipped,
    planted,
    caught,
    markedFirst,
    alsoDrafted,
    hasty,
  } = tally
  return [
    `accepted ${accepted}, changed ${changed}, added ${added}, refused ${refused}, unsure ${unsure}, skipped ${skipped}`,
    ...(revised > 0 ? [`reopened and changed or removed: ${revised}`] : []),
    ...(planted > 0 ? [`you caught ${caught} of ${planted} proposals that were wrong on purpose`] : []),
    ...(markedFirst > 0 ? [`the draft also had ${alsoDrafted} of the ${markedFirst} that you marked first`] : []),
    ...otherCoders.map(name => `${name} has also coded it: run dixit settle`),
    ...(hasty > 0 ? [`${hasty} decisions took less than a second`] : []),
    ...gaps.map(({ kind, words }) => `not covered: ${kind.toLowerCase()} ${replaceControls(words)}`),
    ...(problems ?? []).map(problem => `still to fix: ${replaceControls(problem)}`),
  ].join('\n')
}
