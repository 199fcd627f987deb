import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

const document = { type: 'document', slug: 'd', text: 'It is 10, and 5 and 5.', language: 'en' }
const figure = (slug: string, value: number) => ({
  ...{ type: 'figure', slug, document: 'd', label: slug, value, unit: 'person' },
})
const relation = (kind: string, ...objects: string[]) => ({ type: 'figureRelation', kind, subject: 'ten', objects })
const rule = (slug: string) => ({ type: 'rule', slug, name: 'BY_HAND', version: '1', meaning: 'By hand.' })
const figures = [document, figure('ten', 10), figure('five', 5), figure('another', 5), figure('third', 7)]

// An index would have ended the whole import.
test.each([
  [
    'a relation with a figure twice',
    [...figures, relation('SUM_OF', 'five', 'five')],
    'BAD_RECORD: two of its objects are the same figure: name each once',
  ],
  [
    'a relation of which another has a part',
    [...figures, relation('COMPARED_WITH', 'five', 'another'), relation('COMPARED_WITH', 'third', 'another')],
    'DUPLICATE: ten/compared-with/another says something else elsewhere',
  ],
  [
    'a rule of which another has name and version',
    [document, rule('by-hand'), rule('by-hands')],
    'DUPLICATE: version 1 of the rule BY_HAND is by-hand already: use that slug for both',
  ],
])('%s is refused, and what else there is comes in', async (_, records, refused) => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.jsonl')
  writeFileSync(file, records.map(record => `${JSON.stringify(record)}\n`).join(''))
  const [source] = await importInto(folder, 'jsonl', file, { dataset: 'talks' })
  expect(source?.taken.get('document')).toBe(1)
  const { reason, why } = JSON.parse(readFileSync(join(folder, 'rejects.jsonl'), 'utf8'))
  expect(`${reason}: ${why}`).toBe(refused)
})
