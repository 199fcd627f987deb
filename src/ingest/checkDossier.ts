import { basename, join, resolve } from 'node:path'
import { equalComparisons, ruleSlug } from '../model/rules.ts'
import { isSlug, slugify } from '../model/slug.ts'
import { sha256 } from '../model/text.ts'
import { Anchor } from './anchor.ts'
import { Article } from './article.ts'
import { type CoverageGap, findGaps } from './coverage.ts'
import { withDerived } from './derived.ts'
import type { DocumentRecords } from './documentRecords.ts'
import { DOSSIER_VERSION, type Dossier, dossierSchema } from './dossier.ts'
import { FILE_CAPS, readTextFile } from './files.ts'
import { KeyRing } from './keyRing.ts'
import { Notes } from './notes.ts'
import { PassageRecords } from './passages.ts'
import { type Problem, Problems, TooManyProblems } from './problems.ts'
import { type Catalogue, keysOf, readCatalogue } from './registers.ts'
import { resolveAgents } from './resolve/agents.ts'
import { resolveClaimsAndReferents } from './resolve/catalogueTexts.ts'
import { resolveChannels } from './resolve/channels.ts'
import type { DossierContext } from './resolve/context.ts'
import { resolveDocument } from './resolve/document.ts'
import { drawEquals } from './resolve/equalComparisons.ts'
import { resolveFigureMentions } from './resolve/figureMentions.ts'
import { resolveFigureRelations } from './resolve/figureRelations.ts'
import { resolveFigures } from './resolve/figures.ts'
import { resolveFrameUses } from './resolve/frameUses.ts'
import { resolveGeneralNotes } from './resolve/generalNotes.ts'
import { resolveMemberships } from './resolve/memberships.ts'
import { resolveSetAside } from './resolve/setAside.ts'
import { resolveStances } from './resolve/stances.ts'
import { resolveStatementRelations } from './resolve/statementRelations.ts'
import { resolveJointSpeakers, resolveStatements, resolveStatementTimes } from './resolve/statements.ts'
import { resolveTermUses } from './resolve/termUses.ts'
import { resolveTimes } from './resolve/times.ts'
import { reportUnused } from './resolve/unused.ts'
import { readShape } from './shape.ts'
import { readYaml, YamlEntry } from './yaml.ts'

export const ARTICLE_FILE = 'article.txt'
export const ANNOTATIONS_FILE = 'annotations.yaml'

export interface DossierCheck {
  /** What is to be written; null if there are problems. */
  readonly records: DocumentRecords | null
  readonly problems: readonly Problem[]
  /** What is no problem and should be known: names of the release before. */
  readonly notes: readonly string[]
  /** What the annotations leave out; none are reported while there are problems. */
  readonly coverage: readonly CoverageGap[]
  /** How many rows each table is given. */
  readonly counts: Readonly<Record<string, number>>
}

/** Reads a dossier and checks everything about it. Nothing is written, and no database is needed. */
export function checkDossier(folder: string): DossierCheck {
  const problems = new Problems()
  try {
    const resolved = resolveDossier(folder, problems)
    if (resolved && !problems.found) {
      const { records, coverage } = resolved
      const counts = Object.fromEntries(Object.entries(records).map(([table, rows]) => [table, rows.length]))
      return { records, problems: [], notes: problems.notes, coverage, counts }
    }
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error
  }
  return { records: null, problems: problems.sorted(), notes: problems.notes, coverage: [], counts: {} }
}

interface Resolved {
  readonly records: DocumentRecords
  readonly coverage: CoverageGap[]
}

