/** English words of approximation, before a number ("nearly") and after it ("or so"). */

import type { Approximation } from '../../model/vocabulary.ts'

const ABOVE = ['over', 'above', 'more than', 'greater than', 'higher than', 'larger than', 'better than']
const BELOW = ['under', 'below', 'fewer than', 'less than', 'lower than', 'smaller than']
const BY_LITTLE = [
  ...['just', 'slightly', 'a little', 'a bit', 'a little bit', 'barely', 'only slightly', 'only a little'],
  ...['ever so slightly', 'a shade', 'a touch', 'a hair', 'a tad', 'a whisker', 'a fraction', 'a notch', 'a smidgen'],
  ...['marginally', 'fractionally', 'narrowly', 'only just', 'a tick'],
]
const BY_MUCH = [
  ...['well', 'far', 'much', 'significantly', 'substantially', 'considerably', 'way', 'a lot', 'comfortably', 'easily'],
  ...[
    'vastly',
    'markedly',
    'notably',
    'dramatically',
    'sharply',
    'some way',
    'a good deal',
    'a great deal',
    'quite a bit',
  ],
  ...['quite a lot', 'rather', 'appreciably', 'greatly'],
]
const ABOUT = ['about', 'around', 'roughly', 'approximately']
/** Verbs that say of the number what "over" does. */
const EXCEED = 'exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topped topping'.split(' ')
const FOCUS = ['just', 'only', 'merely', 'still', 'fully', 'even']

export type HedgeWording = readonly [wording: string, Approximation]

/** They say something of the number, but not which: more than it or less, or of what it is a part. */
export const UNTOLD: readonly string[] = [
  ...['barely', 'hardly', 'scarcely', 'as good as', 'the better part of', 'the best part of', 'pushing', 'not far off'],
  ...['not many more than', 'not much more than', 'not much over', 'not much under', 'not much less than'],
  ...['not many fewer than', 'no more or less than', 'if not', 'a fraction of', 'a scant', 'a bare'],
  ...['plus or minus', 'plus/minus', '+/-', '±'],
  ...[
    'within a whisker of',
    'within a hair of',
    'within striking distance of',
    'at or near',
    'near or above',
    'at or around',
  ],
  ...['tens to', 'tens or'],
  ...['approaching or exceeding', 'hardly more than', 'scarcely more than', 'anything but', 'not nearly', 'not almost'],
  // "Doesn't exceed".
  ...combine(['t'], [...EXCEED, ...ABOVE, ...BELOW]),
]

/** What stands before the number, the longest first. */
export const BEFORE: readonly HedgeWording[] = wordings(
  ['EXACT', ['exactly', 'precisely', 'a total of', 'a grand total of', 'a mere', 'a whopping', 'a full', 'a record']],
  [
    'EXACT',
    [
      'just',
      'only',
      'merely',
      'fully',
      'a staggering',
      'an average of',
      'on average',
      'just exactly',
      'all of',
      'an even',
      'an additional',
      'another',
    ],
  ],
  [
    'ABOUT',
    [...ABOUT, ...combine(FOCUS, ABOUT), 'approx', 'approx.', 'some', 'estimated', 'an estimated', 'a reported'],
  ],
  ['ABOUT', ['in the region of', 'in the neighborhood of', 'in the range of', 'on the order of', 'in the vicinity of']],
  [
    'ABOUT',
    ['circa', 'c.', 'ca.', '~', '≈', 'or about', 'somewhere around', 'something like', 'perhaps', 'maybe', 'possibly'],
  ],
  ['ABOUT', ['something on the order of', 'something in the region of', 'something around', 'somewhere near', 'near']],
  ['ABOUT', ['somewhere in the region of', 'somewhere in the neighborhood of', 'somewhere in the range of']],
  ['ABOUT', ['more or less', 'give or take', 'probably', 'an approximate', 'a rough']],
  ['ABOUT', ['ca', 'roughly speaking', 'very roughly', 'in the ballpark of', 'in the order of']],
  [
    'NEARLY',
    ['nearly', 'almost', 'close to', 'approaching', 'nearing', 'not quite', 'shy of', 'just shy of', 'virtually'],
  ],
  [
    'NEARLY',
    [
      'just short of',
      'short of',
      'very nearly',
      'verging on',
      'fast approaching',
      'very close to',
      'pretty close to',
      'closer to',
      'nearer',
      'nearer to',
      'nigh on',
      'getting on for',
      'something close to',
      'something approaching',
      'close on',
      'almost but not quite',
      'nearly but not quite',
      'a whisker short of',
      'a little short of',
      'just this side of',
      'nearly-',
      'almost-',
    ],
  ],
  ['NEARLY', [...combine(BY_LITTLE, BELOW)]],
  [
    'OVER',
    [...EXCEED, ...ABOVE, ...combine([...BY_LITTLE, ...BY_MUCH], ABOVE), 'far in excess of', 'well in excess of'],
  ],
  ['OVER', ['upwards of', 'upward of', 'in excess of', 'north of', 'beyond', '>']],
  ['AT_LEAST', ['at least', 'at the very least', 'no fewer than', 'no less than', 'a minimum of']],
  [
    'AT_LEAST',
    [
      'as few as',
      'as little as',
      'as low as',
      'as small as',
      'as short as',
      'as young as',
      '≥',
      '>=',
      'a minimum',
      'minimum of',
    ],
  ],
  ['AT_LEAST', ['a good', 'a solid', 'greater than or equal to', 'more than or equal to', 'equal to or more than']],
  ['UNDER', ['not even', 'under-', 'sub-', 'nowhere near', 'nothing like']],
  ['AT_LEAST', ['at or above', 'at or over', 'equal to or above']],
  ['UP_TO', ['at or below', 'at or under', 'equal to or below', 'anything up to', 'anywhere up to']],
  // What does not exceed a number is at most that, and what never falls below it at least.
  ['UP_TO', combine(['not', 'never', 'not to'], [...EXCEED, ...ABOVE])],
  ['AT_LEAST', combine(['not', 'never'], BELOW)],
  ['OVER', ['over-']],
  ['UP_TO', ['less than or equal to', 'fewer than or equal to', 'equal to or less than']],
  [
    'OVER',
    ['barely exceeding', 'barely exceeded', 'barely above', 'barely over', 'little more than', 'over and above'],
  ],
  ['UNDER', [...BELOW, ...combine([...BY_MUCH, 'somewhat'], BELOW), 'south of', '<']],
  ['UP_TO', ['up to', 'as many as', 'as much as', 'as high as', 'no more than', 'at most', 'at the most']],
  [
    'UP_TO',
    [
      'a maximum of',
      '≤',
      '<=',
      'maximum of',
      'no higher than',
      'no greater than',
      'as large as',
      'as old as',
      'as deep as',
      'as long as',
      'as far as',
    ],
  ],
)

