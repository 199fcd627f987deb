/** The desk as lines of text. */

import type { DeskField, DeskState, OnDesk } from '../../draft/desk/deskState.ts'
import { replaceControls } from '../../model/text.ts'

export const keyHelp = `  a accept   r refuse   ? unsure   s skip (comes back)   u undo   q leave, and go on there next time
  n add what was missed   c code a statement: frame, term, stance, relation
  g go back: open again what stands, or what was refused or left unsure
  1–5 the speech act: assertive, directive, commissive, expressive, question
  p show the proposal   h passages first, proposals after   i import into the graph
  Of what stands there, a key leads to each field; e to its words, whose beginning { } and end [ ] move by a word.`

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
  const share = right === null ? '' : `: ${Math.round(100 * right)} of 100 such are right`
  const how = {
    ADDED: 'added by you',
    REOPENED: 'opened again: a changes it, r takes it away, u leaves it as it stands',
    PROPOSED: `${(confidence ?? '').toLowerCase()}${share} (${why}), ${left} left`,
  }[origin]
  return replaceControls(
    [
      `${kind}, ${how}`,
      ...(confidence === 'LOW' ? ['  ! low confidence: read it against the text'] : []),
      ...(overlaps === null ? [] : [`  ! these words are marked already, ${overlaps}`]),
      ...fields.filter(({ value, form }) => value !== '' || form !== 'WORDS').map(fieldLine),
      missing === null ? 'a accepts it' : `still open: ${missing}`,
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
    ...(revised > 0 ? [`opened again and changed or taken away: ${revised}`] : []),
    ...(planted > 0 ? [`of ${planted} proposals that were wrong on purpose, ${caught} were caught`] : []),
    ...(markedFirst > 0 ? [`of ${markedFirst} that you marked first, the draft had ${alsoDrafted}`] : []),
    ...otherCoders.map(name => `${name} has coded it too: dixit settle`),
    ...(hasty > 0 ? [`${hasty} decisions took less than a second`] : []),
    ...gaps.map(({ kind, words }) => `not covered: ${kind.toLowerCase()} ${replaceControls(words)}`),
    ...(problems ?? []).map(problem => `still to mend: ${replaceControls(problem)}`),
  ].join('\n')
}
