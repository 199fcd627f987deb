/**
 * The interchange format: what a corpus or a dossier says, one JSON object a line, in an order in which nothing is named
 * before it has been given. Dossiers and every format of corpora are read as these records, so that one path checks and
 * writes them.
 *
 * The descriptions become those of docs/interchange.schema.json.
 */

import { z } from 'zod'
import { agentRecordSchema, membershipRecordSchema } from './records/agent.ts'
import { coderRecordSchema, datasetRecordSchema, ruleRecordSchema } from './records/dataset.ts'
import { channelRecordSchema, documentRecordSchema, noteRecordSchema, time } from './records/document.ts'
import { figureRecordSchema, figureRelationRecordSchema } from './records/figure.ts'
import {
  claimRecordSchema,
  referentRecordSchema,
  statementRecordSchema,
  statementRelationRecordSchema,
} from './records/statement.ts'

/** One line of the interchange format. */
export const interchangeRecord = z.discriminatedUnion('type', [
  datasetRecordSchema,
  ruleRecordSchema,
  agentRecordSchema,
  membershipRecordSchema,
  coderRecordSchema,
  claimRecordSchema,
  referentRecordSchema,
  documentRecordSchema,
  time,
  channelRecordSchema,
  figureRecordSchema,
  figureRelationRecordSchema,
  statementRecordSchema,
  statementRelationRecordSchema,
  noteRecordSchema,
])

export const recordTypes = interchangeRecord.options.map(option => option.shape.type.value)

export type InterchangeRecord = z.infer<typeof interchangeRecord>
export type RecordType = InterchangeRecord['type']
