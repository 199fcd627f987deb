import { differences, matchReadings } from './matching.ts'
import { type CodersReading, isStatement } from './readings.ts'

/** How two readings agree: statements found by both, and of those what is the same. */
export interface ReadingAgreement {
  readonly first: string
  readonly second: string
  readonly statements: { readonly first: number; readonly second: number; readonly both: number; readonly f1: number }
  readonly same: Readonly<Record<'speaker' | 'speechAct' | 'content' | 'source' | 'cue', number>>
}

export function agreementOf(one: CodersReading, other: CodersReading): ReadingAgreement {
  const both = matchReadings(one, other).filter(pair => pair.first?.kind === 'statement' && pair.second !== null)
  const same = (...fields: string[]) =>
    both.filter(pair => !differences(pair).some(field => fields.includes(field))).length
  const [first = 0, second = 0] = [one, other].map(({ entries }) => entries.filter(isStatement).length)
  return {
    first: one.by,
    second: other.by,
    statements: {
      first,
      second,
      both: both.length,
      f1: first + second === 0 ? 0 : (2 * both.length) / (first + second),
    },
    same: {
      speaker: same('speaker', 'voice'),
      speechAct: same('speechAct'),
      content: same('content'),
      source: same('source'),
      cue: same('cue'),
    },
  }
}
