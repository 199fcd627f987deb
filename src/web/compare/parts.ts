/** The parts of a comparison, what a line of each is called, and whether it counts words, which are somebody's. */
export const parts = [
  {
    name: 'figures',
    title: 'Numbers',
    lead: 'What each number counts, and in which words it is given. Vague quantities, and numbers that no curator has coded, stand in one row.',
    isWorded: true,
  },
  {
    name: 'numbers',
    title: 'Numbers, as worded',
    lead: 'The same number in the same unit stands in one row; it need not count the same thing.',
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
    lead: 'At whom frames are directed, and whether they blame or credit: a coder’s reading (Entman 1993).',
    isWorded: true,
  },
  {
    name: 'directedAtReferents',
    title: 'At which things they are directed',
    lead: 'Frames whose target is a thing or a group of people, and no agent: a coder’s reading (Entman 1993).',
    isWorded: true,
  },
  { name: 'functions', title: 'What their frames do', lead: 'A coder’s reading (Entman 1993).', isWorded: true },
  {
    name: 'dimensions',
    title: 'In which dimension',
    lead: 'A coder’s reading (Policy Frames Codebook).',
    isWorded: true,
  },
  { name: 'speechActs', title: 'What they do by saying it', lead: 'Searle 1976.', isWorded: false },
  { name: 'quotations', title: 'How they are quoted', lead: 'Directly, in part, in paraphrase.', isWorded: false },
] as const

export type Part = (typeof parts)[number]
