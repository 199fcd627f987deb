import { type SpeakerOfPage, speakerLinks } from '../documents/speaker.ts'
import { Answer, More } from '../frame/states.tsx'
import { Agent, statementAddress } from '../marks/marks.tsx'
import { inWords, linkNames } from '../marks/names.ts'
import { usePages } from '../usePages.ts'

/** Where a name was linked to this agent: by the corpus, by rule or by decision. */
export function Links({ agent: { slug, decisions, mentions } }: { readonly agent: SpeakerOfPage }) {
  return (
    <>
      <h2>How the name leads here</h2>
      {decisions.length === 0 && mentions.totalCount === 0 ? (
        <p class="note">By the curator of the document, statement by statement: no rule and no decision.</p>
      ) : null}
      <ul class="short">
        {decisions.map(({ kind, reason, decidedBy, agent, other, words }) => (
          <li key={reason}>
            {/* What was split off is told from the side of the agent that it was taken from. */}
            <b>{inWords(kind)}</b>{' '}
            {other?.slug === slug && agent ? <Agent agent={agent} /> : other ? <Agent agent={other} /> : null}{' '}
            {words ? <span class="said">“{words}”</span> : null}
            <p class="note">
              {reason} {decidedBy ? `Decided by ${decidedBy}.` : ''}
            </p>
          </li>
        ))}
      </ul>
      {mentions.totalCount > 0 ? <Mentions slug={slug} /> : null}
    </>
  )
}

function Mentions({ slug }: { readonly slug: string }) {
  const list = usePages(speakerLinks, { agent: slug }, data => data.mentions)
  return (
    <Answer asked={list.first} what="the mentions">
      {({ mentions }) => (
        <>
          <ul class="short">
            {list.items.map(({ slug: key, words, link, statement }) => (
              <li key={key}>
                <a class="said" href={statement ? statementAddress(statement.slug) : ''} dir="auto">
                  {words}
                </a>{' '}
                <span class="note">{link ? linkNames[link] : 'not linked'}</span>
              </li>
            ))}
          </ul>
          <More list={list} of={mentions.totalCount} />
        </>
      )}
    </Answer>
  )
}
