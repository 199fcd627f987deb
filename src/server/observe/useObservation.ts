import type { Plugin } from 'graphql-yoga'
import type { TrustedDocuments } from '../trustedDocuments.ts'
import { currentRequest } from './requestRecord.ts'

/** Notes which trusted document a request asks for, and the code of its first error. */
export function useObservation(trusted: TrustedDocuments): Plugin {
  return {
    onExecute({ args: { contextValue } }) {
      const record = currentRequest()
      if (record) record.document = trusted.nameOf(contextValue.params.query ?? '')
    },
    onResultProcess({ result }) {
      const record = currentRequest()
      if (!record || !('errors' in result)) return
      const code = result.errors?.[0]?.extensions?.code
      record.code = typeof code === 'string' ? code : 'GRAPHQL_ERROR'
    },
  }
}
