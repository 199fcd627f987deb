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
  message: 'an agent is no member of itself',
  words: 'ada-reyes',
})
mistake('a date that does not exist', ['role: chair', 'role: chair, startDate: ▸2023-02-29'], {
  message: 'there is no such date',
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
  message: 'this is no EDTF date of level 0 or 1, or there is no such day',
  words: '2024-05-32',
})
mistake('an impossible EDTF of the document', ['language: en', 'language: en\n  published: ▸someday'], {
  message: 'this is no EDTF date of level 0 or 1, or there is no such day',
  words: 'someday',
})
mistake(
  'a time without date or reason',
  ['  tuesday: { words: Tuesday, reason: The article does not give its own date. }', '  ▸tuesday: { words: Tuesday }'],
  { message: 'a time has either an edtf or the reason why the date cannot be told' },
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
