import type { FrameUseRecord, TermUseRecord } from '../../model/records/statement.ts'
import { kebab } from '../../model/slug.ts'
import type { FilePosition } from '../problems.ts'
import { AnnotationSlugs, annotationsOf, findWords, type Part, partSlug } from './annotations.ts'
import type { DossierContext, Found } from './context.ts'
import { checkFrameGround } from './frameGrounds.ts'
import { provenanceIn } from './grounds.ts'
import type { ResolvedStatement } from './statements.ts'

/** The frames in statements' words. */
export function resolveFrameUses(
  statements: ReadonlyMap<string, ResolvedStatement>,
  terms: readonly Part<TermUseRecord>[],
  context: DossierContext,
): Part<FrameUseRecord>[] {
  const { problems, slips } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('frames', statement => statement.frames, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const { function: frameFunction, dimension, valence, effect } = value
    if (frameFunction === undefined && dimension === undefined) {
      problems.add(entry.at(), 'a frame needs a function, a dimension or both')
    }
    if ((value.affected === undefined) !== (effect === undefined)) {
      problems.add(entry.at(), 'give those affected and the effect on them together')
    }
    if (valence !== undefined && value.target === undefined) {
      slips.add(entry.at('valence'), 'blame and credit need a target: who is blamed or credited?')
    }
    const target = resolveParty(value.target, entry.at('target'), context)
    const affected = resolveParty(value.affected, entry.at('affected'), context)
    const found = statement && findWords(value.words, entry.in('words'), statement, context)
    if (!found) return []
    const slug = value.slug ?? frameSlug(value, found, statement)
    context.notes.add('frame', slug, value.note)
    const record = {
      slug: slugs.take(slug, entry, 'frame', found.span.exact),
      function: frameFunction,
      dimension,
      span: found.span,
      target,
      valence,
      affected,
      effect,
      ...provenanceIn(value, entry, context),
    }
    const frame = { statement: statement.key, record }
    checkFrameGround(frame, terms, entry, context)
    return [frame]
  })
}

/** The slug of a frame that says none. */
export function frameSlug(
  { function: frameFunction, dimension, target }: Pick<FrameUseRecord, 'function' | 'dimension' | 'target'>,
  found: Pick<Found, 'span'>,
  statement: Parameters<typeof partSlug>[0],
): string {
  const names = [frameFunction, dimension].flatMap(name => (name === undefined ? [] : kebab(name)))
  return partSlug(statement, 'frame', found, ...names, ...(target === undefined ? [] : [target]))
}

/** The agent or referent at which a frame is directed, or that it says to be affected: a key may name either, but not both. */
function resolveParty(
  key: string | undefined,
  place: FilePosition,
  { keys, problems }: DossierContext,
): string | undefined {
  if (key === undefined) return undefined
  const isAgent = keys.agents.has(key)
  const isReferent = keys.referents.has(key)
  if (isAgent && isReferent) {
    problems.add(place, 'an agent and a referent have this key: rename one of them', { words: key })
  }
  if (isAgent) return keys.agents.check(key, place) ?? undefined
  if (isReferent) return keys.referents.check(key, place) ?? undefined
  const suggestion = keys.agents.nearest(key) ?? keys.referents.nearest(key)
  problems.add(place, 'there is no agent or referent with this key', { words: key, suggestion })
  return undefined
}
