import { expect, test } from 'vitest'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'
import { mistake } from './mistake.ts'

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
