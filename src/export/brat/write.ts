import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as vocabularies from '../../model/vocabulary.ts'
import type { Database } from '../../store/engine/database.ts'
import { markedDocuments, marksIn, textOfMarked } from '../../store/query/documentMarks.ts'
import type { ExportScope } from '../../store/query/exportTables.ts'
import { csvLine } from '../csv.ts'
import { toldIn } from '../told.ts'
import { turns } from '../turns.ts'
import { annotationConf, standOff } from './standOff.ts'

const attributeValues = new Map(
  Object.entries({
    StatementValue: vocabularies.Quotation,
    StanceValue: vocabularies.Stance,
    FigureMentionValue: vocabularies.Approximation,
    FigureRelationValue: vocabularies.FigureRelationKind,
    ChannelValue: vocabularies.ChannelKind,
    voice: vocabularies.Voice,
    manner: vocabularies.StanceManner,
    wording: vocabularies.Wording,
    basis: vocabularies.TimeBasis,
  }).map(([name, vocabulary]) => [name, new Set(Object.keys(vocabulary))]),
)

/**
 * Writes a folder of brat: a text and its annotations for each document, and `documents.csv`, in which their licences are. Says
 * how many marks there are.
 */
export async function writeBrat(database: Database, folder: string, scope: ExportScope): Promise<number> {
  const turn = turns()
  let marked = 0
  let list = csvLine([
    'file',
    'title',
    'authors',
    'publisher',
    'published',
    'language',
    'url',
    'dataset',
    'licence',
    'source',
  ])
  for (const document of markedDocuments(database, scope)) {
    if (document.hasText === 0) continue
    const { slug, title, authors, publisher, published, language, url, dataset, licence, source } = document
    const text = textOfMarked(database, document)
    const marks = marksIn(database, document, scope)
    const path = join(folder, slug)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.txt`, text)
    writeFileSync(`${path}.ann`, standOff(text, marks, toldIn(database, marks)))
    list += csvLine([slug, title, authors, publisher, published, language, url, dataset, licence, source])
    marked += marks.length
    await turn()
  }
  writeFileSync(join(folder, 'annotation.conf'), annotationConf(attributeValues))
  writeFileSync(join(folder, 'documents.csv'), list)
  return marked
}
