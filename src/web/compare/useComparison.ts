import { type Comparison, compareRead, compareSaid } from '../documents/compare.ts'
import { type Asked, useAnswer } from '../useAnswer.ts'

type Variables = Parameters<NonNullable<(typeof compareSaid)['types']>>[0]

/** Asks for a comparison, in two questions at once: together they would cost nearly as much as the server answers. */
export function useComparison(variables: Variables | null): Asked<Comparison> {
  const said = useAnswer(compareSaid, variables)
  const read = useAnswer(compareRead, variables)
  const both = [said, read]
  return {
    data: said.data && read.data ? { ...said.data.compareFraming, ...read.data.compareFraming } : null,
    notes: said.notes,
    nearest: said.nearest,
    error: said.error ?? read.error,
    isWaiting: said.isWaiting || read.isWaiting,
    stop: () => both.forEach(each => void each.stop()),
    again: () => both.forEach(each => void each.again()),
  }
}
