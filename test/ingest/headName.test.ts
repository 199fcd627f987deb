import { expect, test } from 'vitest'
import { headName } from '../../src/ingest/names/headName.ts'

/** What the head of each phrase names: kind and words; null where nobody is named, or several are. */
const phrases: readonly (readonly [phrase: string, head: string | null])[] = [
  ['Ada Reyes', 'PERSON Ada Reyes'],
  ['Sen. Bernie Sanders, I-Vt.', 'PERSON Bernie Sanders'],
  ['Sen. Bernie Sanders (I-Vt.)', 'PERSON Bernie Sanders'],
  ['Gov. Susana Martinez of New Mexico, who leads the association,', 'PERSON Susana Martinez'],
  ['Former secretary of state Hillary Rodham Clinton', 'PERSON Hillary Rodham Clinton'],
  ['Secretary of State John Kerry', 'PERSON John Kerry'],
  ["Arizona's Sheriff Joe Arpaio", 'PERSON Joe Arpaio'],
  ["Murphy's spokeswoman Galia Slayen", 'PERSON Galia Slayen'],
  ['Texas-based strategist Matt Mackowiak', 'PERSON Matt Mackowiak'],
  ['The city’s Mayor Martin O’Malley', 'PERSON Martin O’Malley'],
  ['Robert Kennedy, Jr.', 'PERSON Robert Kennedy Jr.'],
  ['J. J. Price, a firefighter in Roanoke', 'PERSON J. J. Price'],
  ['Alyssa Van Wagenen, 29,', 'PERSON Alyssa Van Wagenen'],
  ["Trump's campaign chairman, Paul Manafort,", 'PERSON Paul Manafort'],
  ['a former spokesman for the ministry, Peter Novak,', 'PERSON Peter Novak'],
  ['the director of the Federal Bureau of Investigation, James B. Comey,', 'PERSON James B. Comey'],
  // Others than the one who is named
  ['a spokesman for Hillary Clinton', null],
  ['a group led by Ada Reyes', null],
  ["Clinton's most loyal supporters", null],
  ['a Trump supporter', null],
  ['New Jersey officials, including Gov. Chris Christie,', null],
  // Several
  ['Cruz and Rubio', null],
  ['Ted Cruz, Chris Christie', null],
  ['Clinton, Sanders and O’Malley', null],
  ['Sens. Ted Cruz of Texas and Marco Rubio of Florida', null],
  ['Ada Reyes, along with Judge Rosa Lind, the author,', 'PERSON Ada Reyes'],
  // Surnames
  ['Clinton', 'SURNAME Clinton'],
  ['Mr. Trump', 'SURNAME Trump'],
  ["Mr. Sanders's", 'SURNAME Sanders'],
  ['Rep. Wasserman Schultz', 'PERSON Wasserman Schultz'],
  ['Le Pen', 'SURNAME Le Pen'],
  ['Mr. Singer', 'SURNAME Singer'],
  // Organizations
  ['the State Department', 'ORGANIZATION State Department'],
  ['The New York Times', 'ORGANIZATION New York Times'],
  ['the Federal Bureau of Investigation', 'ORGANIZATION Federal Bureau of Investigation'],
  ['the Clinton campaign', 'ORGANIZATION Clinton campaign'],
  ['the FBI', 'ACRONYM FBI'],
  ["Trump's campaign", 'ORGANIZATION Trump campaign'],
  ["Mrs. Clinton's presidential campaign", 'ORGANIZATION Clinton campaign'],
  ['the Clinton camp', 'ORGANIZATION Clinton camp'],
  ['Rep. Trey Gowdy’s office', "ORGANIZATION Trey Gowdy's office"],
  ['the Turkish government', 'ORGANIZATION Turkish government'],
  ['the Senate', 'ORGANIZATION Senate'],
  ['The Post', 'ORGANIZATION Post'],
  // Nobody
  ['he', null],
  ["Trump's campaign chairman", null],
  ['his campaign', null],
  ['the Republican campaign', null],
  ["Clinton's hard-fought campaign", null],
  ['They', null],
  ['the president', null],
  ['Republicans', null],
  ['House Democrats', null],
  ['a New York Times/CBS News poll', null],
  ['GOP', null],
  ['San Francisco', null],
]

test.each(phrases)('%s', (phrase, expected) => {
  const head = headName(phrase)
  expect(head && `${head.kind} ${head.words}`).toBe(expected)
})
