const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  trillion: 1e12,
}

/** Digits, or a word for a number: the server is not asked to read anything else as one. */
const numeral =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|trillion|dozen|half|quarter)s?\b/i

/** Whether the server may read words as a number. */
export function mayBeNumber(words: string): boolean {
  return numeral.test(words) && words.length <= 60
}

/** The number that a search is for, if it is for one: 435719, 435,719, 435 719, 12 million. */
export function numberIn(text: string): number | null {
  const found = /^\s*(\d{1,3}(?:[,\s’']\d{3})+|\d+)(\.\d+)?\s*([a-z]+)?\s*$/i.exec(text)
  if (!found) return null
  const [, whole = '', part = '', scale = ''] = found
  const by = scale === '' ? 1 : scales[scale.toLowerCase()]
  return by === undefined ? null : Number((Number(whole.replaceAll(/\D/g, '') + part) * by).toPrecision(15))
}
