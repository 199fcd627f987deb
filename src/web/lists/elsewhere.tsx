import { useEffect } from 'preact/hooks'
import { nodePlace } from '../documents/nodes.ts'
import { Answer, NotFound } from '../frame/states.tsx'
import { statementAddress } from '../marks/marks.tsx'
import { inWords } from '../marks/names.ts'
import { addressOf, go } from '../place.ts'
import { globalId } from '../reader/globalId.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'

type Place = ReturnType<NonNullable<(typeof nodePlace)['types']>>['node']

/** The permalink of an annotation leads to where it stands. */
export default function Elsewhere({ rest: [type = '', slug = ''] }: ViewProps) {
  const asked = useAnswer(nodePlace, { id: globalId(type, slug) })
  const address = asked.data ? addressFor(asked.data.node, slug) : null
  useEffect(() => {
    if (address) go(address, { replace: true })
  }, [address])
  return (
    <Answer asked={asked} what="it">
      {() =>
        address ? null : <NotFound what={`There is no ${inWords(type)} “${slug}” in this graph, or it has no page.`} />
      }
    </Answer>
  )
}

function addressFor(node: Place, slug: string): string | null {
  if (!node) return null
  if ('statement' in node && node.statement) return statementAddress(node.statement.slug)
  if ('subject' in node && node.subject) return addressOf('Figure', node.subject.slug)
  if ('member' in node && node.member) return addressOf(node.member.__typename, node.member.slug)
  if (node.__typename === 'Coder') return `/statements?coder=${slug}`
  if (!('document' in node) || !node.document) return null
  const place = 'passage' in node ? node.passage : 'start' in node ? node : null
  const chars = place ? `?chars=${place.start}-${place.end}` : ''
  return addressOf('Document', node.document.slug) + chars
}
