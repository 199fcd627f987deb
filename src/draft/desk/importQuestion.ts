import { sayCount } from '../../model/things.ts'

/** What is asked before an import, after which everybody sees what was decided; null where nothing is left to decide. */
export function importQuestion(left: number, thing: 'proposal' | 'difference'): string | null {
  if (left === 0) return null
  return `${sayCount(left, thing)} ${left === 1 ? 'is' : 'are'} undecided; import anyway?`
}
