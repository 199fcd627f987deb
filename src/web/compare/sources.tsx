import { compareSources } from '../documents/compare.ts'
import { placesOf } from '../frame/cite.ts'
import { Answer } from '../frame/states.tsx'
import { documentName } from '../marks/names.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { otherParts } from './parts.ts'
import { conditionOf } from './subjects.ts'

/** Asks for the documents that the compared words stand in. */
export function useSources(speakers: readonly string[], query: URLSearchParams) {
  const filter = { and: [{ or: speakers.map(speaker => ({ speaker })) }, conditionOf(query)] }
  return useAnswer(compareSources, speakers.length > 1 ? { filter } : null)
}

type Asked = ReturnType<typeof useSources>

/** Where the compared words stand, for the citation. */
export function citedSources({ data }: Asked): string {
  if (data === null) return ''
  const { nodes, totalCount } = data.statementStats
  const documents = nodes.flatMap(({ keys: [key] }) => (key?.node?.__typename === 'Document' ? [key.node] : []))
  return placesOf(documents, totalCount <= nodes.length)
}

/** The documents that the compared words stand in, with their addresses: on paper there is no link to follow. */
export function Sources({ asked }: { readonly asked: Asked }) {
  return (
    <section class="band sources" id="sources">
      <h2>{otherParts.sources.title}</h2>
      <p class="note">{otherParts.sources.lead}</p>
      <Answer asked={asked} what="the documents">
        {({ statementStats: { nodes, totalCount } }) => (
          <ul>
            {nodes.flatMap(({ keys: [key] }) => {
              const node = key?.node
              if (node?.__typename !== 'Document') return []
              return [
                <li key={node.slug}>
                  <a href={addressOf('Document', node.slug)} dir="auto">
                    {documentName(node)}
                  </a>
                  {node.title && node.publisher ? <>, {node.publisher.name}</> : null}
                  {node.published ? <>, {node.published}</> : null}
                  {node.url ? <p class="mono">{node.url}</p> : null}
                </li>,
              ]
            })}
            {totalCount > nodes.length ? <li class="note">and {totalCount - nodes.length} more documents</li> : null}
          </ul>
        )}
      </Answer>
    </section>
  )
}
