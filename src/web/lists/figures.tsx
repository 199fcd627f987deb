import { figureList } from '../documents/lists.ts'
import { Scroll } from '../frame/scroll.tsx'
import { Marks } from '../marks/help.tsx'
import { Concluded, Nothing, Speaker, speakerName, Whose } from '../marks/marks.tsx'
import { numberIn } from '../number/numberIn.ts'
import { shownNumber } from '../number/shown.ts'
import { addressOf } from '../place.ts'
import type { ViewProps } from '../view.ts'
import { ListView } from './listView.tsx'

export default function Figures({ place: { query } }: ViewProps) {
  const from = numberIn(query.get('from') ?? '')
  const to = numberIn(query.get('to') ?? '')
  const label = query.get('label')
  const unit = query.get('unit')
  const document = query.get('document')
  const filter = {
    ...(from === null && to === null
      ? {}
      : { value: { ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lte: to }) } }),
    ...(label ? { label: { contains: label } } : {}),
    ...(unit ? { unit: { eq: unit } } : {}),
    ...(document ? { document } : {}),
  }
  return (
    <ListView
      title="Numbers"
      lead={
        <>
          <p>
            What is counted, and who words it. <a href="/number">Everyone who gives a number</a> looks at wordings in
            all documents.
          </p>
          <Marks kinds={['voices', 'wording', 'basis']} />
        </>
      }
      operation={figureList}
      variables={{ filter }}
      documents={{ figures: filter }}
      pageOf={({ figures }) => figures}
      query={query}
      conditions={[
        { name: 'from', label: 'From', hint: '10,000' },
        { name: 'to', label: 'To', hint: '1 million' },
        { name: 'label', label: 'Counts, in words', hint: 'words of the label' },
        { name: 'unit', label: 'Unit', hint: 'percent' },
        { name: 'document', label: 'In the document', isSet: true },
      ]}
      table={figures => ({
        header: [
          'figure',
          'label',
          'value',
          'lower',
          'upper',
          'unit',
          'words',
          'speaker',
          'quotation',
          'speakerBasis',
          'document',
        ],
        rows: figures.flatMap(({ slug, label: name, value, lower, upper, unit: of, document: text, mentions }) =>
          mentions.nodes.map(({ words, statement }) => [
            slug,
            name,
            value,
            lower,
            upper,
            of,
            words,
            statement ? speakerName(statement) : null,
            statement?.quotation,
            statement?.basis,
            text?.slug,
          ]),
        ),
      })}
    >
      {figures => (
        <Scroll name="Numbers">
          <table class="plain stacked">
            <thead>
              <tr>
                <th scope="col" class="n">
                  Number
                </th>
                <th scope="col">Counts</th>
                <th scope="col">Worded by</th>
                <th scope="col">In</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ mentions, unit: of, document: text, ...figure }) => (
                <tr key={figure.slug}>
                  <th scope="row" class="n">
                    <a href={addressOf('Figure', figure.slug)} dir="auto">
                      {shownNumber(figure)}
                    </a>
                  </th>
                  <td dir="auto" data-label="counts">
                    {figure.label} {of && !figure.label.includes(of) ? <span class="note">({of})</span> : null}
                  </td>
                  <td data-label="worded by">
                    {mentions.nodes.length === 0 ? <Nothing /> : null}
                    {mentions.nodes.map(({ slug: mention, statement }) =>
                      statement ? (
                        <p key={mention}>
                          <Speaker of={statement} />
                          {'\u00a0'}
                          <Concluded of="speaker" basis={statement.basis} />{' '}
                          <Whose voice={statement.voice} quotation={statement.quotation} />
                        </p>
                      ) : null,
                    )}
                    {mentions.totalCount > mentions.nodes.length ? (
                      <p class="note">
                        <a href={addressOf('Figure', figure.slug)}>
                          and {mentions.totalCount - mentions.nodes.length} more
                        </a>
                      </p>
                    ) : null}
                  </td>
                  <td dir="auto" data-label="in">
                    {text ? <a href={addressOf('Document', text.slug)}>{text.publisher?.name ?? text.slug}</a> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </ListView>
  )
}
