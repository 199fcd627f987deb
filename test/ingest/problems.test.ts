import { describe, expect, test } from 'vitest'
import { renderProblems } from '../../src/ingest/problems.ts'
import { example, marked, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

/** What is put in place of which words of the example; ▸ marks where the problem is expected. */
type Edit = readonly [from: string, to: string]

interface Expected {
  readonly message: string
  readonly words?: string
  readonly suggestion?: string
}

/** One mistake in the example, and the one problem that it gives. */
function mistake(name: string, edits: Edit | readonly Edit[], ...expected: Expected[]): void {
  test(name, () => {
    const list = isEdit(edits) ? [edits] : edits
    const edited = marked(list.reduce((text, [from, to]) => replaceOnce(text, from, to), example.annotations))
    const problems = problemsOf(writeDossier(example.article, edited.text))
    expect(
      problems.map(({ file, line, column, ...rest }) => ({ place: `${file}:${line}:${column}`, ...rest })),
    ).toEqual(
      expected.map((problem, index) => ({ place: `example/annotations.yaml:${edited.places[index]}`, ...problem })),
    )
  })
}

function isEdit(edits: Edit | readonly Edit[]): edits is Edit {
  return typeof edits[0] === 'string'
}

test('the example has none', () => {
  expect(problemsOf(writeDossier(example.article, example.annotations))).toEqual([])
})

describe('YAML and fields', () => {
  mistake(
    'YAML that is none',
    [
      ['  language: en', '  language: [en'],
      ['agents:', '▸agents:'],
    ],
    {
      message: 'YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
      words: 'agents:',
    },
  )
  mistake(
    'a key that stands twice',
    ['  joan-lind: { person: Joan Lind, also: [Lind] }', '  ▸ada-reyes: { person: Joan Lind }'],
    { message: 'YAML: the key “ada-reyes” stands here twice', words: 'ada-reyes: { person: Joan Lind }' },
  )
  mistake('an alias', ['member: joan-lind', 'member: ▸*joan'], {
    message: 'YAML: aliases are not part of a dossier: write it out',
    words: '- { member: *joan, role: Mayor, evidence: Mayor Joan Lind }',
  })
  mistake('a tag', ['language: en', 'language: ▸!tongue en'], {
    message: 'YAML: tags are not part of a dossier',
    words: 'language: !tongue en',
  })
  mistake('a key that no object holds', ['  ada-reyes: { person', '  ▸__proto__: { person'], {
    message: 'YAML: __proto__ cannot be a key',
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
      ['    act: DIRECTIVE\n', ''],
      ['  lind-on-shame:', '  ▸lind-on-shame:'],
    ],
    { message: 'the field “act” is missing: expected one of ASSERTIVE, DIRECTIVE, COMMISSIVE, EXPRESSIVE, QUESTION' },
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
    message: 'value: expected a number, and this is text',
    words: 'about 1204',
  })
  mistake('a list where words belong', ['    label: homes without water\n', '    ▸label: [homes]\n'], {
    message: 'label: expected text, and this is a list',
  })
  mistake('a field left empty', ['    label: homes without water\n', '    label:▸\n'], {
    message: 'label: expected text, and this is empty',
  })
  mistake('a list where a quotation belongs', ['evidence: board chair Ada Reyes', '▸evidence: [board, chair]'], {
    message: 'evidence: expected words of the article, and this is a list',
  })
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
    message: 'value: larger than 2^53: it would not be exact',
    words: '9007199254740992',
  })
  mistake('an infinite number', ['value: 1204', 'value: ▸.inf'], {
    message: 'value: expected a number, and this is none',
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
  mistake('a label of several lines', ['    label: homes without water\n', '    label: ▸"homes\\nwithout water"\n'], {
    message: 'label: expected one line of text',
    words: 'homes\nwithout water',
  })
  mistake('an occurrence of zero', ['occurrence: 1', 'occurrence: ▸0'], {
    message: 'occurrence: occurrences are counted from 1',
    words: '0',
  })
  mistake('a sum of one part', ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town]'], {
    message: 'sumOf: a sum has at least two parts',
  })
})

