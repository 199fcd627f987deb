import type { startQuestions } from '../documents/start.ts'

type Tension = ReturnType<NonNullable<(typeof startQuestions)['types']>>['tensions']['nodes'][number]
type Candidate = Tension['object']

/**
 * The number that a reader is led to: of those in tension with another, the one that most speakers give; of several, the one that
 * stands in most tensions, then in most wordings, then in a speaker's own words rather than a reporter's. Null if none is in tension.
 */
export function askedAbout(tensions: readonly Tension[]): Candidate | null {
  const all = tensions.flatMap(({ subject, object }) => [subject, object]).filter(({ value }) => value !== null)
  const ranked = [...Map.groupBy(all, ({ slug }) => slug).values()].flatMap(([figure, ...others]) =>
    figure ? [{ figure, ranks: ranksOf(figure, 1 + others.length) }] : [],
  )
  ranked.sort((one, other) => {
    const differs = one.ranks.findIndex((rank, index) => rank !== other.ranks[index])
    return (other.ranks[differs] ?? 0) - (one.ranks[differs] ?? 0)
  })
  return ranked[0]?.figure ?? null
}

function ranksOf({ mentions: { totalCount, nodes } }: Candidate, tensions: number): readonly number[] {
  const speakers = new Set(nodes.flatMap(({ statement: { speaker } }) => (speaker ? [speaker.slug] : [])))
  const own = nodes.filter(({ wording }) => wording === 'SPEAKER')
  return [speakers.size, tensions, totalCount, own.length]
}
