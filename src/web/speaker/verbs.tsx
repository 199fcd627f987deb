import { type EverybodysVerbs, everybodysVerbs, speakerVerbs } from '../documents/speaker.ts'
import { Answer } from '../frame/states.tsx'
import { Nothing } from '../marks/marks.tsx'
import { inDigits } from '../marks/names.ts'
import { noteOnPage } from '../marks/notes.ts'
import { useAnswer } from '../useAnswer.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** How publishers introduce somebody's words: each rate with its interval, beside that of everybody. */
export function Verbs({ speaker }: { readonly speaker: string }) {
  const asked = useAnswer(speakerVerbs, { speaker })
  const every = useAnswer(everybodysVerbs, {}).data?.reportingVerbs.publishers
  return (
    <>
      <h2>How their words are introduced</h2>
      <Answer asked={asked} what="the verbs">
        {({ reportingVerbs: theirs }) => {
          const publishers = theirs.publishers.filter(({ cueCount }) => cueCount > 0)
          if (publishers.length === 0) return <Nothing>no verb coded</Nothing>
          return (
            <>
              {publishers.map(({ publisher, cueCount, verbs }) => (
                <table class="plain verbs" key={publisher?.name ?? ''}>
                  <caption class="note">
                    {publisher?.name ?? 'publisher not given'}: {inDigits(cueCount)} introduced
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">Verb</th>
                      <th scope="col">Share, and its 95% interval</th>
                      <th scope="col" class="n">
                        Of all
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {verbs
                      .filter(({ count }) => count > 0)
                      .map(({ lemma, count, rate, low, high }) => (
                        <tr key={lemma}>
                          <th scope="row" class="said">
                            {lemma}
                          </th>
                          <td>
                            <span class="interval">
                              <i style={{ left: percent(low), width: percent(high - low) }} />
                              <b style={{ left: percent(rate) }} />
                            </span>
                            <span class="note">
                              {count} of {cueCount}: {percent(low)} to {percent(high)}
                            </span>
                          </td>
                          <td class="n">{every ? percent(rateOf(lemma, every)) : '…'}</td>
                        </tr>
                      ))}
                  </tbody>
                </table>
              ))}
              {theirs.notes.map(note => (
                <p class="note" key={note}>
                  {noteOnPage(note)}
                </p>
              ))}
            </>
          )
        }}
      </Answer>
    </>
  )
}

/** The share of a verb among all that introduce somebody, at some publishers. */
function rateOf(lemma: string, publishers: EverybodysVerbs): number {
  const count = publishers.reduce((sum, { verbs }) => sum + (verbs.find(verb => verb.lemma === lemma)?.count ?? 0), 0)
  return (
    count /
    Math.max(
      1,
      publishers.reduce((sum, { cueCount }) => sum + cueCount, 0),
    )
  )
}
