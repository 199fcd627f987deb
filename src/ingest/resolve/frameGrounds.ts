import type { SpanRecord } from '../../model/records/fields.ts'
import type { FrameUseRecord, TermUseRecord } from '../../model/records/statement.ts'
import type { YamlEntry } from '../yaml.ts'
import type { Part } from './annotations.ts'
import type { DossierContext } from './context.ts'

/**
 * A frame that leads to a referent by a term in its words stands on no firmer ground than the term: where that is concluded to
 * name the referent, the frame is, too.
 */
export function checkFrameGround(
  { statement, record }: Part<FrameUseRecord>,
  terms: readonly Part<TermUseRecord>[],
  entry: YamlEntry,
  { slips }: DossierContext,
): void {
  if (record.basis === 'INFERRED' || record.basis === 'AUTOMATIC') return
  for (const field of ['target', 'affected'] as const) {
    const party = record[field]
    const within = terms.filter(
      term => term.statement === statement && term.record.referent === party && holds(record.span, term.record.span),
    )
    const [concluded] = within
    if (concluded === undefined || !within.every(term => term.record.basis === 'INFERRED')) continue
    slips.add(
      entry.at(field),
      `that “${concluded.record.span.exact}” names it is concluded, so the frame is too: give its reason`,
      { words: party },
    )
  }
}

function holds(outer: SpanRecord, inner: SpanRecord): boolean {
  return inner.at.every(([start, end]) => outer.at.some(([from, to]) => from <= start && end <= to))
}
