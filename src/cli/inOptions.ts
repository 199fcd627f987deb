/** How a note asks for more in the API, and by which option the command line does. */
const OPTIONS: readonly (readonly [string, string])[] = [
  ['wording: [SPEAKER, REPORTER, DOUBTFUL].', '--wording any.'],
  ['To take them in: nested.', 'To take them in: --nested.'],
  ['To take them in: repeats; to choose: coders.', 'To take them in: --repeats; to choose: --coder.'],
  ['To take them in: repeats.', 'To take them in: --repeats.'],
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
