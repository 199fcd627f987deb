/** The forms of citations, with their media types. */
export const citationForms = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csl: 'application/vnd.citationstyles.csl+json',
  // As DOIs call a citation that is text.
  txt: 'text/x-bibliography',
} as const

export type CitationForm = keyof typeof citationForms

export function isCitationForm(name: string): name is CitationForm {
  return Object.hasOwn(citationForms, name)
}
