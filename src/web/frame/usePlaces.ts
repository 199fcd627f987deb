import { citedDocuments, type DocumentCondition } from '../documents/cited.ts'
import { useAnswer } from '../useAnswer.ts'
import { mostDocuments, placesOf } from './cite.ts'

/** Where what a view shows stands, for its citation: the first documents that meet the condition; null asks nothing. */
export function usePlaces(filter: DocumentCondition | null): string {
  const { data } = useAnswer(citedDocuments, filter && { filter, first: mostDocuments + 1 })
  return placesOf(data?.documents.nodes ?? [])
}
