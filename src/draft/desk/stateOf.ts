import { checkDossier } from '../../ingest/checkDossier.ts'
import { allWordsOf } from '../../ingest/placesOf.ts'
import { choicesFor } from './choices.ts'
import type { Desk } from './desk.ts'
import type { Decided, DeskField, DeskState, OnDesk } from './deskState.ts'
import { entriesHeld } from './entriesHeld.ts'
import { fieldsFor, isChosen } from './fields.ts'
import { gapsBeside, spansOf } from './halfMade.ts'
import { chosenKeys, type DeskItem, quotesOf } from './item.ts'
import type { OnTop } from './onTop.ts'
import { openProposals } from './queue.ts'
import { otherCoders } from './readings.ts'
import { hullIn, isTwin, reviewTally } from './tally.ts'

/** What the desk shows. Of what is hidden nothing is in it. */
export function stateOf(desk: Desk): DeskState {
  const { article, draft, log, halfMade, catalogue, options } = desk
  const top = desk.top()
  const held = log.standing
  const open = openProposals(draft.proposals, held)
  return {
    revision: desk.revision,
    by: options.by,
    title: halfMade.dossier.document.title ?? '',
    text: article.text,
    paragraph: top === null ? null : paragraphOf(desk, top),
    hidden: top?.hidden ?? null,
    isReadFirst: desk.isReadFirst,
    now: top === null || top.hidden !== null ? null : onDesk(desk, top),
    left: open.length,
    decided: decidedIn(desk),
    reopenable: desk.standing().map(({ entry: _, decision: __, ...shown }) => shown),
    statements: catalogue.statements,
    gaps: gapsBeside(article, halfMade, open).map(({ kind, start, end }) => ({
      kind,
      start,
      end,
      words: article.slice({ start, end }),
    })),
    tally: reviewTally(article, draft.proposals, held, log.decisions),
    otherCoders: open.length > 0 || options.isSecond ? [] : otherCoders(desk.folder),
    problems: open.length > 0 || options.isSecond ? null : problemsOf(desk.folder),
  }
}

function paragraphOf({ article }: Desk, { item, next }: OnTop) {
  return item.end > item.start ? article.paragraphsOf(item) : (next?.paragraph ?? article.whole)
}

function onDesk(desk: Desk, { item, from, replaces }: OnTop): OnDesk {
  const { article, draft, catalogue } = desk
  const { proposal } = from
  const found = desk.entryOf(item)
  const shares: Partial<Record<string, number>> = proposal === null ? {} : (draft.measured[proposal.kind] ?? {})
  const twin = proposal?.kind === 'statement' ? catalogue.statements.find(each => isTwin(item, each)) : undefined
  return {
    kind: item.kind,
    origin: replaces !== null ? 'REOPENED' : proposal === null ? 'ADDED' : 'PROPOSED',
    confidence: proposal?.confidence ?? null,
    right: (proposal && shares[proposal.confidence]) ?? null,
    why:
      proposal?.why ??
      (replaces !== null
        ? 'it stands in the annotations'
        : item.statement === null
          ? 'added by hand'
          : `for ${item.statement}`),
    fields: fieldsFor(item).map(
      ({ name, label, key, form }): DeskField => ({
        name,
        label,
        key,
        form,
        value: form === 'SEVERAL' ? chosenKeys(item.values[name]).join(', ') : allWordsOf(quotesOf(item.values[name])),
        choices: isChosen({ form }) ? choicesFor(item, name, catalogue, article) : [],
      }),
    ),
    spans: wordsOf(desk, item),
    source: spansOf(article, item.values.source),
    cue: spansOf(article, item.values.cue),
    missing: 'missing' in found ? found.missing : null,
    overlaps: twin === undefined ? null : `${twin.who}: ${twin.words}`,
  }
}

function wordsOf({ article, catalogue }: Desk, { kind, values, statement }: DeskItem) {
  const words = spansOf(article, kind === 'statement' ? values.content : values.words)
  const coded = catalogue.statements.find(({ key }) => key === statement)
  return words.length > 0 || coded === undefined ? words : [coded]
}

function decidedIn({ article, log }: Desk): Decided[] {
  const held = new Set(entriesHeld(log.standing).map(({ decision }) => decision))
  return log.standing
    .flatMap((decision): Decided[] => {
      // What was opened again since shows as it is now.
      if (decision.accepted !== null && !held.has(decision)) return []
      const span = hullIn(article, decision)
      if (span === null) return []
      const { answer, proposed, accepted } = decision
      const kind = proposed?.kind ?? accepted?.list?.replace(/s$/, '') ?? accepted?.section.replace(/s$/, '') ?? ''
      return [{ ...span, kind, words: article.slice(span), answer }]
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** What a check of the dossier says, a line a problem. */
export function problemsOf(folder: string): string[] {
  return checkDossier(folder).problems.map(({ line, column, message, words }) =>
    [`${line}:${column}`, message, words && `“${words}”`].filter(Boolean).join(' '),
  )
}