function resolveDossier(folder: string, problems: Problems): Resolved | null {
  const document = basename(resolve(folder))
  if (!isSlug(document)) {
    problems.add(
      { file: folder, line: 1, column: 1 },
      'the name of the folder is the key of the document, and this is no key',
      {
        words: document,
        suggestion: slugify(document) || undefined,
      },
    )
  }
  const articleFile = join(folder, ARTICLE_FILE)
  const annotationsFile = join(folder, ANNOTATIONS_FILE)
  const text = readTextFile(articleFile, FILE_CAPS.article, problems)
  const annotations = readTextFile(annotationsFile, FILE_CAPS.annotations, problems)
  const source = annotations === null ? null : readYaml(dossierSchema, annotationsFile, annotations, problems)
  const fallbacks = { dossier: DOSSIER_VERSION, document: { language: 'en' } }
  const shaped = source && readShape(dossierSchema, source, problems, fallbacks)
  if (text === null || annotations === null || !source || !shaped) return null

  const root = new YamlEntry(source)
  const catalogue = readCatalogue(folder, shaped.value, root, problems)
  const article = new Article(articleFile, text, shaped.value.document.language)
  const context: DossierContext = {
    document,
    dossier: withDerived(shaped.value, article.text),
    root,
    article,
    anchor: new Anchor(article, problems),
    passages: new PassageRecords(document, article),
    notes: new Notes(document),
    catalogue,
    keys: keyRings(source.value, catalogue, problems),
    problems,
  }
  return resolveAll(context, digestOf([text, annotations, ...catalogue.sources]), shaped.complete)
}

/** Every key that is written down, also of entries that do not fit the schema: these have been reported once already. */
function keyRings(
  written: unknown,
  { agents, claims, referents, faulty }: Catalogue,
  problems: Problems,
): DossierContext['keys'] {
  const own = (section: keyof Dossier) => keysOf(written, section)
  return {
    agents: new KeyRing('agent', [...agents.keys(), ...own('agents'), ...faulty.agents], problems),
    claims: new KeyRing('claim', [...claims.keys(), ...own('claims'), ...faulty.claims], problems),
    referents: new KeyRing('referent', [...referents.keys(), ...own('referents'), ...faulty.referents], problems),
    times: new KeyRing('time', own('times'), problems),
    channels: new KeyRing('channel', own('channels'), problems),
    figures: new KeyRing('figure', own('figures'), problems),
    statements: new KeyRing('statement', own('statements'), problems),
  }
}

function resolveAll(context: DossierContext, digest: string, complete: boolean): Resolved {
  const { article, passages } = context
  const document = resolveDocument(context, digest)
  const times = resolveTimes(context)
  const figures = resolveFigures(context)
  const statements = resolveStatements(context)
  const jointSpeakers = resolveJointSpeakers(statements.values(), context)
  const memberships = resolveMemberships(statements, context)
  const channels = resolveChannels(statements, context)
  const mentions = resolveFigureMentions(statements, context)
  const termUses = resolveTermUses(statements, context)
  const frameUses = resolveFrameUses(statements, context)
  const stances = resolveStances(statements, context)
  const written = resolveFigureRelations(context)
  const figureRelations = [...written, ...drawEquals(written, context)]
  const statementRelations = resolveStatementRelations(statements, context)
  resolveGeneralNotes(context)
  const setAside = resolveSetAside(context)
  // Where entries had to be left out, what only they refer to is no fault.
  if (complete) reportUnused(context)

  const records: DocumentRecords = {
    rules: figureRelations.some(({ basis }) => basis === 'AUTOMATIC')
      ? [{ slug: ruleSlug(equalComparisons), ...equalComparisons }]
      : [],
    ...resolveAgents(context),
    ...resolveClaimsAndReferents(context),
    documents: [document.record],
    documentTexts: [{ documentId: context.document, text: article.text }],
    passages: passages.records,
    timeExpressions: times.map(time => time.record),
    memberships,
    channels,
    statements: [...statements.values()].map(statement => statement.record),
    statementSpeakers: jointSpeakers,
    statementTimes: resolveStatementTimes(statements.values(), times),
    stances,
    ...figures,
    figureMentions: mentions.map(mention => mention.record),
    figureRelations,
    termUses,
    frameUses,
    statementRelations,
    notes: context.notes.records,
  }
  const coverage = findGaps(article, {
    numbers: [...mentions, ...times].map(({ span }) => span).concat(document.urlSpan ?? []),
    contents: [...statements.values()].flatMap(({ content }) => content),
    setAside,
  })
  return { records, coverage }
}

/** Counted up when the same files come to be read in another way, so that what is stored is not taken for the same. */
const READING_VERSION = 2

function digestOf(texts: readonly string[]): string {
  return sha256(JSON.stringify([READING_VERSION, ...texts.map(sha256)]))
}
