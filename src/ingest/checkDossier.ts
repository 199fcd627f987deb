import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { InterchangeRecord } from '../model/interchange.ts'
import { equalComparisons, ruleSlug } from '../model/rules.ts'
import { isSlug, slugify } from '../model/slug.ts'
import type { Span } from '../model/span.ts'
import { sha256 } from '../model/text.ts'
import { tableNameOf } from '../store/tables/ofRecords.ts'
import { Anchor } from './anchor.ts'
import { Article } from './article.ts'
import { type CoverageGap, findGaps, passagesOf } from './coverage.ts'
import { withDerived } from './derived.ts'
import { DOSSIER_VERSION, type Dossier, dossierSchema } from './dossier.ts'
import { FILE_CAPS, readTextFile } from './files.ts'
import { isBelow } from './formats/files.ts'
import { KeyRing } from './keyRing.ts'
import { Notes } from './notes.ts'
import { type Problem, Problems, Slips, TooManyProblems } from './problems.ts'
import { type Catalogue, keysOf, readCatalogue } from './registers.ts'
import type { DossierContext } from './resolve/context.ts'
import { resolveRecords } from './resolve/records.ts'
import { reportUnused } from './resolve/unused.ts'
import { readShape } from './shape.ts'
import { readYaml, YamlEntry } from './yaml.ts'

export const ARTICLE_FILE = 'article.txt'
export const ANNOTATIONS_FILE = 'annotations.yaml'

export interface DossierCheck {
  /** What is to be written, each record after what it names; null if there are problems. */
  readonly records: readonly InterchangeRecord[] | null
  /** Who coded every statement, if the dossier is one coder's. */
  readonly coder: string | null
  /** What stands for everything that was read; null if there are problems. */
  readonly digest: string | null
  readonly problems: readonly Problem[]
  /** What a dataset's dossier has as its corpus has it, and a curator would have to mend. */
  readonly slips: readonly Problem[]
  /** What is not a problem and should be known: names of the release before. */
  readonly notes: readonly string[]
  /** What the annotations leave out; none are reported while there are problems. */
  readonly coverage: readonly CoverageGap[]
  /** The article, and every stretch of it for which an annotation, an entry of setAside or one of the gaps accounts; null while there are problems. */
  readonly accounted: { readonly article: Article; readonly spans: () => readonly Span[] } | null
  /** How many rows each table is given. */
  readonly counts: Readonly<Record<string, number>>
}

/** Reads a dossier and checks everything about it. Nothing is written, and no database is needed. */
export function checkDossier(folder: string): DossierCheck {
  const problems = new Problems()
  try {
    const resolved = resolveDossier(folder, problems)
    if (resolved && !problems.found) {
      return { ...resolved, problems: [], notes: problems.notes, counts: countsOf(resolved.records) }
    }
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error
  }
  return {
    records: null,
    coder: null,
    digest: null,
    problems: problems.sorted(),
    notes: problems.notes,
    slips: [],
    coverage: [],
    accounted: null,
    counts: {},
  }
}

/** How many rows each table is given. */
function countsOf(records: readonly InterchangeRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const add = (kind: Parameters<typeof tableNameOf>[0], count = 1) => {
    const table = tableNameOf(kind)
    counts[table] = (counts[table] ?? 0) + count
  }
  for (const record of records) {
    add(record.type, record.type === 'figureRelation' ? record.objects.length : 1)
    if (record.type !== 'statement') continue
    add('figureMention', record.figures?.length ?? 0)
    add('term', record.terms?.length ?? 0)
    add('frame', record.frames?.length ?? 0)
    add('stance', record.stances?.length ?? 0)
  }
  return counts
}

interface Resolved {
  readonly records: readonly InterchangeRecord[]
  readonly coder: string | null
  readonly digest: string
  readonly slips: readonly Problem[]
  readonly coverage: CoverageGap[]
  readonly accounted: DossierCheck['accounted']
}

/** Whether a link leads out of the folder that holds the dossiers, with the problem noted: whoever sent one would be given any file. */
function leadsOut(folder: string, file: string, problems: Problems): boolean {
  if (!existsSync(file) || isBelow(dirname(realpathSync(folder)), realpathSync(file))) return false
  problems.add({ file, line: 1, column: 1 }, 'this link points outside the folder that holds the dossiers')
  return true
}