describe('quotations', () => {
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
    message: 'found 2 times in the paragraph of its statement (line 3): add prefix, suffix or occurrence',
    words: 'said',
  })
  mistake('an occurrence too many', ['exact: said, occurrence: 1', 'exact: ▸said, occurrence: 3'], {
    message: 'there is no occurrence 3: found 2 times in the paragraph of its statement (line 3)',
    words: 'said',
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
})

describe('keys and duplicates', () => {
  mistake('a dangling agent, with the nearest key', ['speaker: ada-reyes', 'speaker: ▸ada-reys'], {
    message: 'there is no agent with this key',
    words: 'ada-reys',
    suggestion: 'ada-reyes',
  })
  mistake('a dangling agent that is like none', ['speaker: ada-reyes', 'speaker: ▸somebody-else'], {
    message: 'there is no agent with this key',
    words: 'somebody-else',
  })
  mistake('a dangling figure', ['figure: old-town', 'figure: ▸oldtown'], {
    message: 'there is no figure with this key',
    words: 'oldtown',
    suggestion: 'old-town',
  })
  mistake('a dangling time', ['    time: tuesday', '    time: ▸thursday'], {
    message: 'there is no time with this key',
    words: 'thursday',
    suggestion: 'tuesday',
  })
  mistake('a dangling channel', ['channel: letter', 'channel: ▸leter'], {
    message: 'there is no channel with this key',
    words: 'leter',
    suggestion: 'letter',
  })
  mistake('a dangling claim', ['claim: board-has-a-plan', 'claim: ▸board-has-plan'], {
    message: 'there is no claim with this key',
    words: 'board-has-plan',
    suggestion: 'board-has-a-plan',
  })
  mistake('a dangling referent', ['terms: [{ referent: homes-', 'terms: [{ referent: ▸home-'], {
    message: 'there is no referent with this key',
    words: 'home-without-water',
    suggestion: 'homes-without-water',
  })
  mistake('a dangling statement', ['    channel: letter', '    in: ▸board-on-home\n    channel: letter'], {
    message: 'there is no statement with this key',
    words: 'board-on-home',
    suggestion: 'board-on-homes',
  })
  mistake('a dangling target', ['words: shameful, target: water-board', 'words: shameful, target: ▸water-bord'], {
    message: 'there is no agent or referent with this key',
    words: 'water-bord',
    suggestion: 'water-board',
  })
  mistake(
    'a target that is an agent and a referent',
    [
      ['words: shameful, target: water-board', 'words: shameful, target: ▸joan-lind'],
      ['referents:\n', 'referents:\n  joan-lind: the mayor\n'],
      ['terms: [', 'terms: [{ referent: joan-lind, words: water }, '],
    ],
    { message: 'an agent and a referent have this key: rename one of them', words: 'joan-lind' },
  )
  mistake('a name that is given twice', ['also: [Lind]', 'also: [Lind, ▸Lind]'], {
    message: 'this name is given twice',
    words: 'Lind',
  })
  mistake('two agents of one name', ['  water-board: {', '  mayor: { person: ▸Joan Lind }\n  water-board: {'], {
    message: 'another agent has this name: if they are two, tell them apart in the names',
    words: 'Joan Lind',
    suggestion: 'joan-lind',
  })
  mistake(
    'two agents of one identifier',
    [
      ['person: Ada Reyes', 'person: Ada Reyes, identifiers: { wikidata: Q1 }'],
      ['also: [Lind]', 'identifiers: { wikidata: ▸Q1 }'],
    ],
    { message: 'ada-reyes has the same identifier', words: 'Q1' },
  )
  mistake(
    'a membership that stands there twice',
    [
      'evidence: Mayor Joan Lind }',
      'evidence: Mayor Joan Lind }\n  - ▸{ member: joan-lind, role: Mayor, evidence: Mayor Joan Lind }',
    ],
    { message: 'this membership stands here twice', words: 'Mayor' },
  )
  mistake(
    'a time that stands there twice',
    ['  tuesday: {', '  ▸third-of-may: { words: "May 3, 2024", edtf: 2024-05-03 }\n  tuesday: {'],
    { message: 'these words are the time may-3 already', words: 'May 3, 2024' },
  )
  mistake(
    'a statement that stands there twice',
    [
      '  lind-on-shame:',
      '  ▸again:\n    { speaker: ada-reyes, cue: wrote, content: "Of those, 750 are in the old town and 454 are on the north bank", quotation: DIRECT, act: ASSERTIVE }\n\n  lind-on-shame:',
    ],
    {
      message: 'the statement reyes-on-districts has the same content and the same voice',
      words: 'Of those, 750 are in the old town and 454 are on the north bank',
    },
  )
  mistake(
    'a mention that stands there twice',
    [
      '      - { figure: north-bank, words: "454" }',
      '      - { figure: north-bank, words: "454" }\n      - ▸{ figure: north-bank, words: "454" }',
    ],
    { message: 'this mention stands here twice', words: '454' },
  )
  mistake(
    'a stance that stands there twice',
    ['words: no plan at all }]', 'words: no plan at all }, ▸{ claim: board-has-a-plan, stance: OPPOSES }]'],
    { message: 'this claim stands here twice', words: 'board-has-a-plan' },
  )
  mistake(
    'a claim that nothing is said about',
    ['claims:\n  board', 'claims:\n  ▸unsaid: "Nobody speaks of this."\n  board'],
    { message: 'no statement takes a stance to this claim', words: 'unsaid' },
  )
  mistake('a referent that nothing refers to', ['referents:\n', 'referents:\n  ▸boats: the boats\n'], {
    message: 'no statement or figure refers to this referent',
    words: 'boats',
  })
  mistake(
    'a figure that is not mentioned',
    ['figures:\n  without', 'figures:\n  ▸boats: { label: boats, value: 3, unit: boat }\n  without'],
    { message: 'no statement mentions this figure', words: 'boats' },
  )
})

