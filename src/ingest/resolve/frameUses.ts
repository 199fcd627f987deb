import type { DocumentRecords } from '../../store/write/records.ts'
import type { Entry } from '../yaml.ts'
import { AnnotationSlugs, annotationsOf, wordsOf } from './annotations.ts'
import { type Context, kebab } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** The frames in statements' words. */
export function resolveFrameUses(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: Context,
): DocumentRecords['frameUses'] {
  const { anchor, passages, problems } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('frames', statement => statement.frames, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const { function: frameFunction, dimension } = value
    if (frameFunction === undefined && dimension === undefined) {
      problems.add(entry.at(), 'a frame has a function, a dimension or both')
    }
    const target = resolveTarget(value.target, entry, context)
    const span = statement && anchor.within(wordsOf(statement), value.words, entry.in('words'))
    if (!span) return []
    const passage = passages.of(span)
    const names = [frameFunction, dimension].flatMap(name => (name === undefined ? [] : kebab(name)))
    const suffix = [...names, ...(value.target === undefined ? [] : [value.target])].join('/')
    const slug = `${statement.record.slug}/frame/${passage.selector}/${suffix}`
    return {
      slug: slugs.take(slug, entry, 'frame', passage.exact),
      statementId: statement.record.slug,
      passageId: passage.slug,
      function: frameFunction ?? null,
      dimension: dimension ?? null,
      ...target,
    }
  })
}

/** At which agent or referent a frame is directed: a key may name either, but not both. */
function resolveTarget(target: string | undefined, entry: Entry, { keys, problems }: Context) {
  const none = { targetAgentId: null, targetReferentId: null }
  if (target === undefined) return none
  const place = entry.at('target')
  const isAgent = keys.agents.has(target)
  const isReferent = keys.referents.has(target)
  if (isAgent && isReferent) {
    problems.add(place, 'an agent and a referent have this key: rename one of them', { words: target })
  }
  if (isAgent) return { ...none, targetAgentId: keys.agents.check(target, place) }
  if (isReferent) return { ...none, targetReferentId: keys.referents.check(target, place) }
  const suggestion = keys.agents.nearest(target) ?? keys.referents.nearest(target)
  problems.add(place, 'there is no agent or referent with this key', { words: target, suggestion })
  return none
}
