import type { FigureParts } from '../documents/fragments.ts'
import type { SearchHit } from '../documents/search.ts'
import { Answer, Empty, More } from '../frame/states.tsx'
import { ByAccount } from '../marks/byAccount.tsx'
import { Concluded, speakerName, Whose } from '../marks/marks.tsx'
import { inDigits, inWords } from '../marks/names.ts'
import { FoundWords } from '../marks/words.tsx'
import { shownNumber } from '../number/shown.ts'
import { addressOf } from '../place.ts'
import { NumberOffers } from './numberOffer.tsx'
import type { Found } from './useHits.ts'

/** What is found, with the words that match marked; nothing before something is typed. */
export function Hits({ found: { words, most, list } }: { readonly found: Found }) {
  if (words === '') return null
  return (
    <div class="hits">
      <NumberOffers words={words} />
      <Answer asked={list.first} what="what is found">
        {({ search: { totalCount } }) => (
          <>
            <p role="status" class="note">
              {totalCount === 0 ? '' : `${inDigits(totalCount)} found`}
            </p>
            {totalCount === 0 ? (
              <>
                <Empty>
                  Nothing is found for “{words}”. {list.first.notes.join(' ')}
                </Empty>
                <p class="note">
                  Fewer words find more; the beginning of a word with * finds all that begin so; a number may be written
                  1200000, 1,200,000, 1200k or 1.2 million.
                </p>
              </>
            ) : (
              <ol>
                {list.items.map((hit, index) => (
                  <Hit hit={hit} key={`${hit.type}${index}`} />
                ))}
              </ol>
            )}
            {totalCount > most && most < 20 ? (
              <p>
                <a href={`/search?${new URLSearchParams({ q: words })}`}>All {inDigits(totalCount)}</a>
              </p>
            ) : (
              <More list={list} of={totalCount} />
            )}
          </>
        )}
      </Answer>
    </div>
  )
}

function Hit({ hit: { node, fragments, type } }: { readonly hit: SearchHit }) {
  if (!node || !('slug' in node)) return null
  return (
    <li>
      <span class="kind">{inWords(type === 'AGENT' ? node.__typename : type === 'FIGURE' ? 'number' : type)}</span>
      <a href={addressOf(node.__typename, node.slug)} dir="auto">
        {node.__typename === 'Statement' ? (
          <FoundWords said={node} fragments={fragments} />
        ) : (
          fragments.map(({ text, matched }, index) =>
            // Pieces of one text, in order: the place is all that tells them apart.
            matched ? <mark key={`${index}m`}>{text}</mark> : <span key={`${index}t`}>{text}</span>,
          )
        )}
      </a>
      {node.__typename === 'Statement' ? (
        <span class="note">
          {speakerName(node)}
          {'\u00a0'}
          <Concluded of="speaker" basis={node.speakerBasis} reason={node.speakerReason} />
          <ByAccount of={node.reportedIn} /> <Whose {...node} />
        </span>
      ) : null}
      {node.__typename === 'Figure' ? (
        <span class="note">{counts(node, fragments.map(({ text }) => text).join(''))}</span>
      ) : null}
    </li>
  )
}

/** What a number counts, as far as the words that were found do not say it. */
function counts(figure: FigureParts & { readonly unit: string }, found: string): string {
  const { label, unit } = figure
  const number = shownNumber(figure, unit)
  return [number === label ? '' : number, found.includes(label) ? '' : label].filter(Boolean).join(': ')
}
