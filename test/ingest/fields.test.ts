import { mistake } from './mistake.ts'

mistake(
  'YAML that is none',
  [
    ['  language: en', '  language: [en'],
    ['agents:', '▸agents:'],
  ],
  {
    message: 'YAML: a [ is not closed: ] is missing',
    words: 'agents:',
  },
)
mistake(
  'a line indented by one less',
  [
    '    source: The water board\n    cue: says\n    content: 1',
    '    source: The water board\n   ▸cue: says\n    content: 1',
  ],
  { message: 'YAML: line 58 is indented by 3, its neighbours by 4', words: 'cue: says' },
)
mistake(
  'a line indented by one more',
  ['    source: The water board\n    cue: says', '    source: The water board\n     ▸cue: says'],
  { message: 'YAML: line 58 is indented by 5, its neighbours by 4', words: 'cue: says' },
)
mistake('a text with a colon', ['title: null # the text has no headline', 'title: ▸Dam: what next'], {
  message: 'YAML: put it in quotation marks: “: ” has a meaning of its own in YAML',
  words: 'title: Dam: what next',
  suggestion: 'title: "Dam: what next"',
})
mistake(
  'a text that begins with a quotation mark and goes on',
  ['title: null # the text has no headline', 'title: ▸"No plan" at all'],
  {
    message: 'YAML: put it in quotation marks: its first quotation mark has a meaning of its own in YAML',
    words: 'title: "No plan" at all',
    suggestion: `title: '"No plan" at all'`,
  },
)
mistake(
  'a key that stands twice',
  ['  joan-lind: { person: Joan Lind, otherNames: [Lind] }', '  ▸ada-reyes: { person: Joan Lind }'],
  { message: 'YAML: the key “ada-reyes” appears twice here', words: 'ada-reyes: { person: Joan Lind }' },
)
mistake('an alias', ['member: joan-lind', 'member: ▸*joan'], {
  message: 'YAML: dossiers do not allow aliases: write it out',
  words: '- { member: *joan, role: Mayor, words: Mayor Joan Lind }',
})
mistake('a mapping for a key', ['  ada-reyes: { person', '  ? ▸{ ada: reyes }\n  : { person'], {
  message: 'YAML: a key is words: no list, mapping or alias',
  words: '? { ada: reyes }',
})
mistake('a second document', ['statements:\n', '▸---\nstatements:\n'], {
  message: 'YAML: a second document begins here: put all into one, or remove it',
  words: '---',
})
mistake('an older YAML, whose numbers and dates are others', ['dossier: 1\n', '▸%YAML 1.1\n---\ndossier: 1\n'], {
  message: 'YAML: dossiers are YAML 1.2, in which “no” is text and 010 is ten: remove this line',
  words: '%YAML 1.1',
})
mistake('a tag', ['language: en', 'language: ▸!tongue en'], {
  message: 'YAML: dossiers do not allow tags',
  words: 'language: !tongue en',
})
mistake('a key that no object holds', ['  ada-reyes: { person', '  ▸__proto__: { person'], {
  message: 'YAML: this is not a valid key',
  words: '__proto__: { person: Ada Reyes }',
})
mistake(
  'an unknown field, with the nearest one',
  ['    referent: homes-without-water\n    conditions', '    ▸referant: homes-without-water\n    conditions'],
  { message: 'unknown field', words: 'referant', suggestion: 'referent' },
)
mistake('an unknown field of a quotation', ['suffix: said on Tuesday', '▸sufix: said on Tuesday'], {
  message: 'unknown field',
  words: 'sufix',
  suggestion: 'suffix',
})
mistake(
  'a field in another case, each time it is written',
  [
    [
      '    channel: letter\n    addressee: joan-lind\n    time: may-3\n    content: Of those, 750 are in the old town and 454 are on the north bank\n    quotation: DIRECT\n    speechAct',
      '    channel: letter\n    addressee: joan-lind\n    time: may-3\n    content: Of those, 750 are in the old town and 454 are on the north bank\n    quotation: DIRECT\n    ▸speechact',
    ],
    ['    quotation: MIXED\n    speechAct', '    quotation: MIXED\n    ▸speechact'],
  ],
  { message: 'unknown field', words: 'speechact', suggestion: 'speechAct' },
  { message: 'unknown field', words: 'speechact', suggestion: 'speechAct' },
)
mistake(
  'a field where it does not belong',
  ['{ exact: said, suffix: on Tuesday }', '{ exact: said, suffix: on Tuesday, ▸speechact: ASSERTIVE }'],
  { message: 'unknown field', words: 'speechact', suggestion: 'speechAct, a field of statements' },
)
mistake('an unknown section', ['memberships:', '▸membership:'], {
  message: 'unknown field',
  words: 'membership',
  suggestion: 'memberships',
})
mistake(
  'a missing field',
  [
    ['    unit: home\n    referent', '    referent'],
    ['  without-water:', '  ▸without-water:'],
  ],
  { message: 'the field “unit” is missing' },
)
mistake(
  'a missing field that is one of several values',
  [
    ['    kind: LETTER\n', ''],
    ['  letter:', '  ▸letter:'],
  ],
  {
    message:
      'the field “kind” is missing: expected one of LETTER, PRESS_STATEMENT, SPEECH, INTERVIEW, HEARING, SOCIAL_MEDIA, REPORT, OTHER',
  },
)
mistake('another version', ['dossier: 1\n', 'dossier: ▸2\n'], {
  message: 'dossier: expected 1',
  words: '2',
  suggestion: '1',
})
mistake('a value that is none of those there are', ['kind: AGENCY', 'kind: ▸AGENCI'], {
  message:
    'kind: expected one of AGENCY, LEGISLATURE, COMMITTEE, PARTY, ADMINISTRATION, PUBLISHER, COMPANY, ASSOCIATION, GROUP, OTHER',
  words: 'AGENCI',
  suggestion: 'AGENCY',
})
mistake('a number where words belong', ['words: "750"', 'words: ▸750'], {
  message: 'words is text: put it in quotation marks',
  words: '750',
})
mistake('text where a number belongs', ['value: 1204', 'value: ▸about 1204'], {
  message: 'value: expected a number, but this is text',
  words: 'about 1204',
  suggestion: '1204',
})
mistake('a fraction where digits belong', ['value: 1204', 'value: ▸1/3'], {
  message: 'value: expected a number, but this is text',
  words: '1/3',
  suggestion: '0.3333333333333333',
})
mistake('a list where words belong', ['    label: homes without water\n', '    ▸label: [homes]\n'], {
  message: 'label: expected text, but this is a list',
})
mistake('a field left empty', ['    label: homes without water\n', '    label:▸\n'], {
  message: 'label: expected text, but this is empty',
})
mistake('a list of one where words in pieces belong', ['words: board chair Ada Reyes', '▸words: [chair Ada Reyes]'], {
  message: 'words: broken words need at least two pieces',
})
mistake('pieces that stand in another order', ['words: board chair Ada Reyes', 'words: [Ada Reyes, ▸board chair]'], {
  message: 'the pieces of the words must be in text order and must not overlap',
  words: 'board chair',
})
mistake(
  'words that do not start where they are said to',
  ['words: Mayor Joan Lind', 'words: { exact: Mayor Joan Lind, start: ▸3 }'],
  {
    message: 'these words do not start at this position',
    words: 'Mayor Joan Lind',
  },
)
mistake(
  'a key that is none',
  [
    ['  tuesday:', '  ▸Tuesday:'],
    ['    time: tuesday\n', ''],
  ],
  {
    message: 'a key is words in small letters and digits joined by hyphens, such as mark-green',
    words: 'Tuesday',
    suggestion: 'tuesday',
  },
)
mistake('a reference that is no key', ['member: ada-reyes', 'member: ▸Ada Reyes'], {
  message: 'member: a key is words in small letters and digits joined by hyphens, such as mark-green',
  words: 'Ada Reyes',
  suggestion: 'ada-reyes',
})
mistake('a number that would not be exact', ['value: 1204', 'value: ▸9007199254740993'], {
  message: 'value: larger than 2^53, so it would not be exact',
  words: '9007199254740992',
})
mistake('an infinite number', ['value: 1204', 'value: ▸.inf'], {
  message: 'value: expected a number, but this is none',
  words: 'Infinity',
})
mistake('a language that is none', ['language: en', 'language: ▸English please'], {
  message: 'language: expected a language tag (BCP 47), such as en or en-US',
  words: 'English please',
})
mistake('an address that is none', ['language: en', 'language: en\n  url: ▸www.example.com'], {
  message: 'url: expected a web address that begins with https:// or http://',
  words: 'www.example.com',
})
mistake('a label with a bell', ['    label: homes without water\n', '    label: ▸"homes\\awithout water"\n'], {
  message: 'label: expected text without control characters',
  words: 'homes\u0007without water',
})
mistake('an occurrence of zero', ['occurrence: 1', 'occurrence: ▸0'], {
  message: 'occurrence: occurrences are counted from 1',
  words: '0',
})
mistake('a sum of one part', ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town]'], {
  message: 'sumOf: a sum needs at least two parts',
})
