import { foldText } from '../../model/foldText.ts'

/** How a text stands to the words of a passage. */
export interface QuotationVerdict {
  /** Whether the text is the words of the passage, or a part of them, character for character. */
  readonly verbatim: boolean
  readonly finding: 'EXACT' | 'PART' | 'SAME_BUT_TYPOGRAPHY' | 'DIFFERENT'
  readonly explanation: string
  /** The words of the passage from where the text departs from them; null where it does not. */
  readonly differsAt: string | null
}

const explanations = {
  EXACT: 'The text equals the passage, character for character.',
  PART: 'The text is a part of the passage, character for character.',
  SAME_BUT_TYPOGRAPHY: 'The text has the words of the passage, but not its case, accents, quotation marks or spaces.',
  DIFFERENT: 'The text is not in the passage: it is not a quotation of it.',
} as const

/** Holds a text against a passage from which it is said to be quoted. */
export function verifyQuotation(passage: string, text: string): QuotationVerdict {
  const quoted = text.normalize('NFC').trim()
  const finding = findingOf(passage, quoted)
  const isWhole = finding === 'EXACT' || finding === 'PART'
  return {
    verbatim: isWhole,
    finding,
    explanation: explanations[finding],
    differsAt: isWhole ? null : passage.slice(departure(passage, quoted)),
  }
}

function findingOf(passage: string, quoted: string): QuotationVerdict['finding'] {
  if (quoted === '') return 'DIFFERENT'
  if (quoted === passage) return 'EXACT'
  if (passage.includes(quoted)) return 'PART'
  return plain(passage).includes(plain(quoted)) ? 'SAME_BUT_TYPOGRAPHY' : 'DIFFERENT'
}

function plain(text: string): string {
  return foldText(text).replaceAll(/\s+/gu, ' ').trim()
}

/** Where the longest beginning of the quoted text ends that stands in the passage. */
function departure(passage: string, quoted: string): number {
  for (let length = quoted.length; length > 0; length -= 1) {
    const at = passage.indexOf(quoted.slice(0, length))
    if (at !== -1) return at + length
  }
  return 0
}
