import type { PersonName } from '../names/personName.ts'

/** What a document says beside a full name, by which two people of one name are told apart. */
export interface PersonFacts {
  readonly party: string | null
  readonly state: string | null
  readonly office: string | null
}

/** Offices that one person does not hold at once. */
const offices: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['senator', 'senator'],
  ['rep', 'representative'],
  ['representative', 'representative'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['gov', 'governor'],
  ['governor', 'governor'],
  ['mayor', 'mayor'],
  ['judge', 'judge'],
  ['justice', 'judge'],
  ['sheriff', 'sheriff'],
])

const BEFORE = /(?<!\bformer\s)(?<!\bex-)\b(\p{Lu}\p{L}+)\.?\s+$/iu
const AFTER = /^,?\s*\(?([DRI])-([A-Z][A-Za-z]*\.?(?:\s?[A-Z][a-z]*\.?)?)(?=[),\s])/

/** The state as newspapers shorten it, by its first letters: "Vt.", "Calif.", "R-TX" and "Tex." alike. */
const postal: ReadonlyMap<string, string> = new Map(
  Object.entries({
    al: 'ala',
    ak: 'alaska',
    alaska: 'alaska',
    kans: 'kan',
    nev: 'nev',
    az: 'ari',
    ar: 'ark',
    ca: 'cal',
    co: 'col',
    ct: 'con',
    de: 'del',
    fl: 'fla',
    ga: 'geo',
    hi: 'haw',
    id: 'ida',
    il: 'ill',
    in: 'ind',
    ia: 'iow',
    ks: 'kan',
    ky: 'ken',
    la: 'lou',
    me: 'mai',
    md: 'mar',
    ma: 'mas',
    mi: 'mic',
    mn: 'min',
    ms: 'mis',
    mo: 'mo',
    mt: 'mon',
    ne: 'neb',
    nv: 'nev',
    nh: 'nh',
    nj: 'nj',
    nm: 'nm',
    ny: 'ny',
    nc: 'nc',
    nd: 'nd',
    oh: 'ohi',
    ok: 'okl',
    or: 'ore',
    pa: 'pen',
    ri: 'ri',
    sc: 'sc',
    sd: 'sd',
    tn: 'ten',
    tx: 'tex',
    ut: 'uta',
    vt: 'ver',
    va: 'vir',
    wa: 'was',
    wv: 'wv',
    wi: 'wis',
    wy: 'wyo',
    kan: 'kan',
    conn: 'con',
    fla: 'fla',
    mass: 'mas',
    mich: 'mic',
    miss: 'mis',
    tenn: 'ten',
    wis: 'wis',
    minn: 'min',
    wash: 'was',
  }),
)

/** What stands right before and right after a full name; null where that says nothing. */
export function factsAround(text: string, start: number, end: number): PersonFacts | null {
  const title = BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase() ?? ''
  const office = offices.get(title) ?? null
  const [, party = null, place = null] = AFTER.exec(text.slice(end, end + 24)) ?? []
  if (office === null && party === null) return null
  return { party, state: place === null ? null : stateOf(place), office }
}

const states =
  'Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas ' +
  'Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire ' +
  'New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina ' +
  'South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia Wisconsin Wyoming'
/** By how a state is called in full, its first letters as they are when newspapers shorten it. */
const stateCodes: ReadonlyMap<string, string> = new Map(
  states.split(' ').map(state => {
    const [first = '', second] = state.split('_')
    const short = {
      Alabama: 'al',
      Florida: 'fl',
      Nebraska: 'ne',
      Nevada: 'nv',
      Missouri: 'mo',
      Kansas: 'ks',
      Georgia: 'ga',
    }[state]
    return [state.replace('_', ' '), stateOf(short ?? (second ? `${first[0]}${second[0]}` : first))]
  }),
)
const STATE = new RegExp(
  `(?<![\\p{L}])(?:${[...stateCodes.keys()].join('|')}|N\\.[HJMYCD]\\.|S\\.[CD]\\.|R\\.I\\.|W\\. ?Va\\.|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\\.|[A-Z]{2}(?=[)\\s,]|$))(?!\\p{L})`,
  'gu',
)
const codes = new Set(stateCodes.values())

/** The states that words name, and the words without them. */
export function stateIn(words: string): { readonly text: string; readonly states: readonly string[] } {
  const found: string[] = []
  const text = words.replace(STATE, name => {
    const code = stateCodes.get(name) ?? stateOf(name)
    if (!codes.has(code)) return name
    found.push(`state:${code}`)
    return ' '
  })
  return { text, states: found }
}

function stateOf(place: string): string {
  const letters = place.toLowerCase().replace(/[^a-z]/g, '')
  return postal.get(letters) ?? letters.slice(0, 3)
}

/** All by which a person of one document is told from those of the same name in others. */
export interface Distinction {
  readonly parties: ReadonlySet<string>
  readonly states: ReadonlySet<string>
  readonly offices: ReadonlySet<string>
  /** The first letter of the middle name. */
  readonly middle: string | null
  /** YYYY-MM-DD, of the document. */
  readonly published: string | null
}

export function distinctionOf(name: PersonName, facts: readonly PersonFacts[], published: string | null): Distinction {
  const known = (values: readonly (string | null)[]) => new Set(values.filter(value => value !== null))
  return {
    parties: known(facts.map(({ party }) => party)),
    states: known(facts.map(({ state }) => state)),
    offices: known(facts.map(({ office }) => office)),
    middle: name.middle[0]?.[0] ?? null,
    published,
  }
}

/** Offices change; within as many days they do not. */
const SAME_TERM_DAYS = 60
/** Nobody is in the news for longer. */
const MOST_YEARS = 80

/** Whether what two documents say of people of one name cannot be of one person. */
export function contradicts(one: Distinction, other: Distinction): boolean {
  if (one.middle !== null && other.middle !== null && one.middle !== other.middle) return true
  if (areDisjoint(one.parties, other.parties) || areDisjoint(one.states, other.states)) return true
  const days = daysBetween(one.published, other.published)
  if (days !== null && days > MOST_YEARS * 366) return true
  return days !== null && days <= SAME_TERM_DAYS && areDisjoint(one.offices, other.offices)
}

/** Whether anything but the name tells who it is. */
export function isTelling({ parties, states, offices, middle }: Distinction): boolean {
  return parties.size + states.size + offices.size > 0 || middle !== null
}

function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some(value => other.has(value))
}

function daysBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null
  const days = (Date.parse(one) - Date.parse(other)) / 86_400_000
  return Number.isNaN(days) ? null : Math.abs(days)
}
