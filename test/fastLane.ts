import times from './times.json' with { type: 'json' }

/** What `npm run test:fast` may take inside of its tests, in seconds of a quiet machine. As much goes by outside of them. */
export const fastSeconds = 20

interface FileTime {
  readonly file: string
  readonly seconds: number
  readonly tests: number
}

/**
 * Which files `npm run test:fast` leaves out: it takes those whose tests are the cheapest, one by one, until their time is
 * used up. `npm run test:times` measures (test/times.json); a file that was not measured yet is taken.
 */
export function slowFiles(measured: readonly FileTime[] = fileTimes()): string[] {
  const slow: string[] = []
  let left = fastSeconds
  for (const { file, seconds } of measured.toSorted((a, b) => a.seconds / a.tests - b.seconds / b.tests)) {
    left -= seconds
    if (left < 0) slow.push(file)
  }
  return slow
}

export function fileTimes(): FileTime[] {
  return Object.entries(times).map(([file, [seconds = 0, tests = 1]]) => ({ file, seconds, tests }))
}