describe('agents, memberships and times', () => {
  mistake(
    'an agent that is both',
    ['  water-board: { organization: Water Board,', '  ▸water-board: { person: Water, organization: Water Board,'],
    { message: 'an agent has a name as either person or organization' },
  )
  mistake('an agent that is neither', ['  ada-reyes: { person: Ada Reyes }', '  ▸ada-reyes: { also: [Ada] }'], {
    message: 'an agent has a name as either person or organization',
  })
  mistake(
    'an organization of no kind',
    ['  water-board: { organization: Water Board, kind: AGENCY }', '  ▸water-board: { organization: Water Board }'],
    { message: 'the field “kind” is missing: an organization has one', words: 'Water Board' },
  )
  mistake('a person of some kind', ['person: Ada Reyes', 'person: Ada Reyes, kind: ▸AGENCY'], {
    message: 'kind is for organizations, and this is a person',
    words: 'AGENCY',
  })
  mistake('a member of itself', ['organization: water-board, role', 'organization: ▸ada-reyes, role'], {
    message: 'an agent is no member of itself',
    words: 'ada-reyes',
  })
  mistake('a date that does not exist', ['role: chair', 'role: chair, from: ▸2023-02-29'], {
    message: 'there is no such date',
    words: '2023-02-29',
  })
  mistake('a date of no such form', ['role: chair', 'role: chair, from: ▸May 2023'], {
    message: 'from: expected a date: YYYY, YYYY-MM or YYYY-MM-DD',
    words: 'May 2023',
  })
  mistake('an end before the beginning', ['role: chair', 'role: chair, from: 2024-05, until: ▸2024-04-30'], {
    message: 'this is before it began, in 2024-05',
    words: '2024-04-30',
  })
  mistake('an impossible EDTF', ['edtf: 2024-05-03', 'edtf: ▸2024-05-32'], {
    message: 'this is no EDTF date of level 0 or 1, or there is no such day',
    words: '2024-05-32',
  })
  mistake('an impossible EDTF of the document', ['language: en', 'language: en\n  published: ▸someday'], {
    message: 'this is no EDTF date of level 0 or 1, or there is no such day',
    words: 'someday',
  })
  mistake(
    'a time without date or reason',
    [
      '  tuesday: { words: Tuesday, unresolved: The article does not give its own date. }',
      '  ▸tuesday: { words: Tuesday }',
    ],
    { message: 'a time has either an edtf or, as unresolved, the reason why the date cannot be told' },
  )
  mistake('a reason for a date that is missing', ['unresolved: The', 'inferred: ▸The'], {
    message: 'inferred gives the reason for an edtf, which is missing',
  })
  mistake(
    'a resolved time that is called unresolved',
    ['edtf: 2024-05-03', 'edtf: 2024-05-03, unresolved: ▸Who knows'],
    { message: 'this time has an edtf, and so it is resolved' },
  )
  mistake(
    'url words without the url',
    ['language: en', 'language: en\n  url: https://example.com/\n  urlWords: ▸the old town'],
    {
      message: 'these words do not hold the url of the document',
      words: 'the old town',
      suggestion: 'https://example.com/',
    },
  )
})

