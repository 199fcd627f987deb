import type { startQuestions } from '../documents/start.ts'
import { Answer } from '../frame/states.tsx'
import { Marks } from '../marks/help.tsx'
import { shownNumber } from '../number/shown.ts'
import type { Asked } from '../useAnswer.ts'
import { AboutFrequentNumber, AboutNumber } from './aboutNumber.tsx'
import { AboutNames, AboutSpeakers } from './aboutSpeakers.tsx'
import { askedAbout } from './askedAbout.ts'
import { speakersTogether } from './speakersTogether.ts'

export type QuestionsData = ReturnType<NonNullable<(typeof startQuestions)['types']>>

/** Worked questions, chosen by what the graph holds, each with the beginning of its answer, one click away from all of it. */
export function Questions({ asked }: { readonly asked: Asked<QuestionsData> }) {
  return (
    <section class="band">
      <h2>Questions, answered</h2>
      <p class="note">Each answer is a page; each word on it leads to its place in the text.</p>
      <Marks kinds={['wording', 'basis']} />
      <Answer asked={asked} what="the questions">
        {data => {
          const figure = askedAbout(data.tensions.nodes)
          const speakers = speakersTogether(frequentSpeakers(data))
          return (
            <div class="three">
              {figure ? <AboutNumber slug={figure.slug} shown={shownNumber(figure)} /> : <AboutFrequentNumber />}
              {speakers.length < 2 ? null : data.names.totalCount > 0 ? (
                <AboutNames speakers={speakers.map(({ agent }) => agent.slug)} />
              ) : (
                <AboutSpeakers speakers={speakers} />
              )}
              {data.open.totalCount > 0 ? <OpenTimes open={data.open} /> : null}
            </div>
          )
        }}
      </Answer>
    </section>
  )
}

/** What may be searched for: a number and a name that the graph holds; in general where it holds none. */
export function searchExample(data: QuestionsData | null): string {
  if (data === null) return ''
  const figure = askedAbout(data.tensions.nodes)
  const [speaker] = frequentSpeakers(data)
  const examples = [...(figure ? [shownNumber(figure)] : []), ...(speaker ? [speaker.agent.name] : [])]
  return examples.length === 0 ? 'a number, a name, some words' : examples.join(', ')
}

function frequentSpeakers({ speakers }: QuestionsData) {
  return speakers.nodes.flatMap(({ count, keys }) => {
    const agent = keys[0]?.node
    if (!agent || !('slug' in agent)) return []
    const documents = agent.statements.nodes.flatMap(({ document }) => (document ? [document.slug] : []))
    return [{ count, agent, documents: [...new Set(documents)] }]
  })
}

function OpenTimes({ open }: { readonly open: QuestionsData['open'] }) {
  return (
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
        <a href="/timeline">
          {open.totalCount > open.nodes.length ? `All ${open.totalCount} times left open` : 'These times'}, and the
          times with a date
        </a>
      </p>
    </article>
  )
}
