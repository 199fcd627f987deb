import type { InterchangeRecord } from '../../model/interchange.ts'
import type { Span } from '../../model/span.ts'
import { resolveAgents } from './agents.ts'
import type { Part } from './annotations.ts'
import { resolveChannels } from './channels.ts'
import type { DossierContext } from './context.ts'
import { resolveDocument } from './document.ts'
import { drawEquals } from './equalComparisons.ts'
import { resolveFigureMentions } from './figureMentions.ts'
import { resolveFigureRelations } from './figureRelations.ts'
import { resolveFigures } from './figures.ts'
import { resolveFrameUses } from './frameUses.ts'
import { resolveGeneralNotes } from './generalNotes.ts'
import { resolveMemberships } from './memberships.ts'
import { checkPublication } from './nearPublication.ts'
import { resolveNoQuantities } from './noQuantities.ts'
import { resolveSetAside } from './setAside.ts'
import { resolveClaims, resolveCoders, resolveDatasets, resolveReferents, resolveRules } from './shared.ts'
import { resolveStances } from './stances.ts'
import { resolveStatementRelations } from './statementRelations.ts'
import { resolveStatements } from './statements.ts'
import { resolveTermUses } from './termUses.ts'
import { resolveTimes } from './times.ts'

export interface ResolvedRecords {
  /** Each after what it names. */
  readonly records: InterchangeRecord[]
  /** What of the text the annotations account for. */
  readonly covered: {
    readonly numbers: readonly Span[]
    readonly contents: readonly Span[]
    readonly setAside: readonly Span[]
  }
}

/** All that a dossier says, as records of the interchange format; what does not hold is reported. */
export function resolveRecords(context: DossierContext): ResolvedRecords {
  const document = resolveDocument(context)
  const times = resolveTimes(context)
  checkPublication(times, context)
  const figures = resolveFigures(context)
  const statements = resolveStatements(context)
  const memberships = resolveMemberships(statements, context)
  const channels = resolveChannels(statements, context)
  const mentions = resolveFigureMentions(statements, context)
  const terms = resolveTermUses(statements, context)
  const parts = {
    stances: byStatement(resolveStances(statements, context)),
    figures: byStatement(mentions),
    noQuantities: byStatement(resolveNoQuantities(statements, context)),
    terms: byStatement(terms),
    frames: byStatement(resolveFrameUses(statements, terms, context)),
  }
  const written = resolveFigureRelations(context)
  const statementRelations = resolveStatementRelations(statements, context)
  resolveGeneralNotes(context)
  const setAside = resolveSetAside(context)

  const records: InterchangeRecord[] = [
    ...resolveDatasets(context),
    ...resolveRules(context),
    ...resolveCoders(context),
    ...resolveAgents(context),
    ...resolveClaims(context),
    ...resolveReferents(context),
    document.record,
    ...times.map(time => time.record),
    ...channels,
    ...figures,
    ...written,
    ...drawEquals(written, context),
    ...Array.from(statements.values(), ({ key, record }) => ({
      ...record,
      stances: parts.stances.get(key),
      figures: parts.figures.get(key),
      noQuantities: parts.noQuantities.get(key),
      terms: parts.terms.get(key),
      frames: parts.frames.get(key),
    })),
    ...statementRelations,
    ...memberships,
    ...context.notes.records,
  ]
  const covered = {
    numbers: [...mentions, ...times].flatMap(({ pieces }) => pieces).concat(document.urlSpan ?? []),
    contents: [...statements.values()].flatMap(({ content }) => content),
    setAside,
  }
  return { records, covered }
}

function byStatement<R>(parts: readonly Part<R>[]): ReadonlyMap<string, R[]> {
  const groups = Map.groupBy(parts, ({ statement }) => statement)
  return new Map(Array.from(groups, ([statement, of]) => [statement, of.map(({ record }) => record)]))
}
