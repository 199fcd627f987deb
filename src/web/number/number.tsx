import { Fragment } from 'preact'
import { useMemo } from 'preact/hooks'
import { numberPage, numberRead } from '../documents/number.ts'
import { placesOf } from '../frame/cite.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Answer, More } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { Marks } from '../marks/help.tsx'
import { heldOf } from '../marks/howHeld.tsx'
import { numberWording, speakerName } from '../marks/marks.tsx'
import { counted, inDigits } from '../marks/names.ts'
import { setQuery } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'
import { usePages } from '../usePages.ts'
import type { ViewProps } from '../view.ts'
import { ItsFigures } from './itsFigures.tsx'
import { lineRow } from './lineRow.ts'
import { mayBeNumber, numberIn } from './numberIn.ts'
import { NumberLine } from './numberLine.tsx'
import { Voices } from './voices.tsx'
import { commitment } from './wording.ts'

/** Everyone who gives a number, in any document: they need not count the same thing. */
export default function NumberView({ place: { query } }: ViewProps) {
  const typed = query.get('value') ?? ''
  const plain = numberIn(typed)
  const read = useAnswer(numberRead, plain === null && mayBeNumber(typed) ? { words: typed } : null)
  const value = plain ?? read.data?.number.value ?? null
  const share = Number(query.get('within') ?? '0')
  const reach = Math.abs(value ?? 0) * (Number.isFinite(share) ? share : 0)
  const canMean = query.get('mean') === 'yes'
  const named = value === null ? null : { value: { gte: value - reach, lte: value + reach } }
  const filter = named && canMean && value !== null ? { or: [named, { boundsHold: value }] } : named
  const variables = filter && { filter }
  const list = usePages(numberPage, variables, data => data.figureMentions)
  useTitle(
    value === null
      ? 'A number'
      : `Everyone who gives ${inDigits(value)}${canMean ? ', or words that may mean it' : ''}`,
  )
  const rows = useMemo(
    () =>
      list.items.slice(0, 20).map(mention => {
        const { statement, wording } = mention
        const where = statement?.document?.publisher?.name
        const label = `${statement ? speakerName(statement) : ''}${where ? ` · ${where}` : ''}${numberWording(wording, statement)}`
        return lineRow(mention, label)
      }),
    [list.items.length, list.first.data],
  )
  return (
    <>
      <p class="kicker">Number, in all documents</p>
      <h1 class="number">{value === null ? 'Which number?' : inDigits(value)}</h1>
      <form class="bar-form" onSubmit={event => event.preventDefault()}>
        <label>
          Number
          <input
            name="value"
            autocomplete="off"
            value={typed}
            onInput={({ currentTarget }) => setQuery({ value: currentTarget.value })}
          />
        </label>
        <label>
          Give or take
          <select
            value={query.get('within') ?? ''}
            onChange={({ currentTarget }) => setQuery({ within: currentTarget.value })}
          >
            <option value="">nothing</option>
            <option value="0.01">1%</option>
            <option value="0.05">5%</option>
            <option value="0.1">10%</option>
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={canMean}
            onChange={({ currentTarget }) => setQuery({ mean: currentTarget.checked ? 'yes' : null })}
          />
          and wordings that may mean it, such as “tens of thousands”
        </label>
      </form>
      <p class="caution">
        The same number need not count the same thing. Look at what each counts before you set one beside another.
      </p>
      {value === null ? (
        <p class="empty">Type a number in any form: 1200000, 1,200,000, 1.2 million or “about 1,200”.</p>
      ) : (
        <Answer asked={list.first} what="the wordings">
          {({ figureMentions: { totalCount } }) => (
            <>
              {rows.length === 0 ? null : (
                <section class="band">
                  <h2>On a line</h2>
                  <NumberLine rows={rows} guide={value} />
                  <Marks kinds={['line', 'wording', 'voices']} />
                </section>
              )}
              <ItsFigures value={value} />
              <section class="band">
                <h2>{counted(totalCount ?? 0, 'wording')}</h2>
                <Voices mentions={list.items} withDocument />
                {totalCount === 0 ? <Nearest numbers={list.first.nearest} /> : null}
                <More list={list} of={totalCount} />
              </section>
            </>
          )}
        </Answer>
      )}
      {variables === null ? null : (
        <Evidence
          hasPicture
          name={`number-${value}`}
          cited={{
            title: `Everyone who gives the number ${value === null ? '' : inDigits(value)}`,
            places: placesOf(
              list.items.map(({ statement }) => statement?.document ?? null),
              list.items.length === list.first.data?.figureMentions.totalCount,
            ),
          }}
          questions={[question(numberPage, variables)]}
          table={async () => ({
            header: [
              'words',
              'meaning',
              'value',
              'counts',
              'speaker',
              'held',
              'voice',
              'quotation',
              'statement',
              'document',
              'uri',
            ],
            rows: (await list.all(1_000)).map(({ words, figure, statement, ...wording }) => [
              words,
              commitment(wording),
              wording.value,
              figure?.label,
              statement ? speakerName(statement) : null,
              statement ? heldOf(statement) : null,
              statement?.voice,
              statement?.quotation,
              statement?.text,
              statement?.document?.slug,
              statement?.uri,
            ]),
          })}
        />
      )}
    </>
  )
}

/** Ways on from a number that nobody gives. */
function Nearest({ numbers }: { readonly numbers: readonly string[] }) {
  return (
    <p>
      {numbers.length === 0 ? null : (
        <>
          The nearest that somebody gives:{' '}
          {numbers.map((number, index) => (
            <Fragment key={number}>
              {index === 0 ? '' : ' and '}
              <a href={`/number?value=${number}`}>{inDigits(Number(number))}</a>
            </Fragment>
          ))}
          .{' '}
        </>
      )}
      <a href="/figures">All numbers</a>
    </p>
  )
}
