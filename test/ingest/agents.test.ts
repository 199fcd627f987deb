import { mistake } from './mistake.ts'

mistake(
  'an agent that is both',
  ['  water-board: { organization: Water Board,', '  ▸water-board: { person: Water, organization: Water Board,'],
  { message: 'an agent has a name as either person or organization' },
)
mistake('an agent that is neither', ['  ada-reyes: { person: Ada Reyes }', '  ▸ada-reyes: { otherNames: [Ada] }'], {
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
  message: 'an agent cannot be a member of itself',
  words: 'ada-reyes',
})
mistake('a date that does not exist', ['role: chair', 'role: chair, startDate: ▸2023-02-29'], {
  message: 'there is no such day: 2023-02 has 28 days',
  words: '2023-02-29',
})
mistake('a date of no such form', ['role: chair', 'role: chair, startDate: ▸May 2023'], {
  message: 'startDate: expected a date: YYYY, YYYY-MM or YYYY-MM-DD, or .. for an open end',
  words: 'May 2023',
})
mistake('an end before the beginning', ['role: chair', 'role: chair, startDate: 2024-05, endDate: ▸2024-04-30'], {
  message: 'this is before it began, in 2024-05',
  words: '2024-04-30',
})
mistake('an impossible EDTF', ['edtf: 2024-05-03', 'edtf: ▸2024-05-32'], {
  message: 'there is no such day: 2024-05 has 31 days',
  words: '2024-05-32',
})
for (const [written, suggestion] of [
  ['11-03-2026', '2026-03-11 or 2026-11-03'],
  ['30.03.2026', '2026-03-30'],
  ['2026/3/1', '2026-03-01'],
  ['March 3 2026', '2026-03-03'],
  ['3 March 2026', '2026-03-03'],
] as const) {
  mistake(`${written} for a date`, ['language: en', `language: en\n  published: ▸${written}`], {
    message: 'a date is written year-month-day, with hyphens and in digits',
    words: written,
    suggestion,
  })
}
mistake('a year without quotation marks', ['edtf: 2024-05-03', 'edtf: ▸2019'], {
  message: 'edtf is text: put it in quotation marks',
  words: '2019',
})
mistake('a month and a day that changed places', ['edtf: 2024-05-03', 'edtf: ▸2024-15-03'], {
  message: 'there is no month 15: a date is year, month and day',
  words: '2024-15-03',
  suggestion: '2024-03-15',
})
mistake('an impossible EDTF of the document', ['language: en', 'language: en\n  published: ▸someday'], {
  message: 'this is not an EDTF date, such as 2026-03-11, 2026-03, 2026 or 2026-03/2026-05',
  words: 'someday',
})
mistake(
  'a time without date or reason',
  ['  tuesday: { words: Tuesday, reason: The article does not give its own date. }', '  ▸tuesday: { words: Tuesday }'],
  { message: 'a time needs either an edtf or the reason why the date is not known' },
)
mistake(
  'url words without the url',
  ['language: en', 'language: en\n  url: https://example.com/\n  urlWords: ▸the old town'],
  {
    message: 'these words do not contain the url of the document',
    words: 'the old town',
    suggestion: 'https://example.com/',
  },
)
