import { appendFileSync } from 'node:fs'
import { diskFault } from '../../model/diskFault.ts'
import type { Candidate, CandidateEvidence } from './candidates.ts'
import { DecisionFile, type IdentityVerdict } from './decisionFile.ts'

/** What a review needs of the outside. */
export interface ReviewDesk {
  readonly by: string
  /** The file of decisions, and the log of who decided what and when, undone decisions too: JSON lines. */
  readonly file: string
  readonly log: string
  now(): Date
  evidenceOf(candidate: Candidate): CandidateEvidence
  show(text: string): void
  /** The next key that was pressed; null when there are no more. */
  nextKey(): Promise<string | null>
}

const KEYS = '[s] the same  [d] different  [space] skip for now  [u] undo  [q] stop'

/** Goes through candidates, one key a decision; each is written down at once. Returns how many stand. */
export async function reviewCandidates(candidates: readonly Candidate[], desk: ReviewDesk): Promise<number> {
  const file = new DecisionFile(desk.file)
  const done: { index: number; verdict: IdentityVerdict | null }[] = []
  let index = 0
  while (index < candidates.length) {
    const candidate = candidates[index]
    if (!candidate) break
    desk.show(cardOf(candidate, desk.evidenceOf(candidate), `${index + 1} of ${candidates.length}`))
    const key = await desk.nextKey()
    if (key === null || key === 'q' || key === '\u0003') break
    if (key === 'u') {
      const last = done.pop()
      if (last === undefined) {
        desk.show('There is nothing to undo.')
        continue
      }
      if (last.verdict) {
        file.takeBack(last.verdict)
        note(desk, last.verdict, 'undone')
      }
      index = last.index
    } else if (key === 's' || key === 'd' || key === ' ') {
      const isSame = key === 's'
      const verdict =
        key === ' ' ? null : { candidate, isSame, by: desk.by, reason: `Reviewed side by side: ${candidate.why}.` }
      if (verdict) {
        file.add(verdict)
        note(desk, verdict, isSame ? 'same' : 'different')
      }
      done.push({ index, verdict })
      index += 1
    } else desk.show(KEYS)
  }
  return done.filter(({ verdict }) => verdict !== null).length
}

function note({ log, by, now }: ReviewDesk, { candidate }: IdentityVerdict, decided: string): void {
  const { agent, other, dataset, words, why, statements } = candidate
  const entry = {
    at: now().toISOString(),
    by,
    decided,
    agent: agent.slug,
    other: other?.slug ?? null,
    dataset,
    words,
    why,
    statements,
  }
  try {
    appendFileSync(log, `${JSON.stringify(entry)}\n`)
  } catch (error) {
    throw diskFault(log, error) ?? error
  }
}

/** Both sides of a candidate, with what tells them apart or shows that they are one. */
function cardOf(candidate: Candidate, evidence: CandidateEvidence, place: string): string {
  const { agent, other, dataset, words, statements, why } = candidate
  const side = (name: string, { facts, quotations }: CandidateEvidence['agent']) => [
    name,
    ...facts.map(fact => `    ${fact}`),
    ...quotations.map(quotation => `    > ${quotation}`),
  ]
  return [
    '',
    `${place}: ${why}; settles ${statements === 1 ? '1 statement' : `${statements} statements`}`,
    ...side(`  ${agent.name} (${agent.slug})`, evidence.agent),
    ...(other && evidence.other
      ? side(`  ${other.name} (${other.slug})`, evidence.other)
      : [`  the words “${words}” in ${dataset}`]),
    KEYS,
  ].join('\n')
}
