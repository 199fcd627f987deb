/** How many words a phrase has, from and to. */
export interface PhraseLengths {
  readonly from: number
  readonly to: number
}

/** Adds the words and phrases of runs, as model/wordRuns.ts writes them, to counts by the number of their words. */
export function countPhrases(counts: ReadonlyMap<number, Map<string, number>>, runs: string): void {
  for (const line of runs.split('\n')) {
    const words = line.split(' ')
    // A line begins and ends with a space, so that the first and last pieces are empty.
    const end = words.length - 1
    for (const [length, phrases] of counts) {
      for (let start = 1; start + length <= end; start += 1) {
        const phrase = length === 1 ? (words[start] ?? '') : words.slice(start, start + length).join(' ')
        phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1)
      }
    }
  }
}

/** Counts for phrases of each number of words. */
export function emptyCounts({ from, to }: PhraseLengths): Map<number, Map<string, number>> {
  const lengths = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return new Map(lengths.map(length => [length, new Map<string, number>()]))
}
