import { mistake } from './mistake.ts'

mistake(
  'neither value nor bounds',
  [
    ['    value: 1000\n', ''],
    ['  over-1000:', '  ▸over-1000:'],
    ['words: "more than 1,000", approximation: OVER', 'words: ▸homes'],
    [
      '    relations:\n      - { rounds: without-water, reason: "It is the board\'s number, 1,204, without its last digits." }\n',
      '',
    ],
  ],
  { message: 'a figure has either a value or bounds (lower, upper or both)' },
  { message: 'these words do not read as a number', words: 'homes' },
)
mistake(
  'bounds that are exchanged',
  [
    ['value: 1000\n', 'lower: 1000\n    upper: ▸900\n'],
    ['  over-1000:', '  ▸over-1000:'],
    [
      '    relations:\n      - { rounds: without-water, reason: "It is the board\'s number, 1,204, without its last digits." }\n',
      '',
    ],
    ['    figures: [{ figure: over-1000, words: "more than 1,000", approximation: OVER }]\n', ''],
  ],
  { message: 'no statement mentions this figure', words: 'over-1000' },
  { message: 'the upper bound is less than the lower bound', words: '900' },
)
mistake('as of and during', ['value: 750,', 'value: 750, asOf: may-3, during: ▸tuesday,'], {
  message: 'a figure counts either as of a time or during a period',
})
mistake('words that are no number', ['words: "more than 1,000"', 'words: ▸"more than 1,000 homes"'], {
  message: 'these words do not read as a number',
  words: 'more than 1,000 homes',
  suggestion: 'more than 1,000',
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
      '    relations:\n      - { rounds: without-water, reason: "It is the board\'s number, 1,204, without its last digits." }\n',
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
    '- { rounds: without-water, reason: "It is the board\'s number, 1,204, without its last digits." }',
    '- ▸{ rounds: without-water }',
  ],
  { message: 'a relation needs the words that say so, or the reason why it holds' },
)
mistake('two relations in one', ['- { rounds: without-water,', '- ▸{ rounds: without-water, comparedWith: old-town,'], {
  message: 'a relation needs exactly one of sumOf, rounds, comparedWith, changedFrom, asComparableAs, inTensionWith',
})
mistake('no relation at all', ['- { rounds: without-water,', '- ▸{'], {
  message: 'a relation needs exactly one of sumOf, rounds, comparedWith, changedFrom, asComparableAs, inTensionWith',
})
mistake('a relation to itself', ['rounds: without-water', 'rounds: ▸over-1000'], {
  message: 'a figure cannot relate to itself',
  words: 'over-1000',
})
mistake('the same relation twice', ['sumOf: [old-town, north-bank]', 'sumOf: [old-town, north-bank, ▸old-town]'], {
  message: 'this relation appears twice here',
  words: 'old-town',
})
mistake(
  'a comparison both ways',
  [
    [
      'relations:\n      - { rounds',
      'relations:\n      - { comparedWith: ▸old-town, reason: Both are homes. }\n      - { rounds',
    ],
    ['value: 750,', 'value: 750, relations: [{ comparedWith: over-1000, reason: Both are homes. }],'],
  ],
  { message: 'this relation appears twice here', words: 'old-town' },
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
      '    relations:\n      - { rounds: without-water, reason: "It is the board\'s number, 1,204, without its last digits." }\n',
      '',
    ],
  ],
  { message: 'only figures with a value can be added up, but some of these have none' },
)
mistake(
  'a sum of several units',
  [
    ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town, north-bank]'],
    ['value: 454, unit: home', 'value: 454, unit: boat'],
  ],
  { message: 'a sum, a rounding, a change or a tension needs one unit, but north-bank is in boat', words: 'home' },
)
mistake(
  'a tension of several units',
  [
    ['sumOf: [old-town, north-bank]', '▸sumOf: [old-town, north-bank]'],
    ['      - { rounds: without-water, reason:', '      - { inTensionWith: ▸north-bank, reason:'],
    ['value: 454, unit: home', 'value: 454, unit: boat'],
  ],
  {
    message: 'a sum, a rounding, a change or a tension needs one unit, but north-bank is in boat',
    words: 'home',
  },
  {
    message: 'a sum, a rounding, a change or a tension needs one unit, but north-bank is in boat',
    words: 'home',
  },
)
mistake('a rounding that is none', ['rounds: without-water', 'rounds: ▸old-town'], {
  message: '1,000 is not a rounding of 750',
})
mistake(
  'a rounding of bounds',
  [
    ['value: 1000\n', 'lower: 1000\n'],
    ['rounds: without', 'rounds: ▸without'],
  ],
  { message: 'a rounding needs two figures with a value' },
)
