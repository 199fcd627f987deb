import { join } from 'node:path'
import { Article } from '../ingest/article.ts'
import { ANNOTATIONS_FILE, ARTICLE_FILE } from '../ingest/checkDossier.ts'
import { DOSSIER_VERSION, dossierSchema } from '../ingest/dossier.ts'
import { FILE_CAPS, readTextFile } from '../ingest/files.ts'
import { BadDossier, Problems } from '../ingest/problems.ts'
import { readCatalogue } from '../ingest/registers.ts'
import { readShape } from '../ingest/shape.ts'
import { Entry, readYaml } from '../ingest/yaml.ts'
import { draftArticle } from './draftArticle.ts'
import type { Draft } from './draftFile.ts'
import { type KnownAgent, KnownAgents } from './knownAgents.ts'
import type { TrainedModel } from './modelFile.ts'

/** The article of a dossier's folder, and what its annotations say so far. */
export interface OpenDossier {
  readonly article: Article
  readonly published: string | null
  /** The agents of its registers and of the dossier itself. */
  readonly agents: readonly KnownAgent[]
}

/**
 * Opens a dossier that may be half made: only what cannot be read at all is a problem.
 *
 * @throws BadDossier where the text or the annotations cannot be read
 */
export function openDossier(folder: string): OpenDossier {
  const problems = new Problems()
  const file = join(folder, ARTICLE_FILE)
  const annotationsFile = join(folder, ANNOTATIONS_FILE)
  const text = readTextFile(file, FILE_CAPS.article, problems)
  const annotations = readTextFile(annotationsFile, FILE_CAPS.annotations, problems)
  const source = annotations === null ? null : readYaml(dossierSchema, annotationsFile, annotations, problems)
  const shaped =
    source && readShape(dossierSchema, source, problems, { dossier: DOSSIER_VERSION, document: { language: 'en' } })
  if (text === null || !source || !shaped) throw new BadDossier(problems.sorted())
  const catalogue = readCatalogue(folder, shaped.value, new Entry(source), new Problems())
  const { language, published = null } = shaped.value.document
  const agents = Array.from(catalogue.agents, ([key, { value }]) => ({
    key,
    names: [value.person ?? value.organization ?? key, ...(value.otherNames ?? [])],
  }))
  return { article: new Article(file, text, language), published, agents }
}

/** The draft of a dossier's folder. */
export function draftFolder(
  folder: string,
  { graphNames, model }: { readonly graphNames: readonly KnownAgent[]; readonly model: TrainedModel | null },
): Draft {
  const { article, published, agents } = openDossier(folder)
  const keys = new Set(agents.map(({ key }) => key))
  const known = new KnownAgents([...agents, ...graphNames.filter(({ key }) => !keys.has(key))])
  return draftArticle(article, { known, published, model })
}