describe('figures', () => {
  mistake(
    'neither value nor bounds',
    [
      ['    value: 1000\n', ''],
      ['  over-1000:', '  ▸over-1000:'],
      [
        '    relations:\n      - { rounds: without-water, inferred: "It is the board\'s number, 1,204, without its last digits." }\n',
        '',
      ],
    ],
    { message: 'a figure has either a value or bounds (lower, upper or both)' },
  )
  mistake(
    'bounds that are exchanged',
    [
      ['value: 1000\n', 'lower: 1000\n    upper: ▸900\n'],
      ['  over-1000:', '  ▸over-1000:'],
      [
        '    relations:\n      - { rounds: without-water, inferred: "It is the board\'s number, 1,204, without its last digits." }\n',
        '',
      ],
      ['    figures: [{ figure: over-1000, words: "more than 1,000", approximation: OVER }]\n', ''],
    ],
    { message: 'no statement mentions this figure', words: 'over-1000' },
    { message: 'the upper bound is less than the lower bound', words: '900' },
  )
  mistake('as of and during', ['value: 750,', 'value: 750, asOf: may-3, during: ▸tuesday,'], {
    message: 'a figure is a count either as of a time or during a period',
    words: 'tuesday',
  })
  mistake('words that are no number', ['words: "more than 1,000"', 'words: ▸"more than 1,000 homes"'], {
    message: 'these words do not read as a number',
    words: 'more than 1,000 homes',
    suggestion: '1,000',
  })
  mistake(
    'words that read to another number',
    ['{ figure: old-town, words: "750" }', '{ figure: old-town, words: ▸"454" }'],
    { message: 'these words read as 454, and the figure old-town is 750', words: '454' },
  )
  mistake(
    'words that read to a number, not to the bounds',
    [
      ['value: 1000\n', 'lower: 1000\n    upper: 2000\n'],
      ['words: "more than 1,000"', 'words: ▸"more than 1,000"'],
      [
        '    relations:\n      - { rounds: without-water, inferred: "It is the board\'s number, 1,204, without its last digits." }\n',
        '',
      ],
    ],
    { message: 'these words read as 1,000, and the figure over-1000 is 1,000 to 2,000', words: 'more than 1,000' },
  )
  mistake('another approximation than the words have', ['approximation: OVER', 'approximation: ▸ABOUT'], {
    message: 'the words read as OVER',
    words: 'ABOUT',
    suggestion: 'OVER',
  })
  mistake(
    'a relation without evidence or reason',
    [
      '- { rounds: without-water, inferred: "It is the board\'s number, 1,204, without its last digits." }',
      '- ▸{ rounds: without-water }',
    ],
    { message: 'a relation has evidence or, as inferred, the reason why it holds' },
  )
  mistake(
    'two relations in one',
    ['- { rounds: without-water,', '- ▸{ rounds: without-water, comparedWith: old-town,'],
    { message: 'a relation is exactly one of sumOf, rounds, comparedWith, inTensionWith' },
  )
  mistake('no relation at all', ['- { rounds: without-water,', '- ▸{'], {
    message: 'a relation is exactly one of sumOf, rounds, comparedWith, inTensionWith',
  })
  mistake('a relation to itself', ['rounds: without-water', 'rounds: ▸over-1000'], {
    message: 'a figure has no relation to itself',
    words: 'over-1000',
  })
  mistake('the same relation twice', ['sumOf: [old-town, north-bank]', 'sumOf: [old-town, north-bank, ▸old-town]'], {
    message: 'this relation stands here twice',
    words: 'old-town',
  })
  mistake(
    'a comparison both ways',
    [
      [
        'relations:\n      - { rounds',
        'relations:\n      - { comparedWith: ▸old-town, inferred: Both are homes. }\n      - { rounds',
      ],
      ['value: 750,', 'value: 750, relations: [{ comparedWith: over-1000, inferred: Both are homes. }],'],
    ],
    { message: 'this relation stands here twice', words: 'old-town' },
  )
  mistake('a sum that does not add up', ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town, over-1000]'], {
    message: 'the parts do not add up: 750 + 1,000 = 1,750, not 1,204 (546 too much)',
  })
  mistake(
    'a sum of figures without a value',
    [
      ['sumOf: [old-town, north-bank]', '▸sumOf: [over-1000, north-bank]'],
      ['value: 1000\n', 'lower: 1000\n'],
      [
        '    relations:\n      - { rounds: without-water, inferred: "It is the board\'s number, 1,204, without its last digits." }\n',
        '',
      ],
    ],
    { message: 'only figures with a value can be added up, and not all of these have one' },
  )
  mistake(
    'a sum of several units',
    [
      ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town, north-bank]'],
      ['value: 454, unit: home', 'value: 454, unit: boat'],
    ],
    { message: 'a sum or a rounding is of one unit, and north-bank is in boat', words: 'home' },
  )
  mistake('a rounding that is none', ['rounds: without-water', 'rounds: ▸old-town'], {
    message: '1,000 is no rounding of 750',
  })
  mistake(
    'a rounding of bounds',
    [
      ['value: 1000\n', 'lower: 1000\n'],
      ['rounds: without', 'rounds: ▸without'],
    ],
    { message: 'only a figure with a value can be rounded, and to a value' },
  )
})

