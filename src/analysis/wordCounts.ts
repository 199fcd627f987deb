/** How many words a phrase has, from and to. */
export interface PhraseLengths {
  readonly from: number
  readonly to: number
}

/** The words of each line of runs, as model/wordRuns.ts writes them: with a space before and after each word. */
export function wordsOfLines(runs: string): string[][] {
  return runs.split('\n').map(line => line.split(' ').slice(1, -1))
}

/** Adds the words and phrases of runs to counts by the number of their words. */
export function countPhrases(counts: ReadonlyMap<number, Map<string, number>>, runs: string): void {
  for (const words of wordsOfLines(runs)) {
    for (const [length, phrases] of counts) {
      for (let start = 0; start + length <= words.length; start += 1) {
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