/** What stands after the number, or after its unit. */
export const AFTER: readonly HedgeWording[] = wordings(
  ['ABOUT', ['or so', 'or thereabouts', '-odd', 'odd', '-ish', 'ish', 'give or take']],
  [
    'AT_LEAST',
    [
      '+',
      '-plus',
      'plus',
      'or more',
      'or higher',
      'or above',
      'or over',
      'and over',
      'and above',
      'and up',
      'or greater',
      'or better',
      'or older',
      'and older',
      'or longer',
      'or larger',
    ],
  ],
  ['AT_LEAST', ['at least', 'at the very least', 'at a minimum', 'and counting', 'or worse']],
  [
    'UP_TO',
    [
      'or fewer',
      'or less',
      'or lower',
      'or under',
      'or below',
      'and under',
      'and below',
      'or younger',
      'and younger',
      'or smaller',
    ],
  ],
  [
    'UP_TO',
    [
      'at most',
      'at the most',
      ', at most',
      ', at the most',
      ', if that',
      'at the outside',
      '(at most)',
      '(maximum)',
      '(max.)',
    ],
  ],
  ['AT_LEAST', ['(at least)', '(minimum)', '(min.)']],
  [
    'ABOUT',
    [
      ', give or take',
      ', more or less',
      'more or less',
      ', or thereabouts',
      ', or so',
      ', at a guess',
      'at a guess',
      '-some',
      '-something',
      ', approximately',
      ', roughly',
      'or close to it',
      'or near it',
      '(approximately)',
      '(approx.)',
      '(roughly)',
      '(about)',
      '(estimated)',
      '(est.)',
    ],
  ],
  ['AT_LEAST', [', at least', ', if not more', ', maybe more', ', perhaps more', ', possibly more', ', or even more']],
  ['AT_LEAST', [', or maybe more', ', or more', 'or even more', 'or maybe more', 'if not more', 'and possibly more']],
)

/** Words of degree that may stand before another hedge and change nothing of what it commits to. */
export const MODAL: ReadonlySet<string> = new Set(
  'perhaps maybe possibly probably likely only just still fully even reportedly some an estimated now already'.split(
    ' ',
  ),
)

/** "An estimated" needs its first word; "another" and the like name the number exactly and may be left out of a mention. */
export const OPTIONAL: ReadonlySet<string> = new Set([
  'another',
  'an additional',
  'a total of',
  'a grand total of',
  'a record',
  'a whopping',
  'a staggering',
  'all of',
  'an even',
  'a full',
  'an average of',
  'on average',
])

export function combine(adverbs: readonly string[], words: readonly string[]): string[] {
  return adverbs.flatMap(adverb => words.map(word => `${adverb} ${word}`))
}

/** Each wording with its approximation, the longest first. */
export function wordings(...entries: readonly (readonly [Approximation, readonly string[]])[]): HedgeWording[] {
  return entries
    .flatMap(([approximation, words]) => words.map(word => [word, approximation] as const))
    .sort(([one], [other]) => other.length - one.length)
}
