import { numberSought } from '../documents/number.ts'
import { inDigits } from '../marks/names.ts'
import { mayBeNumber } from '../number/numberIn.ts'
import { useAnswer } from '../useAnswer.ts'

/** Leads to everyone who gives the number, where the words read as one. */
export function NumberOffers({ words }: { readonly words: string }) {
  return (
    <>
      {readingsOf(words).map(reading => (
        <NumberOffer words={reading} key={reading} />
      ))}
    </>
  )
}

function NumberOffer({ words }: { readonly words: string }) {
  const { data } = useAnswer(numberSought, { words })
  if (!data) return null
  const { value, fits } = data.number
  // “Over 55” rules 1,250 out no more than it means it.
  const canMean = fits.some(({ fit, mentions }) => fit === 'BOUNDS' && (mentions.totalCount ?? 0) > 0)
  return (
    <p>
      <a href={`/number?value=${value}${canMean ? '&mean=yes' : ''}`}>
        Everyone who gives the number {inDigits(value)}
        {canMean ? ', or words that may mean it' : ''}
      </a>
    </p>
  )
}

/** The numbers that the words may be: a space or an apostrophe groups the digits of 435 719; the point of 435.719 may do so, too. */
function readingsOf(words: string): string[] {
  if (!mayBeNumber(words)) return []
  const grouped = words.replaceAll(/(?<=\d)[\s’'](?=\d{3}(?!\d))/g, ',')
  return /^\d{1,3}(?:\.\d{3})+$/.test(grouped) ? [grouped.replaceAll('.', ','), grouped] : [grouped]
}
