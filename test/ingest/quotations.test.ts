import { expect, test } from 'vitest'
import { example, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'
import { mistake } from './mistake.ts'

mistake(
  'words that are not there, with the nearest',
  ['content: 1,204 homes are still without water', 'content: ▸1,204 homes are still without any water'],
  {
    message: 'these words are not in the article',
    words: '1,204 homes are still without any water',
    suggestion: '1,204 homes are still without water',
  },
)
mistake('words that are there twice', ['cue: { exact: said, occurrence: 1 }', 'cue: ▸said'], {
  message: 'found 2 times in the paragraph of its statement (line 3): add a prefix, a suffix or an occurrence',
  words: 'said',
  suggestion: 'line 3: prefix: "Lind"; or line 3: prefix: "she"',
})
mistake('an occurrence too many', ['exact: said, occurrence: 1', 'exact: ▸said, occurrence: 3'], {
  message: 'there is no occurrence 3: found 2 times in the paragraph of its statement (line 3)',
  words: 'said',
  suggestion: 'line 3: prefix: "Lind"; or line 3: prefix: "she"',
})
mistake(
  'a prefix or suffix that is not there',
  ['exact: she, suffix: said on Tuesday', 'exact: ▸she, suffix: said on Monday'],
  {
    message: 'the words are in the article (line 3), but not between this prefix and suffix',
    words: 'she',
    suggestion: 'e than 1,000 homes. “That is shameful,” [she] said on Tuesday, “and it must end.”\n',
  },
)
mistake('words outside of their statement', ['words: "750"', 'words: ▸"1,204"'], {
  message: 'found, but outside its statement: line 1',
  words: '1,204',
})
mistake('words that run over two fragments', ['words: shameful,', 'words: ▸shameful … and,'], {
  message: 'these words are not in the article',
  words: 'shameful … and',
  suggestion: 'shameful,” she',
})

mistake('part of a word', ['    cue: says', '    cue: ▸say'], {
  message: 'only part of a word',
  words: 'say',
  suggestion: 'says',
})
mistake(
  'a part of a word in a piece',
  ['    content: ["That is shameful", "and it must end"]', '    content: ["That is shameful", ▸"nd it must end"]'],
  {
    message: 'only part of a word',
    words: 'nd it must end',
    suggestion: 'and it must end',
  },
)

mistake(
  'a short word that stands only within another',
  ['    source: { exact: she, suffix: said on Tuesday }', '    source: ▸rgot'],
  { message: 'only part of a word', words: 'rgot' },
)
mistake('a short word that stands only within others', ['    cue: says', '    cue: ▸or'], {
  message: 'only parts of words: lines 2, 3',
  words: 'or',
})

test('part of a word that is meant has the rest of it beside it', () => {
  const annotations = replaceOnce(example.annotations, '    cue: says', '    cue: { exact: say, suffix: s }')
  expect(problemsOf(writeDossier(example.article, annotations))).toEqual([])
})
