/** Which proposal comes next, and whether it shows yet. */

import type { Article } from '../../ingest/article.ts'
import type { Span } from '../../model/span.ts'
import type { Proposal } from '../draftFile.ts'
import type { DeskDecision } from './decisionLog.ts'
import type { Planted } from './planted.ts'

/** In one paragraph of so many the person marks first and sees the proposals afterwards. */
const hiddenEvery = 10

export interface Next {
  readonly proposal: Proposal
  readonly planted: Planted | null
  readonly paragraph: Span
  /** How many are left, this one included. */
  readonly left: number
  /** Whether the person marks what the paragraph says before its proposals show. */
  readonly isMarkedFirst: boolean
}

/** What is still to be decided, in reading order; what was skipped comes back at the end, the longest ago first. */
export function openProposals(proposals: readonly Proposal[], held: readonly DeskDecision[]): Proposal[] {
  const last = new Map(held.map(({ proposal, answer }, index) => [proposal, { answer, index }]))
  const open = proposals.filter(({ key }) => !last.has(key))
  const skipped = proposals
    .filter(({ key }) => last.get(key)?.answer === 'SKIP')
    .toSorted((a, b) => (last.get(a.key)?.index ?? 0) - (last.get(b.key)?.index ?? 0))
  return [...open, ...skipped]
}

/** What comes first in a paragraph: whoever and whatever time is named, the statements about them, and what belongs to these. */
const turns: Readonly<Record<Proposal['kind'], number>> = { agent: 0, membership: 1, time: 2, statement: 3, figure: 4 }

/** Paragraph by paragraph; within one, a name or a statement before what cannot be accepted without it. */
function inTurn(article: Article, proposals: readonly Proposal[]): Proposal[] {
  const paragraphs = new Map(proposals.map(proposal => [proposal, article.paragraphsOf(proposal).start]))
  return proposals.toSorted(
    (a, b) => (paragraphs.get(a) ?? 0) - (paragraphs.get(b) ?? 0) || turns[a.kind] - turns[b.kind],
  )
}

/** The next proposal; null when all is decided. One that is wrong on purpose comes before the right one, whose place it takes. */
export function nextOf(
  article: Article,
  proposals: readonly Proposal[],
  held: readonly DeskDecision[],
  planted: ReadonlyMap<string, Planted>,
): Next | null {
  const open = openProposals(inTurn(article, proposals), held)
  const [proposal] = open
  if (proposal === undefined) return null
  const twin = planted.get(proposal.key) ?? null
  const isPlanted = twin !== null && !held.some(each => each.proposal === twin.proposal.key)
  const paragraph = article.paragraphsOf(proposal)
  const number = article.text.slice(0, paragraph.start).split('\n').length
  return {
    proposal: isPlanted ? twin.proposal : proposal,
    planted: isPlanted ? twin : null,
    paragraph,
    left: open.length,
    isMarkedFirst: number % hiddenEvery === 0,
  }
}
