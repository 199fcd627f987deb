import { sayCount } from '../model/things.ts'
import type { Database } from '../store/engine/database.ts'
import { examinations, type Flaw } from '../store/write/soundness.ts'

/**
 * Examines a database, says what was looked at and what is wrong with it, and returns that.
 *
 * @throws Failure DATABASE_UNUSABLE where the file is too damaged to be read through
 */
export function examine(database: Database): Flaw[] {
  try {
    return Object.entries(examinations).flatMap(([name, look]) => {
      const { examined, flaws } = look(database)
      say(name, examined, flaws)
      return flaws
    })
  } catch (error) {
    throw database.failureOf(error)
  }
}

function say(name: string, examined: number, flaws: readonly Flaw[]): void {
  const verdict = flaws.length === 0 ? 'sound' : sayCount(flaws.length, 'fault')
  console.log(`${name}: ${verdict} (${number(examined)} examined)`)
  for (const { what, count, example, mend } of flaws) {
    console.log(`  ${number(count)}: ${what}, such as ${example}${mend === null ? '' : ' (--mend repairs it)'}`)
  }
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
