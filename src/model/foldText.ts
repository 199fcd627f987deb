/** Text as people type it: two texts that differ in case, accents or the shape of a character fold to the same. */

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}
const HAS_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

/**
 * Accents over letters, and the vowel marks of Arabic and Hebrew, which are written or left out as one likes. In other
 * scripts marks are letters: those of Thai and Devanagari stay, as do the breve of Cyrillic й and the dots of ї.
 */
const MARKS =
  /(?<=\p{Script=Cyrillic})(?!\u0306|(?<=\u0456)\u0308)[\u0300-\u036f]|(?<!\p{Script=Cyrillic})[\u0300-\u036f]|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/gu

/** Characters that are not seen: soft hyphens, joiners, marks of direction; and the stroke that lengthens Arabic words. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u0640]/gu

/** Letters and digits are taken apart (ﬁ is f and i, ａ is a); fractions and symbols are what they are. */
const LETTERS = /[\p{L}\p{M}\p{Nd}]+/gu

const NOT_ASCII = /[^\0-\x7f]/

/** The text without case, accents and typographic variants. Spaces and punctuation stay, each as its plain character. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (!NOT_ASCII.test(lower)) return lower
  return lower
    .replaceAll(LETTERS, letters => letters.normalize('NFKD').toLowerCase())
    .replaceAll(MARKS, '')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(HAS_PLAIN, letter => PLAIN[letter] ?? letter)
    .normalize('NFC')
}
