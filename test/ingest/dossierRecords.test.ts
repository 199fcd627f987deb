import { expect, test } from 'vitest'
import { checkDossier, importDossier } from '../../src/ingest/importDossier.ts'
import { interchangeRecord } from '../../src/model/interchange.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { writeDossier } from '../../src/store/write/writeDossier.ts'
import { dump } from '../support/dump.ts'
import { seed } from '../support/graph.ts'

test('a dossier that leaves as JSON lines and comes back is the same graph', () => {
  const direct = openWriter(':memory:')
  importDossier(direct, seed, { replace: false })
  const { records, digest } = checkDossier(seed)
  if (records === null || digest === null) throw new Error('the seed is sound')
  const lines = records.map(record => JSON.stringify(record))
  const read = lines.map(line => interchangeRecord.parse(JSON.parse(line)))
  const over = openWriter(':memory:')
  writeDossier(over, read, { replace: false, digest })
  expect(dump(over)).toEqual(dump(direct))
})
