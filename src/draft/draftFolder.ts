import { join } from 'node:path'
import { Article } from '../ingest/article.ts'
import { ANNOTATIONS_FILE, ARTICLE_FILE } from '../ingest/checkDossier.ts'
import { DOSSIER_VERSION, type Dossier, dossierSchema } from '../ingest/dossier.ts'
import { FILE_CAPS, readTextFile } from '../ingest/files.ts'
import { BadDossier, Problems } from '../ingest/problems.ts'
import { type Catalogue, readCatalogue } from '../ingest/registers.ts'
import { authorOf } from '../ingest/resolve/document.ts'
import { readShape } from '../ingest/shape.ts'
import { readYaml, YamlEntry } from '../ingest/yaml.ts'
import { draftArticle } from './draftArticle.ts'
import type { Draft } from './draftFile.ts'
import { type KnownAgent, KnownAgents } from './knownAgents.ts'
import { askLlm, type LlmSettings } from './llm/askLlm.ts'
import { verify } from './llm/verify.ts'
import type { TrainedModel } from './modelFile.ts'

/** The annotations of a dossier that may be half made: what of them can be read. */
export interface HalfMade {
  readonly dossier: Dossier
  readonly catalogue: Catalogue
  /** The agents of its registers and of the dossier itself, with their names. */
  readonly agents: readonly KnownAgent[]
}

/** The article of a dossier's folder, and what its annotations say so far. */
export interface OpenDossier extends HalfMade {
  readonly article: Article
  readonly annotations: string
}

/**
 * Opens a dossier that may be half made: only what cannot be read at all is a problem.
 *
 * @throws BadDossier where the text or the annotations cannot be read
 */
export function openDossier(folder: string): OpenDossier {
  const problems = new Problems()
  const file = join(folder, ARTICLE_FILE)
  const text = readTextFile(file, FILE_CAPS.article, problems)
  const annotations = readTextFile(join(folder, ANNOTATIONS_FILE), FILE_CAPS.annotations, problems)
  if (text === null || annotations === null) throw new BadDossier(problems.sorted())
  const halfMade = readHalfMade(folder, annotations)
  return { article: new Article(file, text, halfMade.dossier.document.language), annotations, ...halfMade }
}

/**
 * What annotations say, whether or not they stand in the file yet.
 *
 * @throws BadDossier where they cannot be read
 */
export function readHalfMade(folder: string, annotations: string): HalfMade {
  const problems = new Problems()
  const source = readYaml(dossierSchema, join(folder, ANNOTATIONS_FILE), annotations, problems)
  const shaped =
    source && readShape(dossierSchema, source, problems, { dossier: DOSSIER_VERSION, document: { language: 'en' } })
  if (!source || !shaped) throw new BadDossier(problems.sorted())
  const catalogue = readCatalogue(folder, shaped.value, new YamlEntry(source), new Problems())
  const agents = Array.from(catalogue.agents, ([key, { value }]) => ({
    key,
    type: value.organization === undefined ? ('person' as const) : ('organization' as const),
    names: [value.person ?? value.organization ?? key, ...(value.otherNames ?? [])],
  }))
  return { dossier: shaped.value, catalogue, agents }
}

export interface FolderOptions {
  readonly graphNames: readonly KnownAgent[]
  readonly model: TrainedModel | null
}

/** The draft of a dossier's folder. */
export function draftFolder(folder: string, { graphNames, model }: FolderOptions): Draft {
  const { article, agents, dossier } = openDossier(folder)
  return draftArticle(article, { known: knownOf(agents, graphNames), ...metadataOf(dossier), model })
}

/**
 * The draft of a dossier's folder, with the statements that a language model proposes; and why those were dropped whose words are not in the
 * article.
 *
 * @throws Failure BAD_INPUT where the model does not answer as it was asked to
 */
export async function draftByLlm(
  folder: string,
  { graphNames }: Pick<FolderOptions, 'graphNames'>,
  settings: LlmSettings,
): Promise<{ readonly draft: Draft; readonly asked: number; readonly dropped: readonly string[] }> {
  const { article, agents, dossier } = openDossier(folder)
  const known = knownOf(agents, graphNames)
  const found = await askLlm(settings, article.text)
  const { proposals, dropped } = verify(article, found, settings.model, known)
  const llm = { model: settings.model, statements: proposals }
  const draft = draftArticle(article, { known, ...metadataOf(dossier), model: null, llm })
  return { draft, asked: found.length, dropped }
}

function metadataOf({ document }: Dossier) {
  return {
    published: document.published ?? null,
    authors: (document.authors ?? []).map(author => authorOf(author).name),
  }
}

function knownOf(agents: readonly KnownAgent[], graphNames: readonly KnownAgent[]): KnownAgents {
  const keys = new Set(agents.map(({ key }) => key))
  return new KnownAgents([...agents, ...graphNames.filter(({ key }) => !keys.has(key))])
}
