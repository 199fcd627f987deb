/** What speakers can be compared about, and how one is found. */
export const subjects = {
  document: { label: 'one document', type: 'DOCUMENT', hint: 'words of its title or text' },
  referent: { label: 'a thing that is named', type: null, hint: 'words of its label' },
  figure: { label: 'a number', type: 'FIGURE', hint: 'in digits, or what it counts' },
  claim: { label: 'a claim', type: 'CLAIM', hint: 'words of the claim' },
  dataset: { label: 'a dataset', type: null, hint: 'its name' },
  time: { label: 'a time', type: null, hint: '2024 or 2024-05/2024-07' },
  query: { label: 'words', type: null, hint: 'words that the statements have' },
} as const

export type Subject = keyof typeof subjects

export function isSubject(name: string): name is Subject {
  return Object.hasOwn(subjects, name)
}

export const subjectNames = Object.keys(subjects).filter(isSubject)

/** What the speakers are compared about, from the address. */
export function aboutOf(query: URLSearchParams): Partial<Record<Subject, string>> | null {
  const given = subjectNames.flatMap(name => {
    const value = query.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  return given.length === 0 ? null : Object.fromEntries(given)
}

/** The same as a condition of statements, as far as there is one. */
export function conditionOf(query: URLSearchParams) {
  const { document, dataset, claim, figure, referent, query: words } = aboutOf(query) ?? {}
  return {
    ...(document ? { document } : {}),
    ...(dataset ? { dataset } : {}),
    ...(words ? { search: words } : {}),
    ...(claim ? { claims: { slug: { eq: claim } } } : {}),
    ...(figure ? { figures: { slug: { eq: figure } } } : {}),
    ...(referent ? { or: [{ figures: { referent } }, { termUses: { referent } }] } : {}),
  }
}
