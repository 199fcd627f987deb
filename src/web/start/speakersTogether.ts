/** Somebody who is quoted, with the documents in which they are. */
interface Quoted {
  readonly documents: readonly string[]
}

/** How many are set side by side. */
const MOST = 3

/**
 * Whom a reader is led to compare: of those who are quoted, the most quoted first, the ones that one document quotes; of several
 * documents the one that quotes most of them, up to three, then the one whose speakers come first. Where no document quotes two,
 * those quoted most.
 */
export function speakersTogether<Speaker extends Quoted>(speakers: readonly Speaker[]): readonly Speaker[] {
  const documents = new Set(speakers.flatMap(({ documents }) => documents))
  // Earlier documents are those of speakers who are quoted more, and a later one must have more speakers to come before them.
  const [together = []] = [...documents]
    .map(document => speakers.filter(({ documents }) => documents.includes(document)).slice(0, MOST))
    .toSorted((one, other) => other.length - one.length)
  return together.length < 2 ? speakers.slice(0, MOST) : together
}
