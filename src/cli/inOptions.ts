/** Arguments that notes of the API mention, and the options of the command line for them. */
const OPTIONS: readonly (readonly [string, string])[] = [
  ['wording: [SPEAKER, REPORTER, DOUBTFUL].', '--wording any.'],
  ['To include them: nested.', 'To include them: --nested.'],
  ['To include them: repeats; to choose: coders.', 'To include them: --repeats; to choose: --coder.'],
  ['To include them: repeats.', 'To include them: --repeats.'],
  ['To see all: leastZ: 0.', 'To see all: --least-z 0.'],
  ['to see them: functionWords.', 'to see them: --function-words.'],
  ['To count their words: withParaphrase.', 'To count their words: --with-paraphrase.'],
]

/** A note on an answer, as the command line says it. */
export function inOptions(note: string): string {
  const said = OPTIONS.reduce((text, [field, option]) => text.replaceAll(field, option), note)
  return said.replace(
    /about: \{ filter: \{ documentMatches: \{ language: \{ eq: "([^"]+)" \} \} \} \}/,
    '--language $1',
  )
}
