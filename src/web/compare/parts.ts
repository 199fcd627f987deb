/** The parts of a comparison, what a line of each is called, and whether it counts words, which are somebody's. */
export const parts = [
  {
    name: 'figures',
    title: 'Numbers',
    lead: 'What each number counts, and in which words it is given. Vague quantities and numbers that no curator has coded share one row.',
    isWorded: true,
  },
  {
    name: 'numbers',
    title: 'Numbers, as read',
    lead: 'What the words are read as, not the words themselves. The same number in the same unit shares a row; it may count different things.',
    isWorded: true,
  },
  { name: 'terms', title: 'Names', lead: 'What each calls the same thing.', isWorded: true },
  {
    name: 'claims',
    title: 'Claims',
    lead: 'Which claims they speak to, and how. To report that others hold a claim, or to concede it, is not to support it.',
    isWorded: true,
  },
  {
    name: 'directedAt',
    title: 'Blame, credit, judgement and remedy',
    lead: 'Who frames are directed at, and whether they blame or credit: a coder’s reading (Entman 1993).',
    isWorded: true,
  },
  {
    name: 'directedAtReferents',
    title: 'Which things they are directed at',
    lead: 'Frames whose target is a thing or a group of people, not an agent: a coder’s reading (Entman 1993).',
    isWorded: true,
  },
  { name: 'functions', title: 'What their frames do', lead: 'A coder’s reading (Entman 1993).', isWorded: true },
  {
    name: 'dimensions',
    title: 'Dimensions',
    lead: 'A coder’s reading (Policy Frames Codebook).',
    isWorded: true,
  },
  { name: 'speechActs', title: 'Speech acts', lead: 'Searle 1976.', isWorded: false },
  { name: 'quotations', title: 'How they are quoted', lead: 'Directly, in part, in paraphrase.', isWorded: false },
] as const

export type Part = (typeof parts)[number]
