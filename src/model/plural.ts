const irregular: ReadonlyMap<string, string> = new Map([
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
])
const plurals: ReadonlyMap<string, string> = new Map([...irregular].map(([one, several]) => [several, one]))

/** The same for one and for several. */
const unchanged = new Set([
  ...[
    'percent',
    'hertz',
    'celsius',
    'fahrenheit',
    'siemens',
    'series',
    'species',
    'aircraft',
    'sheep',
    'fish',
    'cattle',
  ],
  ...['police', 'staff', 'personnel', 'news'],
])

/**
 * A unit by its English name, for so many of it: "1 person", "2 people", "3 miles per gallon". It may be given in the singular
 * or in the plural; a code such as USD has neither.
 */
export function unitFor(count: number | null, unit: string): string {
  const [, before = '', noun = '', rest = ''] =
    /^((?:.*? )??)([^ ]*)((?: (?:per|of|for|in|with|who) .*)?)$/.exec(unit) ?? []
  const form = count !== null && Math.abs(count) === 1 ? singularOf(noun) : pluralOf(noun)
  return `${before}${form}${rest}`
}

/** The plural of a noun that may be one already. */
function pluralOf(noun: string): string {
  if (unchanged.has(noun) || plurals.has(noun) || !/[a-z]$/.test(noun) || /[^s]s$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return irregular.get(noun) ?? (/(ss|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`)
}

function singularOf(noun: string): string {
  if (unchanged.has(noun) || !/[^sui]s$/.test(noun)) return plurals.get(noun) ?? noun
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  return noun.replace(/(?<=ss|x|ch|sh)es$|s$/, '')
}
