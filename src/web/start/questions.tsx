import { type NamesLine, startAnswer, startNames, startQuestions } from '../documents/start.ts'
import { Answer } from '../frame/states.tsx'
import { Attributed } from '../marks/attributed.tsx'
import { Marks } from '../marks/help.tsx'
import { Concluded, ConcludedReadings, Nothing, speakerName, Whose } from '../marks/marks.tsx'
import { counted } from '../marks/names.ts'
import { Phrase, Words } from '../marks/words.tsx'
import { shownNumber } from '../number/shown.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { askedAbout } from './askedAbout.ts'

/** Three worked questions, each with the beginning of its answer, one click away from all of it. */
export function Questions() {
  const asked = useAnswer(startQuestions, {})
  return (
    <section class="band">
      <h2>Three questions, answered</h2>
      <p class="note">Each answer is a page; each word on it leads to its place in the text.</p>
      <Marks kinds={['wording', 'basis']} />
      <Answer asked={asked} what="three questions">
        {({ tensions, speakers, open }) => {
          const figure = askedAbout(tensions.nodes)
          const named = speakers.nodes.flatMap(({ keys }) => (keys[0]?.node ? [keys[0].node] : []))
          const slugs = named.flatMap(node => ('slug' in node ? [node.slug] : []))
          return (
            <div class="three">
              {figure ? <AboutNumber slug={figure.slug} shown={shownNumber(figure)} /> : null}
              {slugs.length > 1 ? <AboutNames speakers={slugs} /> : null}
              {open.totalCount > 0 ? (
                <article>
                  <h3>
                    <a href="/timeline">Which times does the text leave open?</a>
                  </h3>
                  <ul class="ans">
                    {open.nodes.map(({ slug, words, reason, passage }) => (
                      <li key={slug}>
                        <span class="said para">…{passage?.prefix.replace(/^\S*\s/, '')}</span>
                        <span class="time unresolved">{words}</span>
                        <p class="note">{reason}</p>
                      </li>
                    ))}
                  </ul>
                  <p class="go">
                    <a href="/timeline">{counted(open.totalCount, 'time')} left open, and those that have a date</a>
                  </p>
                </article>
              ) : null}
            </div>
          )
        }}
      </Answer>
    </section>
  )
}

function AboutNumber({ slug, shown }: { readonly slug: string; readonly shown: string }) {
  const asked = useAnswer(startAnswer, { slug })
  const address = addressOf('Figure', slug)
  return (
    <article>
      <h3>
        <a href={address}>Who said what about {shown}?</a>
      </h3>
      <Answer asked={asked} what="the answer">
        {({ figure }) => {
          if (!figure) return null
          // What rounds it and what is in tension with it says most; the parts of a sum come last.
          const beside = [
            ...figure.relatedBy.nodes.map(({ subject, ...relation }) => ({ ...relation, figure: subject })),
            ...figure.relations.nodes.map(({ object, ...relation }) => ({ ...relation, figure: object })),
          ]
            .toSorted((a, b) => Number(a.kind === 'SUM_OF') - Number(b.kind === 'SUM_OF'))
            .flatMap(({ basis, figure: other }) => (other?.mentions.nodes ?? []).map(mention => ({ basis, mention })))
            .slice(0, Math.max(1, mostShown - figure.mentions.nodes.length))
          return (
            <>
              <ul class="ans">
                {figure.mentions.nodes.map(mention => (
                  <AnswerItem mention={mention} key={mention.slug} />
                ))}
              </ul>
              {[...Map.groupBy(beside, ({ basis }) => basis)].map(([basis, items]) => (
                <div key={basis}>
                  <p class="note">{besideNames[basis]}</p>
                  <ul class="ans">
                    {items.map(({ mention }) => (
                      <AnswerItem mention={mention} key={mention.slug} />
                    ))}
                  </ul>
                </div>
              ))}
              <p class="go">
                <a href={address}>Every wording of it and of what is set beside it</a>
              </p>
            </>
          )
        }}
      </Answer>
    </article>
  )
}

/** How other wordings came to stand beside those of a number. */
const besideNames: Readonly<Record<Relation['basis'], string>> = {
  STATED: 'Set beside it by the text',
  INFERRED: 'Set beside it by a curator (concluded)',
  AUTOMATIC: 'Set beside it by a rule',
}

const mostShown = 3

type Answered = NonNullable<ReturnType<NonNullable<(typeof startAnswer)['types']>>['figure']>
type Relation = Answered['relations']['nodes'][number]

function AnswerItem({ mention: { words, statement } }: { readonly mention: Answered['mentions']['nodes'][number] }) {
  return (
    <li>
      {statement ? (
        <>
          <Words said={statement} mark={words} />
          <p class="meta">
            <b dir="auto">{speakerName(statement)}</b>
            <Whose {...statement} />
            <Attributed of={{ ...statement, time: null }} />
          </p>
        </>
      ) : (
        words
      )}
    </li>
  )
}

function AboutNames({ speakers }: { readonly speakers: readonly string[] }) {
  const asked = useAnswer(startNames, { speakers: [...speakers] })
  const address = `/compare?speakers=${speakers.join(',')}`
  return (
    <article>
      <h3>
        <a href={address}>What does each speaker call the same thing?</a>
      </h3>
      <Answer asked={asked} what="the answer">
        {({ compareFraming: { terms, speakers: compared } }) => {
          // The referent that most of the speakers name, and each one's names for it.
          const referents = Map.groupBy(terms.lines, ({ keys }) => keys[0]?.label ?? '')
          const [label = '', lines = []] = [...referents].sort(([, a], [, b]) => spread(b) - spread(a))[0] ?? []
          return (
            <>
              <p class="note">
                Names for <span dir="auto">{label}</span>
              </p>
              <ul class="ans">
                {compared.map(({ speaker }) => (
                  <li key={speaker.slug}>
                    <b>{speaker.name}</b>: <NamesOf speaker={speaker.slug} lines={lines} />
                  </li>
                ))}
              </ul>
              <p class="go">
                <a href={address}>The {compared.length} side by side</a>
              </p>
            </>
          )
        }}
      </Answer>
    </article>
  )

  function spread(lines: readonly { readonly cells: readonly { readonly count: number }[] }[]): number {
    const has = speakers.map((_, index) => lines.some(({ cells }) => (cells[index]?.count ?? 0) > 0))
    return has.filter(Boolean).length * 1_000 + lines.length
  }
}

/** What a speaker calls it, in the speaker's own words. */
function NamesOf({ speaker, lines }: { readonly speaker: string; readonly lines: readonly NamesLine[] }) {
  const names = lines.flatMap(({ keys, cells }) => {
    const cell = cells.find(found => found.speaker.slug === speaker)
    const statement = cell?.statements.nodes[0]
    return cell && statement ? [{ words: keys[1]?.label ?? '', cell, statement }] : []
  })
  if (names.length === 0) return <Nothing>nothing in their own words</Nothing>
  return names.slice(0, 3).map(({ words, cell, statement }) => (
    <span key={words}>
      <Phrase words={words} of={{ voice: 'AGENT', ...statement }} />
      <Concluded of="speaker" basis={statement.basis} />
      <ConcludedReadings {...cell} />{' '}
    </span>
  ))
}
