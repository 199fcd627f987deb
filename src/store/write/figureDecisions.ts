import { Failure } from '../../model/failure.ts'
import { type CommittedQuantity, describeQuantity, relateIntervals } from '../../model/intervals.ts'
import { mayBeSame, unitNamed } from '../../reading/index.ts'
import type { Database } from '../engine/database.ts'
import { idsNamed } from '../schema/statementParts.ts'

/** A figure that a decision makes, of which the graph has no other. */
export interface DecidedFigure {
  readonly label: string
  readonly unit: string
  readonly population: string | null
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Which figure some mentions are of, as a person wrote it down, in slugs. */
export interface FigureDecision {
  readonly figure: string
  /** Null where the figure stands in the graph. */
  readonly made: DecidedFigure | null
  readonly mentions: readonly string[]
  readonly reason: string
  readonly decidedBy: string | null
}

interface Stored extends Omit<DecidedFigure, 'label' | 'unit'> {
  readonly figure: string
  readonly mention: string
  readonly label: string | null
  readonly unit: string | null
}

interface Mention extends CommittedQuantity {
  readonly id: number
  readonly words: string
  readonly unit: string | null
  readonly figureId: number | null
  readonly documentId: number
}

interface Figure {
  readonly id: number
  readonly unit: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Takes the figures out that decisions have made: their mentions lead to them no more. The caller holds the transaction. */
export function removeDecidedFigures(database: Database): void {
  database
    .prepare('delete from figures where slug in (select figure from figureDecisions where label is not null)')
    .run()
}

/** Takes the place of all decisions on figures. @throws Failure BAD_INPUT for what does not hold */
export function storeFigureDecisions(database: Database, decisions: readonly FigureDecision[]): void {
  database.prepare(`delete from figureDecisions where kind = 'BINDS'`).run()
  const insert = database.prepare(
    `insert into figureDecisions (slug, kind, figure, mention, label, unit, population, value, lower, upper, reason, decidedBy)
     values (?, 'BINDS', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const bound = new Set<string>()
  for (const { figure, made, mentions, reason, decidedBy } of decisions) {
    const known = figureOf(database, figure)
    if (made === null && known === undefined)
      bad(`there is no figure ${figure}: to make it, say its label and its unit`)
    if (made !== null && known !== undefined) bad(`there is a figure ${figure}: to bind to it, leave its label out`)
    for (const slug of mentions) {
      const mention = mentionOf(database, slug)
      if (mention === undefined) bad(`there is no mention ${slug} of a number`)
      if (bound.has(slug)) bad(`${slug} is bound twice`)
      bound.add(slug)
      if (mention.figureId !== null) bad(`${slug} has a figure by its own source`)
      expectFits(slug, mention, made ?? known)
      const { label, unit, population, value, lower, upper } = made ?? NOTHING
      const row = [figure, slug, label, unit, population, value, lower, upper, reason, decidedBy]
      insert.run(`figure-decision-${slug}`, ...row)
    }
  }
}

const NOTHING = { label: null, unit: null, population: null, value: null, lower: null, upper: null }

/** The mentions that decisions bind, each with the row of its figure; of what is not there now, nothing follows. */
export function boundMentions(database: Database): readonly { readonly mention: number; readonly figure: number }[] {
  const stored = database.prepare<[], Stored>(`select * from figureDecisions where kind = 'BINDS' order by id`).all()
  return stored.flatMap(decision => {
    const mention = mentionOf(database, decision.mention)
    if (mention === undefined || mention.figureId !== null) return []
    const figure = figureOf(database, decision.figure)?.id ?? makeFigure(database, decision, mention.documentId)
    return figure === null ? [] : [{ mention: mention.id, figure }]
  })
}

function makeFigure(database: Database, decision: Stored, documentId: number): number | null {
  const { figure, label, unit, population, value, lower, upper } = decision
  if (label === null || unit === null) return null
  const made = database
    .prepare<unknown[], { id: number }>(
      `insert into figures (slug, documentId, label, unit, population, value, lower, upper, magnitude, populationBasis, populationReason)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    )
    .get(
      figure,
      documentId,
      label,
      unit,
      population,
      value,
      lower,
      upper,
      value ?? lower ?? upper,
      population === null ? null : 'INFERRED',
      population === null ? null : 'A person decided which mentions are of this figure, and whom it counts.',
    )
  return made?.id ?? null
}

function mentionOf(database: Database, slug: string): Mention | undefined {
  return database
    .prepare<{ slug: string }[], Mention>(
      `select m.id, m.words, m.approximation, m.value, m.lower, m.upper, m.unit, m.figureId, s.documentId
       from figureMentions m join statements s on s.id = m.statementId where m.id in (${idsNamed('figureMentions', '@slug')})`,
    )
    .get({ slug })
}

function figureOf(database: Database, slug: string): Figure | undefined {
  return database
    .prepare<[string], Figure>('select id, unit, value, lower, upper from figures where slug = ?')
    .get(slug)
}

/** A mention may round a figure or bound it, and never contradicts it. */
function expectFits(slug: string, mention: Mention, figure: Omit<Figure, 'id'> | undefined): void {
  if (figure === undefined) return
  const amount = { approximation: figure.value === null ? ('BETWEEN' as const) : ('EXACT' as const), ...figure }
  if (relateIntervals(mention, amount)?.relation === 'DISJOINT') {
    bad(`${slug} is ${describeQuantity(mention)} (“${mention.words}”), and its figure ${describeQuantity(amount)}`)
  }
  const [one, other] = [mention.unit === null ? null : unitNamed(mention.unit), unitNamed(figure.unit)]
  if (one !== null && (other === null || !mayBeSame(one, other))) {
    bad(`${slug} is in ${mention.unit} (“${mention.words}”), and its figure in ${figure.unit}`)
  }
}

function bad(what: string): never {
  throw new Failure('BAD_INPUT', `A decision about figures does not hold: ${what}.`)
}