describe('statements', () => {
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
    { message: 'a speaker needs a source or a cue, or as inferred the reason why it is attributed so' },
  )
  mistake(
    'an unidentified voice without them',
    [
      '  reyes-on-districts:\n    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote\n',
      '  ▸reyes-on-districts:\n    voice: UNIDENTIFIED\n',
    ],
    { message: 'an unidentified voice needs a source or a cue, or as inferred the reason why it is attributed so' },
  )
  mistake(
    "the document's own voice with a cue",
    [
      '    speaker: ada-reyes\n    source: board chair Ada Reyes\n    cue: wrote',
      '    voice: DOCUMENT\n    cue: ▸wrote',
    ],
    { message: "the document's own voice needs no attribution: leave it out, or name whose voice it is", words: 'cue' },
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
      '  aside:\n    { voice: DOCUMENT, in: ▸board-on-homes, content: still without water, quotation: INDIRECT, act: ASSERTIVE }\n\n  lind-on-shame:',
    ],
    { message: "the document's own voice is not reported inside of a statement" },
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
    { message: 'the fragments of a content stand in text order and do not overlap', words: 'That is shameful' },
  )
  mistake(
    'a content outside of the one around it',
    [
      ['  board-on-homes:\n', '  board-on-homes:\n    in: lind-on-the-board\n'],
      ['content: 1,204 homes', 'content: ▸1,204 homes'],
    ],
    {
      message: 'this is not inside the content of the statement that it is reported in',
      words: '1,204 homes are still without water',
    },
  )
  mistake(
    'a circle',
    [
      ['  board-on-homes:\n', '  board-on-homes:\n    in: lind-on-the-board\n'],
      ['  lind-on-the-board:\n', '  lind-on-the-board:\n    in: ▸board-on-homes\n'],
      ['content: 1,204 homes', 'content: ▸1,204 homes'],
    ],
    {
      message: 'this is not inside the content of the statement that it is reported in',
      words: '1,204 homes are still without water',
    },
    {
      message: 'statements are reported inside of each other in a circle',
      words: 'board-on-homes in lind-on-the-board in board-on-homes',
    },
  )
  mistake('a frame without function and dimension', ['{ function: MORAL_EVALUATION, words', '▸{ words'], {
    message: 'a frame has a function, a dimension or both',
  })
})

test('problems as plain text', () => {
  const problem = {
    file: 'a.yaml',
    line: 2,
    column: 5,
    message: 'unknown field',
    words: 'kee\u001b[2J\ny',
    suggestion: 'key',
  }
  expect(renderProblems([problem, { file: 'a.yaml', line: 3, column: 1, message: 'empty' }])).toBe(
    'a.yaml:2:5 unknown field\n    kee\uFFFD[2J y\n    did you mean: key\na.yaml:3:1 empty',
  )
})
