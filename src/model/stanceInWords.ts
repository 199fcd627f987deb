import type { Stance, StanceManner } from './vocabulary.ts'

const stances: Readonly<Record<Stance, string>> = {
  SUPPORTS: 'supports',
  OPPOSES: 'opposes',
  QUALIFIES: 'qualifies',
  QUESTIONS: 'questions',
}

/** What a supporter does who does not simply say so. */
const supporting: Readonly<Record<StanceManner, string>> = {
  ASSERTED: 'supports',
  PRESUPPOSED: 'presupposes',
  CONCEDED: 'concedes',
  IMPLIED: 'implies',
  REPORTED: 'reports that others hold',
  QUESTIONED: 'questions',
  CONDITIONAL: 'supports under a condition',
}

const manners: Readonly<Record<StanceManner, string>> = {
  ASSERTED: '',
  PRESUPPOSED: ', taking that for granted',
  CONCEDED: ', as a concession',
  IMPLIED: ', by implication',
  REPORTED: ', as a report of what others hold',
  QUESTIONED: ', by asking',
  CONDITIONAL: ', under a condition',
}

/** What a statement does to a claim. It supports one only where it says so itself, or where nobody coded how. */
export function stanceInWords(stance: Stance, manner: StanceManner | null): string {
  if (manner === null) return stances[stance]
  return stance === 'SUPPORTS' ? supporting[manner] : `${stances[stance]}${manners[manner]}`
}