function resolveDossier(folder: string, problems: Problems): Resolved | null {
  const folderName = basename(resolve(folder))
  if (!isSlug(folderName)) {
    problems.add(
      { file: folder, line: 1, column: 1 },
      'the folder name becomes the key of the document, but it is not a valid key',
      {
        words: folderName,
        suggestion: slugify(folderName) || undefined,
      },
    )
  }
  const articleFile = join(folder, ARTICLE_FILE)
  const annotationsFile = join(folder, ANNOTATIONS_FILE)
  const read = (file: string, cap: number) =>
    leadsOut(folder, file, problems) ? null : readTextFile(file, cap, problems)
  const text = read(articleFile, FILE_CAPS.article)
  const annotations = read(annotationsFile, FILE_CAPS.annotations)
  const source = annotations === null ? null : readYaml(dossierSchema, annotationsFile, annotations, problems)
  const fallbacks = { dossier: DOSSIER_VERSION, document: { language: 'en' } }
  const shaped = source && readShape(dossierSchema, source, problems, fallbacks)
  if (text === null || annotations === null || !source || !shaped) return null

  const root = new YamlEntry(source)
  const catalogue = readCatalogue(folder, shaped.value, root, problems)
  const article = new Article(articleFile, text, shaped.value.document.language)
  const document = shaped.value.document.key ?? folderName
  const isCurated = shaped.value.document.dataset === undefined
  const ofCorpus = new Slips()
  const slips = isCurated ? problems : ofCorpus
  const context: DossierContext = {
    document,
    dossier: withDerived(shaped.value, article.text),
    root,
    article,
    anchor: new Anchor(article, problems, slips),
    notes: new Notes(document),
    catalogue,
    keys: keyRings(source.value, catalogue, problems),
    problems,
    slips,
    isCurated,
  }
  const { records, covered } = resolveRecords(context)
  // Where entries had to be left out, what only they refer to is not a fault.
  if (shaped.complete) reportUnused(context)
  const coverage = findGaps(article, covered)
  return {
    records: [...ruleOfComparisons(records), ...records],
    coder: coderOfAll(records, context.dossier.coder),
    digest: digestOf([text, annotations, ...catalogue.sources]),
    slips: ofCorpus.sorted(),
    coverage,
    accounted: {
      article,
      spans: () => [...passagesOf(records, article), ...covered.numbers, ...covered.setAside, ...coverage],
    },
  }
}

/** The coder of the dossier, if no statement names another. */
function coderOfAll(records: readonly InterchangeRecord[], coder: string | undefined): string | null {
  const isMixed = records.some(record => record.type === 'statement' && record.coder !== coder)
  return coder === undefined || isMixed ? null : coder
}

/** The rule that draws comparisons, where it has drawn any and the dossier does not say it. */
function ruleOfComparisons(records: readonly InterchangeRecord[]): InterchangeRecord[] {
  const slug = ruleSlug(equalComparisons)
  const isUsed = records.some(record => record.type === 'figureRelation' && record.rule === slug)
  const isSaid = records.some(record => record.type === 'rule' && record.slug === slug)
  return isUsed && !isSaid ? [{ type: 'rule', slug, ...equalComparisons }] : []
}

/** Every key that is written down, also of entries that do not fit the schema: these have been reported once already. */
function keyRings(
  written: unknown,
  { agents, claims, referents, faulty }: Catalogue,
  problems: Problems,
): DossierContext['keys'] {
  const own = (section: keyof Dossier) => keysOf(written, section)
  return {
    datasets: new KeyRing('dataset', own('datasets'), problems),
    coders: new KeyRing('coder', own('coders'), problems),
    rules: new KeyRing('rule', own('rules'), problems),
    agents: new KeyRing('agent', [...agents.keys(), ...own('agents'), ...faulty.agents], problems),
    claims: new KeyRing('claim', [...claims.keys(), ...own('claims'), ...faulty.claims], problems),
    referents: new KeyRing('referent', [...referents.keys(), ...own('referents'), ...faulty.referents], problems),
    times: new KeyRing('time', own('times'), problems),
    channels: new KeyRing('channel', own('channels'), problems),
    figures: new KeyRing('figure', own('figures'), problems),
    statements: new KeyRing('statement', own('statements'), problems),
  }
}

/** Counted up when the same files come to be read in another way, so that what is stored is not taken for the same. */
const READING_VERSION = 4

function digestOf(texts: readonly string[]): string {
  return sha256(JSON.stringify([READING_VERSION, ...texts.map(sha256)]))
}
