import { type AnswerParts, startAnswer, startNumber, startWordings } from '../documents/start.ts'
import { Answer } from '../frame/states.tsx'
import { Attributed } from '../marks/attributed.tsx'
import { speakerName, Whose } from '../marks/marks.tsx'
import { counted, inDigits } from '../marks/names.ts'
import { Words } from '../marks/words.tsx'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'

/** The wordings of a number in tension with another, and of what is set beside it. */
export function AboutNumber({ slug, shown }: { readonly slug: string; readonly shown: string }) {
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

/** One wording in its words, and whose it is. */
function AnswerItem({ mention: { words, statement } }: { readonly mention: AnswerParts }) {
  return (
    <li>
      {statement ? (
        <>
          <Words said={statement} mark={words} />
          <p class="meta">
            <b dir="auto">{speakerName(statement)}</b>
            <Whose {...statement} />
            <Attributed of={statement} />
          </p>
        </>
      ) : (
        words
      )}
    </li>
  )
}

/** The wordings of a number that is given often, whoever gives it and whatever it counts. */
export function AboutFrequentNumber() {
  const some = useAnswer(startNumber, {})
  const values = some.data?.figureMentions.nodes.flatMap(({ value }) => value ?? []) ?? []
  const [[value] = []] = [...Map.groupBy(values, each => each)].sort(([, one], [, other]) => other.length - one.length)
  const asked = useAnswer(startWordings, value === undefined ? null : { value })
  if (value === undefined || asked.data === null) return null
  const { totalCount, nodes } = asked.data.figureMentions
  const address = `/number?${new URLSearchParams({ value: String(value) })}`
  return (
    <article>
      <h3>
        <a href={address}>Who said what about {inDigits(value)}?</a>
      </h3>
      <ul class="ans">
        {nodes.map(mention => (
          <AnswerItem mention={mention} key={mention.slug} />
        ))}
      </ul>
      <p class="go">
        <a href={address}>Everyone who gives it: {counted(totalCount, 'wording')}</a>
      </p>
    </article>
  )
}
