import { exactOf } from '../../ingest/placesOf.ts'
import { sha256 } from '../../model/text.ts'
import { isPronoun } from '../agents.ts'
import type { Proposal, ProposalOf } from '../draftFile.ts'

/** One statement in so many gets a wrong twin, by which the reader's own catching is measured. */
const every = 12

/** A proposal that is wrong on purpose. It is no part of a draft, and is never written into annotations. */
export interface Planted {
  readonly proposal: ProposalOf<'statement'>
  /** What is wrong with it. */
  readonly fault: string
}

/**
 * Wrong proposals for a draft, the same for the same article: a statement under the source of another one. They take the
 * place of the right one, which is shown after them.
 */
export function plantedIn(proposals: readonly Proposal[], article: string): ReadonlyMap<string, Planted> {
  const statements = proposals.filter(
    (each): each is ProposalOf<'statement'> =>
      each.kind === 'statement' && each.source !== undefined && each.voice === undefined,
  )
  const planted = new Map<string, Planted>()
  for (const [index, each] of statements.entries()) {
    const draw = Number.parseInt(sha256(`${article} ${each.key}`).slice(0, 8), 16)
    const other = statements[(index + 1 + (draw % statements.length)) % statements.length]
    if (draw % every !== 0 || other?.source === undefined || mayBeSame(wordsOf(each.source), wordsOf(other.source)))
      continue
    const { speaker: _, candidates: __, ...rest } = each
    const { source, speaker, candidates } = other
    planted.set(each.key, {
      proposal: {
        ...rest,
        key: `${each.key}-check`,
        source,
        ...(speaker !== undefined && { speaker }),
        ...(candidates !== undefined && { candidates }),
      },
      fault: `“${wordsOf(other.source)}” is not who says this`,
    })
  }
  return planted
}

/** Whether two sources may be the same: a pronoun, or a source that shares a name with the other, is no error to catch. */
function mayBeSame(one: string, other: string): boolean {
  if (isPronoun(one) || isPronoun(other)) return true
  const names = (words: string) => words.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [words]
  return names(one).some(name => names(other).includes(name))
}

function wordsOf(quote: ProposalOf<'statement'>['source']): string {
  return quote === undefined ? '' : exactOf(quote)
}
