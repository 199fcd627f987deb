import { kebab } from '../../model/slug.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { FilePosition } from '../problems.ts'
import { AnnotationSlugs, annotationsOf, contentScope } from './annotations.ts'
import { basisOf, type DossierContext } from './context.ts'
import type { ResolvedStatement } from './statements.ts'

/** The frames in statements' words. */
export function resolveFrameUses(
  statements: ReadonlyMap<string, ResolvedStatement>,
  context: DossierContext,
): DocumentRecords['frameUses'] {
  const { anchor, passages, problems } = context
  const slugs = new AnnotationSlugs(context)
  return annotationsOf('frames', statement => statement.frames, statements, context).flatMap(use => {
    const { value, entry, statement } = use
    const { function: frameFunction, dimension } = value
    if (frameFunction === undefined && dimension === undefined) {
      problems.add(entry.at(), 'a frame has a function, a dimension or both')
    }
    if ((value.affected === undefined) !== (value.effect === undefined)) {
      problems.add(entry.at(), 'those affected and the effect on them are given together')
    }
    if (value.valence !== undefined && value.target === undefined) {
      problems.add(entry.at('valence'), 'blame and credit need a target: who is blamed or credited?')
    }
    const target = resolveParty(value.target, entry.at('target'), context)
    const affected = resolveParty(value.affected, entry.at('affected'), context)
    const span = statement && anchor.find(contentScope(statement), value.words, entry.in('words'))
    if (!span) return []
    const passage = passages.of(span)
    const names = [frameFunction, dimension].flatMap(name => (name === undefined ? [] : kebab(name)))
    const suffix = [...names, ...(value.target === undefined ? [] : [value.target])].join('/')
    const slug = `${statement.record.slug}/frame/${passage.selector}/${suffix}`
    context.notes.add('frameUses', slug, value.note)
    return {
      slug: slugs.take(slug, entry, 'frame', passage.exact),
      statementId: statement.record.slug,
      passageId: passage.slug,
      function: frameFunction ?? null,
      dimension: dimension ?? null,
      targetAgentId: target.agent,
      targetReferentId: target.referent,
      valence: value.valence ?? null,
      effect: value.effect ?? null,
      affectedAgentId: affected.agent,
      affectedReferentId: affected.referent,
      ...basisOf(value.reason),
    }
  })
}

/** The agent or referent at which a frame is directed, or that it says to be affected: a key may name either, but not both. */
function resolveParty(key: string | undefined, place: FilePosition, { keys, problems }: DossierContext) {
  const none = { agent: null, referent: null }
  if (key === undefined) return none
  const isAgent = keys.agents.has(key)
  const isReferent = keys.referents.has(key)
  if (isAgent && isReferent) {
    problems.add(place, 'an agent and a referent have this key: rename one of them', { words: key })
  }
  if (isAgent) return { ...none, agent: keys.agents.check(key, place) }
  if (isReferent) return { ...none, referent: keys.referents.check(key, place) }
  const suggestion = keys.agents.nearest(key) ?? keys.referents.nearest(key)
  problems.add(place, 'there is no agent or referent with this key', { words: key, suggestion })
  return none
}
