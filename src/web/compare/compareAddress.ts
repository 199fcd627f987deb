/** As many speakers as can stand side by side. */
export const mostCompared = 6

/** The page that sets speakers side by side: the first of them, where there are more than can stand there. */
export function compareAddress(speakers: readonly string[]): string {
  return `/compare?speakers=${speakers.slice(0, mostCompared).join(',')}`
}
