import { expect, test } from 'vitest'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'
import { expectRemedy, mistake } from './mistake.ts'

mistake('a speaker and a voice', ['  reyes-on-districts:\n', '  ▸reyes-on-districts:\n    voice: UNIDENTIFIED\n'], {
  message: 'a statement has either a speaker or a voice',
})
mistake('neither', ['  reyes-on-districts:\n    speaker: ada-reyes\n', '  ▸reyes-on-districts:\n'], {
  message: 'a statement has either a speaker or a voice',
})
mistake(
  'a speaker without source, cue or reason',
  [
    '  reyes-on-districts:\n    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote\n',
    '  ▸reyes-on-districts:\n    speaker: ada-reyes\n',
  ],
  { message: 'a speaker needs a source, a cue or a reason for the attribution' },
)
mistake(
  'an unidentified voice without them',
  [
    '  reyes-on-districts:\n    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote\n',
    '  ▸reyes-on-districts:\n    voice: UNIDENTIFIED\n',
  ],
  { message: 'an unidentified voice needs a source, a cue or a reason for the attribution' },
)
mistake(
  "the document's own voice with a cue",
  ['    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote', '    voice: DOCUMENT\n    cue: ▸wrote'],
  { message: "the document's own voice needs no attribution: leave it out, or say whose voice it is", words: 'cue' },
)
mistake(
  'the voice of no channel',
  [
    '    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote\n    channel: letter',
    '    voice: ▸CHANNEL\n    cue: wrote',
  ],
  { message: 'the voice of a channel needs the field “channel”' },
)
mistake(
  "the document's own voice inside of a statement",
  [
    '  lind-on-shame:',
    '  aside:\n    { voice: DOCUMENT, reportedIn: ▸board-on-homes, content: still without water, quotation: INDIRECT, speechAct: ASSERTIVE }\n\n  lind-on-shame:',
  ],
  { message: "the document's own voice cannot be reported inside a statement" },
)
mistake('DIRECT that is MIXED', ['quotation: MIXED', 'quotation: ▸DIRECT'], {
  message: 'by its quotation marks this content is MIXED',
  words: 'DIRECT',
  suggestion: 'MIXED',
})
mistake(
  'INDIRECT that is DIRECT',
  ['    time: tuesday\n    quotation: DIRECT', '    time: tuesday\n    quotation: ▸INDIRECT'],
  { message: 'by its quotation marks this content is DIRECT', words: 'INDIRECT', suggestion: 'DIRECT' },
)
mistake(
  'fragments out of order',
  ['content: ["That is shameful", "and it must end"]', 'content: ["and it must end", ▸"That is shameful"]'],
  { message: 'the pieces of the words must be in text order and must not overlap', words: 'That is shameful' },
)
mistake(
  'a content outside of the one around it',
  [
    ['  board-on-homes:\n', '  board-on-homes:\n    reportedIn: lind-on-the-board\n'],
    ['content: 1,204 homes', 'content: ▸1,204 homes'],
  ],
  {
    message: 'this lies outside the content of the statement that reports it',
    words: '1,204 homes are still without water',
  },
)
mistake(
  'a circle',
  [
    ['  board-on-homes:\n', '  board-on-homes:\n    reportedIn: lind-on-the-board\n'],
    ['  lind-on-the-board:\n', '  lind-on-the-board:\n    reportedIn: ▸board-on-homes\n'],
    ['content: 1,204 homes', 'content: ▸1,204 homes'],
  ],
  {
    message: 'this lies outside the content of the statement that reports it',
    words: '1,204 homes are still without water',
  },
  {
    message: 'statements report each other in a circle',
    words: 'board-on-homes in lind-on-the-board in board-on-homes',
  },
)
mistake('a frame without function and dimension', ['{ function: MORAL_EVALUATION, words', '▸{ words'], {
  message: 'a frame needs a function, a dimension or both',
})
mistake(
  'a source that names another agent',
  [
    '    speaker: ada-reyes\n    source: board chair Ada Reyes',
    '    speaker: ▸joan-lind\n    source: board chair Ada Reyes',
  ],
  {
    message: 'the source names ada-reyes: if the speaker is someone else, give the reason',
    words: 'board chair Ada Reyes',
    suggestion: 'ada-reyes',
  },
)
mistake(
  'a source that names an organization, and a person as the speaker',
  ['    speaker: water-board\n    source: The water board', '    speaker: ▸ada-reyes\n    source: The water board'],
  {
    message: 'the source names water-board: if the speaker is someone else, give the reason',
    words: 'The water board',
    suggestion: 'water-board',
  },
)

test.each([
  ['its reason', 'speaker: joan-lind\n    reason: She read it out.\n    source: board chair Ada Reyes'],
  ['words that name both', 'speaker: [joan-lind, ada-reyes]\n    source: board chair Ada Reyes'],
])('a source that names another agent is right with %s', (_, attribution) => {
  const from = 'speaker: ada-reyes\n    source: board chair Ada Reyes'
  expect(problemsOf(writeDossier(example.article, replaceOnce(example.annotations, from, attribution)))).toEqual([])
})

