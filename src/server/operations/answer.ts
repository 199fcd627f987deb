import { execute, parse } from 'graphql'
import { schema } from '../../graph/schema.ts'
import type { Database } from '../../store/engine/database.ts'
import { Reader } from '../../store/reader.ts'
import { maskError } from '../errors.ts'
import type { Log } from '../log.ts'
import { requestId } from '../observe/requestRecord.ts'
import type { Runnable } from './knownOperations.ts'
import type { Operation, OperationAnswer } from './operation.ts'

/** The answer to a valid operation: by its plan if it has one, else by the resolvers. */
export async function answerOf(
  database: Database,
  { operation, variables }: Runnable,
  { query, operationName, variables: given, baseUrl }: Operation,
  log: Log,
): Promise<OperationAnswer> {
  const reported = new Set<string>()
  // Each field that reads what is damaged fails alike: the log hears of it once.
  const report = (fault: unknown) => {
    if (reported.has(String(fault))) return
    reported.add(String(fault))
    log.error({ err: fault, ...requestId() }, 'internal fault')
  }
  const mask = (error: unknown) => maskError(error, report)
  try {
    const planned = operation.plan?.run(database, variables, baseUrl) ?? null
    if (planned !== null) return { json: planned, errors: [] }
  } catch (error) {
    // A process that answers others too does not end with it.
    const errors = [mask(error).toJSON()]
    return { json: JSON.stringify({ errors }), errors }
  }
  const result = await execute({
    schema,
    // With the places of its nodes, which errors tell.
    document: parse(query),
    variableValues: given,
    operationName,
    contextValue: { read: new Reader(database), baseUrl },
  })
  const errors = result.errors?.map(mask)
  const json = JSON.stringify(errors ? { ...result, errors } : result)
  return { json, errors: errors?.map(error => error.toJSON()) ?? [] }
}
