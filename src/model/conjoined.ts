const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Names as a list in a sentence: "one, two, and three". */
export function conjoined(names: Iterable<string>): string {
  return list.format(names)
}
