/** The parts of a comparison, and what a line of each is called. */
export const parts = [
  { name: 'figures', title: 'Numbers', lead: 'What each number counts, and in which words it is given.' },
  {
    name: 'numbers',
    title: 'Numbers, as worded',
    lead: 'The same number in the same unit stands in one row; it need not count the same thing.',
  },
  { name: 'terms', title: 'Names', lead: 'What each calls the same thing.' },
  { name: 'claims', title: 'Claims', lead: 'Which claims they speak to, and how.' },
  {
    name: 'directedAt',
    title: 'Blame, judgement and remedy',
    lead: 'At whom frames are directed: a coder’s reading (Entman 1993).',
  },
  { name: 'functions', title: 'What their frames do', lead: 'A coder’s reading (Entman 1993).' },
  { name: 'dimensions', title: 'In which dimension', lead: 'A coder’s reading (Policy Frames Codebook).' },
  { name: 'speechActs', title: 'What they do by saying it', lead: 'Searle 1976.' },
  { name: 'quotations', title: 'How they are quoted', lead: 'Directly, in part, in paraphrase.' },
] as const

export type Part = (typeof parts)[number]
