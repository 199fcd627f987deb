import { expect, test } from 'vitest'
import { problemsOf, writeDossier } from './dossiers.ts'

const article = 'Ann said the newcomers have ruined the harbour, and that people from abroad pay.\n'

/** A dossier with a frame on the newcomers, and a term in its words; what is given says on what ground. */
function dossier({ term, frame }: { readonly term: string; readonly frame: string }): string {
  return `
dossier: 1
document: { title: null, language: en }
agents: { ann: { person: Ann } }
referents: { people-from-abroad: people from abroad }
statements:
  s:
    speaker: ann
    source: Ann
    cue: said
    content: the newcomers have ruined the harbour, and that people from abroad pay
    quotation: INDIRECT
    speechAct: ASSERTIVE
    terms:
      - { referent: people-from-abroad, words: the newcomers${term} }
      - { referent: people-from-abroad, words: people from abroad }
    frames:
      - { function: MORAL_EVALUATION, words: the newcomers have ruined the harbour, target: people-from-abroad${frame} }
`
}

test('a frame is as firm as the term that leads to its target', () => {
  const because = ', reason: Nobody else is spoken of.'
  const of = (term: string, frame: string) =>
    problemsOf(writeDossier(article, dossier({ term, frame }))).map(({ message }) => message)
  expect(of('', '')).toEqual([])
  expect(of(because, because)).toEqual([])
  expect(of('', because)).toEqual([])
  expect(of(because, '')).toEqual(['that “the newcomers” names it is concluded, so the frame is too: give its reason'])
})
