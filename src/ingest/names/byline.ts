import { isNameShaped } from '../../model/nameShape.ts'

/** What stands after the names in bylines: addresses, and who helped. */
const after =
  /[.,;|]?\s*(?:e-?mail|twitter|follow|contact)\b.*$|\s*[(<[]?[^\s@]+@[^\s@]+\.[^\s@]+[)>\]]?|,?\s*@\w+|[,.;]?[^,.;]*\bcontributed\b.*$/giu
/** What somebody is, or where: no name of a person. */
const place =
  /^the\b|[()]|\b(?:analyst|columnist|contributor|correspondent|editor|fellow|freelance|producer|reporter|special|staff|writer)s?\b/i
/** What is longer is no byline, and would take long to take apart. */
const longestByline = 1_000
const suffix = /, (?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D)\.?(?=$|[,;&|]| and )/gi

/**
 * The names in a byline, in its order: “By Jane Doe and Joe Roe, The Gazette” names two. It is taken apart only where its parts have
 * the shape of names, so that what is read amiss stands whole; `others` are names of those who published it.
 */
export function namesInByline(byline: string, others: readonly string[] = []): string[] {
  if (byline.length > longestByline) return []
  const plain = byline
    .replace(/^\s*by:?\s+(?=\S)/i, '')
    .replaceAll(after, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;.]+|(?<!\b\p{Lu})(?<!\b(?:Jr|Sr))\.$|[\s,;]+$/giu, '')
  if (!/\p{L}/u.test(plain) || /^https?:/i.test(plain)) return []
  const publishers = new Set(others.map(name => name.toLowerCase()))
  const parts = plain
    .replaceAll(suffix, ending => ending.replace(',', ''))
    .split(/\s*(?:[,;&|]|\band\b)\s*/i)
    .filter(part => part !== '')
  const named = parts.filter((part, at) => !publishers.has(part.toLowerCase()) && !(at > 0 && place.test(part)))
  return named.length > 0 && named.every(isNameShaped) ? named : [plain]
}

/** “By” in some languages of newspapers, at the head of a line. */
const by = /^(?:by|von|par|por|door):?\s+(?=\S)/i

/** The names in a byline that stands in a line by itself: “By Jane Doe and Joe Roe”. Null where the line may be a sentence. */
export function bylineIn(line: string): string[] | null {
  if (!by.test(line) || line.length > 120) return null
  const names = namesInByline(line.replace(by, '').replaceAll(/ (?:und|et|en) /g, ' and '))
  return names.length > 0 && names.every(isNameShaped) ? names : null
}
