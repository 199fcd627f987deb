/**
 * The interchange format: what a corpus or a dossier says, one JSON object a line, in an order in which nothing is named
 * before it has been given. Dossiers and every format of corpora are read as these records, so that one path checks and
 * writes them.
 *
 * The descriptions become those of docs/interchange.schema.json.
 */

import { z } from 'zod'
import { agent, membership } from './records/agent.ts'
import { coder, dataset, rule } from './records/dataset.ts'
import { channel, document, note, time } from './records/document.ts'
import { figure, figureRelation } from './records/figure.ts'
import { claim, referent, statement, statementRelation } from './records/statement.ts'

/** One line of the interchange format. */
export const interchangeRecord = z.discriminatedUnion('type', [
  dataset,
  rule,
  agent,
  membership,
  coder,
  claim,
  referent,
  document,
  time,
  channel,
  figure,
  figureRelation,
  statement,
  statementRelation,
  note,
])

export const recordTypes = interchangeRecord.options.map(option => option.shape.type.value)

export type InterchangeRecord = z.infer<typeof interchangeRecord>
export type RecordType = InterchangeRecord['type']
