import type { ComponentChildren } from 'preact'
import type { StatementParts } from '../documents/fragments.ts'
import { type Thing, thingPage } from '../documents/nodes.ts'
import { placesOf } from '../frame/cite.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, NotFound } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { ByAccount } from '../marks/byAccount.tsx'
import { Marks } from '../marks/help.tsx'
import { Agent, Basis } from '../marks/marks.tsx'
import { counted, inWords } from '../marks/names.ts'
import { Stance } from '../marks/stance.tsx'
import { Phrase } from '../marks/words.tsx'
import { shownNumber } from '../number/shown.ts'
import { addressOf } from '../place.ts'
import { globalId } from '../reader/globalId.ts'
import { useAnswer } from '../useAnswer.ts'
import type { ViewProps } from '../view.ts'
import { StatementItems, statementTable } from './statementItems.tsx'

/** A claim, a referent or a channel: all that is said of it. */
export default function ThingView({ rest: [type = '', slug = ''] }: ViewProps) {
  const id = globalId(type, slug)
  const isChannel = type === 'Channel'
  const variables = { id, isChannel, told: { channel: slug, hasReportedIn: true } }
  const asked = useAnswer(thingPage, variables)
  return (
    <Answer asked={asked} what="it">
      {({ node, told }) => {
        const shown = node ? shownOf(node) : null
        if (!shown) return <NotFound what={`There is no ${inWords(type)} “${slug}” in this graph.`} />
        return (
          <>
            <Head kind={type === 'Referent' ? 'What is spoken of' : type} title={shown.title} lead={shown.lead} />
            <section class="band">
              <h2>{counted(shown.total, 'statement')}</h2>
              {shown.total > shown.statements.length ? (
                <p class="note">The first {shown.statements.length} are shown.</p>
              ) : null}
              <Marks kinds={['voices', 'wording', 'basis']} />
              <StatementItems statements={shown.statements}>{statement => shown.note(statement.slug)}</StatementItems>
            </section>
            {told && told.totalCount > 0 ? (
              <section class="band">
                <h2>{counted(told.totalCount, 'statement')} by the account of others</h2>
                <StatementItems statements={told.nodes}>{() => null}</StatementItems>
              </section>
            ) : null}
            <Evidence
              name={slug}
              cited={{
                title: shown.title,
                note: `The title is a coder’s ${type === 'Claim' ? 'wording' : 'label'}`,
                places: placesOf(
                  shown.statements.map(({ document }) => document),
                  shown.total <= shown.statements.length,
                ),
              }}
              questions={[question(thingPage, variables)]}
              feed={feedOf(type, slug)}
              table={() => statementTable(shown.statements)}
            />
          </>
        )
      }}
    </Answer>
  )
}

/** Which statements are news about it. */
function feedOf(type: string, slug: string): object {
  const named = { slug: { eq: slug } }
  if (type === 'Claim') return { claims: named }
  return type === 'Referent' ? { termUses: { referent: slug } } : { channel: slug }
}

function Head({
  kind,
  title,
  lead,
}: {
  readonly kind: string
  readonly title: string
  readonly lead: ComponentChildren
}) {
  useTitle(title)
  return (
    <>
      <p class="kicker">{kind}</p>
      <h1 dir="auto">{title}</h1>
      {lead}
    </>
  )
}

interface Shown {
  readonly title: string
  readonly lead: ComponentChildren
  readonly total: number
  readonly statements: readonly StatementParts[]
  readonly note: (slug: string) => ComponentChildren
}

function shownOf(node: Thing): Shown | null {
  if (node.__typename === 'Claim') {
    const found = node.stances.nodes.flatMap(({ statement, ...stance }) => (statement ? [{ stance, statement }] : []))
    return {
      title: node.text,
      lead: (
        <p class="note">
          A coder’s wording. Each stance on it is a reading, with the words beside it: to report that others hold it is
          not to support it.
        </p>
      ),
      total: node.stances.totalCount,
      statements: found.map(({ statement }) => statement),
      note: slug => (
        <p class="meta">
          Stance to it:{' '}
          {found.map(({ stance, statement }) =>
            statement.slug === slug ? <Stance of={stance} key={stance.slug} /> : null,
          )}
        </p>
      ),
    }
  }
  if (node.__typename === 'Referent') {
    const found = node.termUses.nodes.flatMap(({ words, statement }) => (statement ? [{ words, statement }] : []))
    const byStatement = Map.groupBy(found, ({ statement }) => statement.slug)
    return {
      title: node.label,
      lead: (
        <>
          <p class="note">The label is nobody’s wording; what each speaker calls it stands below.</p>
          {node.figures.nodes.length === 0 ? null : (
            <p>
              Numbers of it:{' '}
              {node.figures.nodes.map((figure, index) => (
                <span key={figure.slug}>
                  {index > 0 ? ', ' : ''}
                  <a href={addressOf('Figure', figure.slug)} title={figure.label}>
                    {shownNumber(figure)}
                  </a>
                </span>
              ))}
            </p>
          )}
        </>
      ),
      total: byStatement.size,
      statements: [...byStatement.values()].flatMap(([first]) => (first ? [first.statement] : [])),
      note: slug => (
        <p class="meta">
          calls it{' '}
          {(byStatement.get(slug) ?? []).map(({ words, statement }) => (
            <Phrase key={words} words={words} of={statement} />
          ))}
        </p>
      ),
    }
  }
  if (node.__typename === 'Channel') {
    return {
      title: node.label,
      lead: (
        <p>
          {inWords(node.kind)}
          {node.author ? (
            <>
              {' '}
              by <Agent agent={node.author} />
            </>
          ) : null}
          {node.addressee ? (
            <>
              {' '}
              to <Agent agent={node.addressee} />
            </>
          ) : null}{' '}
          {node.basis ? <Basis basis={node.basis} reason={node.reason} /> : null}
          <ByAccount of={node.statement} />
        </p>
      ),
      total: node.statements.totalCount,
      statements: node.statements.nodes,
      note: () => null,
    }
  }
  return null
}
