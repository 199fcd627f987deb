import { readEdtf } from '../../model/edtf.ts'
import type { Span } from '../../model/span.ts'
import { contradictTime } from '../../reading/index.ts'
import type { DocumentRecords } from '../documentRecords.ts'
import type { Dossier } from '../dossier.ts'
import type { YamlEntry } from '../yaml.ts'
import { basisOf, type DossierContext, slugOf } from './context.ts'

export interface ResolvedTime {
  readonly span: Span
  readonly record: DocumentRecords['timeExpressions'][number]
}

type TimeEntry = NonNullable<Dossier['times']>[string]

/** The time expressions of the article. */
export function resolveTimes(context: DossierContext): ResolvedTime[] {
  const { dossier, root, anchor, passages, problems } = context
  const resolved: ResolvedTime[] = []
  const seen = new Map<string, string>()
  for (const [key, time] of Object.entries(dossier.times ?? {})) {
    const entry = root.in('times', key)
    const date = resolveDate(time, entry, context)
    const span = anchor.anywhere(time.words, entry.in('words'))
    if (!span) continue
    const passage = passages.of(span)
    const { language } = context.article
    const { published } = dossier.document
    const contradiction = time.edtf === undefined ? null : contradictTime(passage.exact, time.edtf, language, published)
    if (contradiction !== null) problems.add(entry.at('edtf'), contradiction, { words: time.edtf })
    const twin = seen.get(passage.slug)
    if (twin !== undefined)
      problems.add(entry.key, `these words are the time ${twin} already`, { words: passage.exact })
    seen.set(passage.slug, key)
    const slug = slugOf(context, key)
    context.notes.add('timeExpressions', slug, time.note)
    resolved.push({
      span,
      record: {
        slug,
        documentId: context.document,
        passageId: passage.slug,
        words: passage.exact,
        ...date,
      },
    })
  }
  return resolved
}

function resolveDate({ edtf, reason }: TimeEntry, entry: YamlEntry, { problems }: DossierContext) {
  if (edtf === undefined) {
    if (reason === undefined) {
      problems.add(entry.key, 'a time has either an edtf or the reason why the date cannot be told')
    }
    return { edtf: null, earliest: null, latest: null, basis: 'UNRESOLVED', reason: reason ?? null } as const
  }
  const reading = readEdtf(edtf)
  if (!reading) {
    problems.add(entry.at('edtf'), 'this is no EDTF date of level 0 or 1, or there is no such day', { words: edtf })
  }
  return { edtf, earliest: reading?.earliest ?? null, latest: reading?.latest ?? null, ...basisOf(reason) }
}