test.each(['a lawyer for Ada Reyes', 'die Sprecherin von Ada Reyes', "Ada Reyes's deputy", 'Ada Reyes adviser'])(
  '“%s” is not Ada Reyes',
  source => {
    const from = 'speaker: ada-reyes\n    source: board chair Ada Reyes'
    const annotations = replaceOnce(example.annotations, from, `speaker: joan-lind\n    source: ${source}`).replace(
      'words: board chair Ada Reyes',
      'words: Ada Reyes',
    )
    expect(problemsOf(writeDossier(example.article.replace('board chair Ada Reyes', source), annotations))).toEqual([])
  },
)

const ferry = `“The ferry is late,” harbour master Helen Strand said on Monday.
Mayor Tom Abara asked for a new one. He said the town would pay for it.
`
const ferryDossier = (said: string, others = '') => `dossier: 1
document: { title: null, language: en }
agents:
  helen-strand: { person: Helen Strand }
  tom-abara: { person: Tom Abara }
${others}statements:
  late:
    { speaker: helen-strand, source: Helen Strand, cue: said, content: The ferry is late, quotation: DIRECT, speechAct: ASSERTIVE }
  pay:
    ${said}
`
const pay =
  'cue: { exact: said, prefix: He }, content: the town would pay for it, quotation: INDIRECT, speechAct: ASSERTIVE }'
const foundIn = (article: string, annotations: string) =>
  problemsOf(writeDossier(article, annotations)).map(({ message, words, suggestion, isOpen }) => ({
    message,
    words,
    ...(suggestion && { suggestion }),
    ...(isOpen && { isOpen }),
  }))

test('a pronoun behind the name of another has its reason', () => {
  const message =
    'tom-abara is named last before this pronoun: if it stands for helen-strand, give the reason, which makes it INFERRED'
  expectRemedy(message)
  const problem = { message, words: 'He', suggestion: 'tom-abara', isOpen: true }
  expect(foundIn(ferry, ferryDossier(`{ speaker: helen-strand, source: He, ${pay}`))).toEqual([problem])
  // By the surname alone, and where the other is the source last named.
  expect(
    foundIn(
      ferry.replace('Mayor Tom Abara asked', 'Abara said it was rotten and asked'),
      ferryDossier(
        `{ speaker: helen-strand, source: He, ${pay}
  rotten:
    { speaker: tom-abara, source: Abara, cue: { exact: said, prefix: Abara }, content: it was rotten, quotation: INDIRECT, speechAct: ASSERTIVE }`,
      ),
    ),
  ).toEqual([problem])
})

test.each([
  ['for whom is named last', ferry, 'speaker: tom-abara, source: He'],
  ['with a reason', ferry, 'speaker: helen-strand, source: He, reason: The article calls the harbour master he.'],
  [
    'behind a name in the words of the speaker',
    ferry.replace('The ferry', 'Tom Abara’s ferry').replace('Mayor Tom Abara asked', 'That was a request'),
    'speaker: helen-strand, source: He',
  ],
  [
    'behind a name in the sentence of the source last named',
    ferry.replace('on Monday', 'to Tom Abara').replace('Mayor Tom Abara asked', 'That was a request'),
    'speaker: helen-strand, source: He',
  ],
  [
    'behind a longer word in which a name stands',
    ferry.replace('Mayor Tom Abara asked', 'The Abarano line asked'),
    'speaker: helen-strand, source: He',
  ],
])('a pronoun is right %s', (_, article, attribution) => {
  const dossier = ferryDossier(`{ ${attribution}, ${pay}`)
  expect(
    foundIn(
      article,
      article.includes('’s ferry') ? dossier.replace('content: The ferry', 'content: Tom Abara’s ferry') : dossier,
    ),
  ).toEqual([])
})

test('a pronoun for an organization stands behind the last organization', () => {
  const article = 'The Ferry Board met the Harbour Council and Tom Abara. It said the town would pay for it.\n'
  const annotations = (speaker: string) => `dossier: 1
document: { title: null, language: en }
agents:
  ferry-board: { organization: Ferry Board, kind: AGENCY }
  harbour-council: { organization: Harbour Council, kind: AGENCY }
  tom-abara: { person: Tom Abara }
statements:
  pay: { speaker: ${speaker}, source: It, cue: said, content: the town would pay for it, quotation: INDIRECT, speechAct: ASSERTIVE }
`
  expect(foundIn(article, annotations('ferry-board')).map(({ suggestion }) => suggestion)).toContain('harbour-council')
  expect(foundIn(article, annotations('harbour-council')).map(({ suggestion }) => suggestion)).not.toContain(
    'ferry-board',
  )
})

test('a source of another paragraph that names another agent is not right with a reason', () => {
  const message =
    "the source stands in another paragraph and names helen-strand: give the speaker's own, or leave it out"
  expectRemedy(message)
  const reasoned = (source: string) =>
    ferryDossier(`{ speaker: tom-abara, ${source}reason: The paragraph is about him., ${pay}`)
  expect(foundIn(ferry, reasoned('source: Helen Strand, '))).toEqual([{ message, words: 'Helen Strand' }])
  expect(foundIn(ferry, reasoned('source: Mayor Tom Abara, '))).toEqual([])
  expect(foundIn(ferry, reasoned(''))).toEqual([])
})
