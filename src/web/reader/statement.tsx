import { useEffect } from 'preact/hooks'
import { statementPlace } from '../documents/nodes.ts'
import { Answer, NotFound } from '../frame/states.tsx'
import { addressOf, go } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { globalId } from './globalId.ts'

/** The permalink of a statement shows it in its document. */
export default function StatementView({ rest: [, slug = ''] }: ViewProps) {
  const asked = useAnswer(statementPlace, { id: globalId('Statement', slug) })
  const document = asked.data?.node && 'document' in asked.data.node ? asked.data.node.document : null
  useEffect(() => {
    if (document)
      go(`${addressOf('Document', document.slug)}?${new URLSearchParams({ statement: slug })}`, { replace: true })
  }, [document])
  return (
    <Answer asked={asked} what="the statement">
      {() => (document ? null : <NotFound what={`There is no statement “${slug}” in this graph.`} />)}
    </Answer>
  )
}
