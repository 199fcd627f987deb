import { exactOf } from '../../ingest/placesOf.ts'
import { sha256 } from '../../model/text.ts'
import { isPronoun } from '../agents.ts'
import type { Proposal, ProposalOf } from '../draftFile.ts'

/** One statement in so many gets a wrong twin, by which the reader's own catching is measured. */
const every = 12

/** A proposal that is wrong on purpose. It is not part of a draft, and is never written into annotations. */
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
  // Who is surely somebody else is looked for from a place on that the draw says.
  const pairs = statements.flatMap((each, index) => {
    const draw = Number.parseInt(sha256(`${article} ${each.key}`).slice(0, 8), 16)
    const from = index + 1 + (draw % statements.length)
    const turned = statements.map((_, place) => statements[(from + place) % statements.length])
    const other = turned.find(found => found !== undefined && !mayBeSame(wordsOf(each.source), wordsOf(found.source)))
    return other === undefined ? [] : [{ each, other, draw }]
  })
  const chosen = pairs.toSorted((a, b) => a.draw - b.draw).slice(0, Math.round(statements.length / every))
  return new Map(chosen.map(({ each, other }) => [each.key, plantedAs(each, other)]))
}

function plantedAs(each: ProposalOf<'statement'>, other: ProposalOf<'statement'>): Planted {
  const { speaker: _, candidates: __, ...rest } = each
  const { source, speaker, candidates } = other
  return {
    proposal: {
      ...rest,
      key: `${each.key}-check`,
      source,
      ...(speaker !== undefined && { speaker }),
      ...(candidates !== undefined && { candidates }),
    },
    fault: `“${wordsOf(source)}” is not who says this`,
  }
}

/** Whether two sources may be the same: a pronoun, or a source that shares a name with the other, is not an error to catch. */
function mayBeSame(one: string, other: string): boolean {
  if (isPronoun(one) || isPronoun(other)) return true
  const names = (words: string) => words.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [words]
  return names(one).some(name => names(other).includes(name))
}

function wordsOf(quote: ProposalOf<'statement'>['source']): string {
  return quote === undefined ? '' : exactOf(quote)
}
