import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type ExportType, exportTables } from '../../store/query/exportTables.ts'
import type { Description } from './description.ts'
import type { Written } from './written.ts'

const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}

const dataTypes: Readonly<Record<ExportType, string>> = {
  TEXT: 'sc:Text',
  INTEGER: 'sc:Integer',
  REAL: 'sc:Float',
  DATE: 'sc:Date',
}

/** What the files of a form are called by those who read them. */
export interface FileFormat {
  readonly mediaType: string
  readonly hasRowIds: boolean
}

/** The description of an export by which a data catalogue or a training library finds its way (Croissant 1.0, MLCommons). */
export async function croissantOf(
  folder: string,
  written: readonly Written[],
  { mediaType, hasRowIds }: FileFormat,
  { name, summary, licence, url, date, describe }: Description,
): Promise<unknown> {
  const distribution = []
  for (const { table, files } of written) {
    const objects = []
    for (const file of files) {
      objects.push({
        '@type': 'cr:FileObject',
        '@id': file,
        name: file,
        contentUrl: file,
        contentSize: `${statSync(join(folder, file)).size} B`,
        encodingFormat: mediaType,
        sha256: await digestOf(join(folder, file)),
      })
    }
    distribution.push(...objects)
    if (files.length > 1) distribution.push(setOf(table, mediaType, files))
  }
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name,
    description: summary,
    ...(licence.length > 0 && { license: licence }),
    ...(url !== null && { url }),
    datePublished: date,
    version: '1.0.0',
    citeAs: name,
    distribution,
    recordSet: exportTables.flatMap(table => {
      const files = written.find(each => each.table === table.name)?.files ?? []
      const [first] = files
      if (first === undefined) return []
      const source = files.length > 1 ? { fileSet: { '@id': setName(table.name) } } : { fileObject: { '@id': first } }
      return [
        {
          '@type': 'cr:RecordSet',
          '@id': table.name,
          name: table.name,
          description: describe(table.name, null),
          field: table.columns
            .filter(column => hasRowIds || !column.isRowId)
            .map(column => ({
              '@type': 'cr:Field',
              '@id': `${table.name}/${column.name}`,
              name: column.name,
              description: describe(table.name, column.name),
              dataType: dataTypes[column.type],
              source: { ...source, extract: { column: column.name } },
            })),
        },
      ]
    }),
  }
}

function setOf(table: string, mediaType: string, files: readonly string[]) {
  return {
    '@type': 'cr:FileSet',
    '@id': setName(table),
    name: setName(table),
    encodingFormat: mediaType,
    containedIn: files.map(file => ({ '@id': file })),
    includes: `${table}/**`,
  }
}

function setName(table: string): string {
  return `${table}-files`
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
