import { citedDocuments, type DocumentCondition } from '../documents/cited.ts'
import { useAnswer } from '../useAnswer.ts'
import { mostDocuments, placesOf } from './cite.ts'

/** Where what a view shows stands, for its citation: the first documents that meet the condition. */
export function usePlaces(filter: DocumentCondition): string {
  const { data } = useAnswer(citedDocuments, { filter, first: mostDocuments + 1 })
  return placesOf(data?.documents.nodes ?? [])
}
