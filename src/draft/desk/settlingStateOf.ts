import { isDeepStrictEqual } from 'node:util'
import { allWordsOf } from '../../ingest/placesOf.ts'
import { spansOf } from './halfMade.ts'
import { quotesOf } from './item.ts'
import { type EntryPair, fieldNames } from './matching.ts'
import type { ReadEntry } from './readings.ts'
import type { Settling } from './settling.ts'
import type { ReadingShown, SettlingState } from './settlingState.ts'
import { problemsOf } from './stateOf.ts'
import { asValue } from './tally.ts'

/** What is shown of the differences that are to be settled. */
export function settlingStateOf(settling: Settling): SettlingState {
  const { article, names, options, halfMade, folder } = settling
  const top = settling.top()
  const place = top?.first ?? top?.second ?? null
  const left = settling.open.length
  return {
    revision: settling.revision,
    by: options.by,
    names,
    title: halfMade.dossier.document.title ?? '',
    text: article.text,
    paragraph: place === null ? null : article.paragraphsOf(place),
    now:
      top === null || place === null
        ? null
        : {
            kind: place.kind,
            statement: place.kind === 'statement' ? null : statementOf(settling, place),
            first: shown(settling, top.first, top),
            second: shown(settling, top.second, top),
            missing: settling.missingFor(top),
          },
    left,
    settled: settling.settledCount,
    problems: left > 0 ? null : problemsOf(folder),
  }
}

function shown({ article }: Settling, read: ReadEntry | null, pair: EntryPair): ReadingShown | null {
  if (read === null) return null
  const other = read === pair.first ? pair.second : pair.first
  const { start, end, fields } = read
  const spans = spansOf(article, asValue(fields.content ?? fields.words))
  return {
    spans: spans.length > 0 ? spans : [{ start, end }],
    fields: [...fieldNames(pair.first, pair.second), 'reason']
      .filter(name => fields[name] !== undefined || other?.fields[name] !== undefined)
      .map(name => ({
        name,
        value: inWords(fields[name]),
        isOther: other !== null && name !== 'reason' && !isDeepStrictEqual(fields[name], other.fields[name]),
      })),
  }
}

/** A value as it is read: words without what singles them out. */
function inWords(value: unknown): string {
  if (value === undefined) return ''
  const words = asValue(value)
  return words === undefined ? String(value) : allWordsOf(quotesOf(words))
}

/** The words of the statement that something belongs to. */
function statementOf({ article, halfMade }: Settling, { statement }: ReadEntry): string | null {
  const found = statement === null ? undefined : halfMade.dossier.statements?.[statement]
  const spans = spansOf(article, found?.content)
  return spans.length === 0 ? null : article.words(spans)
}
