import type { TimeRecord } from '../../model/records/document.ts'
import { selectorOf } from '../../model/selector.ts'
import type { Span } from '../../model/span.ts'
import { contradictTime } from '../../reading/index.ts'
import type { Dossier } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { checkDate, type DossierContext, slugOf } from './context.ts'
import { timeBasisOf } from './grounds.ts'

export interface ResolvedTime {
  readonly pieces: readonly Span[]
  readonly record: TimeRecord
}

type TimeEntry = NonNullable<Dossier['times']>[string]

/** The time expressions of the article. */
export function resolveTimes(context: DossierContext): ResolvedTime[] {
  const { dossier, root, anchor, article, slips } = context
  const resolved: ResolvedTime[] = []
  const seen = new Map<string, string>()
  for (const [key, time] of Object.entries(dossier.times ?? {})) {
    const entry = root.in('times', key)
    const date = resolveDate(time, entry, context)
    const pieces = anchor.anywhere(time.words, entry.in('words'))
    if (!pieces) continue
    const span = article.record(pieces)
    const contradiction =
      time.edtf == null ? null : contradictTime(span.exact, time.edtf, article.language, dossier.document.published)
    if (contradiction !== null) slips.add(entry.at('edtf'), contradiction, { words: time.edtf ?? '' })
    const place = selectorOf(span.at)
    const twin = seen.get(place)
    if (twin !== undefined) slips.add(entry.key, `the time ${twin} already has these words`, { words: span.exact })
    seen.set(place, key)
    const slug = slugOf(context, 'times', key)
    context.notes.add('time', slug, time.note)
    resolved.push({ pieces, record: { type: 'time', slug, document: context.document, span, ...date } })
  }
  return resolved
}

function resolveDate(time: TimeEntry, entry: YamlEntry, context: DossierContext) {
  const { keys, problems } = context
  const { edtf, reason, rule, basis } = time
  const known = keys.rules.check(rule, entry.at('rule')) ?? undefined
  if (rule === undefined && !entry.has('edtf', 'reason')) {
    problems.add(entry.key, 'a time needs either an edtf or the reason why the date is not known')
  }
  checkDate(edtf, entry.at('edtf'), context)
  const follows = timeBasisOf(time)
  if (basis !== undefined && (basis === 'UNRESOLVED') !== (edtf == null)) {
    problems.add(entry.at('basis'), 'a time without a date is UNRESOLVED', { words: basis, suggestion: follows })
  }
  return { edtf: edtf ?? undefined, basis: basis ?? follows, reason, rule: known } as const
}
