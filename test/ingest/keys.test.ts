import { mistake } from './mistake.ts'

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
mistake('a dangling statement', ['    channel: letter', '    reportedIn: ▸board-on-home\n    channel: letter'], {
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
mistake('a name that is given twice', ['otherNames: [Lind]', 'otherNames: [Lind, ▸Lind]'], {
  message: 'this name appears twice',
  words: 'Lind',
})
mistake('two agents of one name', ['  water-board: {', '  mayor: { person: ▸Joan Lind }\n  water-board: {'], {
  message: 'another agent has this name: if they are different, make the names differ',
  words: 'Joan Lind',
  suggestion: 'joan-lind',
})
mistake(
  'two agents of one identifier',
  [
    ['person: Ada Reyes', 'person: Ada Reyes, identifiers: { wikidata: Q1 }'],
    ['otherNames: [Lind]', 'identifiers: { wikidata: ▸Q1 }'],
  ],
  { message: 'ada-reyes has the same identifier', words: 'Q1' },
)
mistake(
  'a membership that stands there twice',
  [
    'words: Mayor Joan Lind }',
    'words: Mayor Joan Lind }\n  - ▸{ member: joan-lind, role: Mayor, words: Mayor Joan Lind }',
  ],
  { message: 'this membership appears twice here', words: 'Mayor' },
)
mistake(
  'a time that stands there twice',
  ['  tuesday: {', '  ▸third-of-may: { words: "May 3, 2024", edtf: 2024-05-03 }\n  tuesday: {'],
  { message: 'the time may-3 already has these words', words: 'May 3, 2024' },
)
mistake(
  'a statement that stands there twice',
  [
    '  lind-on-shame:',
    '  ▸again:\n    { speaker: ada-reyes, cue: wrote, content: "Of those, 750 are in the old town and 454 are on the north bank", quotation: DIRECT, speechAct: ASSERTIVE }\n\n  lind-on-shame:',
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
  { message: 'this mention appears twice here', words: '454' },
)
mistake(
  'a stance that stands there twice',
  ['words: no plan at all }]', 'words: no plan at all }, ▸{ claim: board-has-a-plan, stance: OPPOSES }]'],
  { message: 'this claim appears twice here', words: 'board-has-a-plan' },
)
mistake(
  'a claim that nothing is said about',
  ['claims:\n  board', 'claims:\n  ▸unsaid: "Nobody speaks of this."\n  board'],
  { message: 'no statement takes a stance on this claim', words: 'unsaid' },
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
