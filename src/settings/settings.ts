import { Failure } from '../model/failure.ts'
import { type LimitName, limits } from './limits.ts'

/** What can be set: how its text is read, and what must hold of it. */
interface Setting<Value> {
  readonly description: string
  readonly initial: Value
  /** What a text has to be, as the end of a sentence. */
  readonly expected: string
  /** The value that the text says; null if it says none. */
  read(text: string): Value | null
}

function whole(least: number, most: number, initial: number, description: string, expected: string): Setting<number> {
  const isOne = (value: number) => Number.isInteger(value) && value >= least && value <= most
  return { description, initial, expected, read: text => (isOne(Number(text)) ? Number(text) : null) }
}

/** A whole number from `least` up. */
function from(least: number, initial: number, description: string): Setting<number> {
  return whole(least, Number.MAX_SAFE_INTEGER, initial, description, `is a whole number from ${least} up`)
}

function limit(name: LimitName): Setting<number> {
  return from(1, limits[name].initial, `The most ${limits[name].counts}.`)
}

function matching(pattern: RegExp, initial: string, description: string, expected: string): Setting<string> {
  return { description, initial, expected, read: text => (pattern.test(text) ? text : null) }
}

/** Names with commas between, in small letters. */
function list<Initial extends readonly string[] | undefined>(
  initial: Initial,
  description: string,
  expected: string,
): Setting<readonly string[] | Initial> {
  const isOne = (name: string) => /^[\w.:/*-]+$/.test(name)
  const read = (text: string) => {
    const names = text.toLowerCase().split(',')
    return names.every(isOne) ? names : null
  }
  return { description, initial, expected, read }
}

/** A text that is not set unless somebody sets it. */
function optional(pattern: RegExp, description: string, expected: string): Setting<string | undefined> {
  return { description, initial: undefined, expected, read: text => (pattern.test(text) ? text : null) }
}

/** An address, without the slashes at its end. */
function address(description: string, expected: string): Setting<string | undefined> {
  const isOne = (text: string) => /^https?:\/\/[^?#]+$/.test(text) && URL.canParse(text)
  return { description, initial: undefined, expected, read: text => (isOne(text) ? text.replace(/\/+$/, '') : null) }
}

// Declared and read without a library: loading the one that reads dossiers takes a tenth of a start.
const declared = {
  PORT: whole(
    0,
    65_535,
    4000,
    'The port to listen on; 0 takes any free one.',
    'is a port: a whole number from 0 to 65535',
  ),
  HOST: matching(
    /^[\w.:-]+$/,
    '127.0.0.1',
    'The address to listen on; 0.0.0.0 is every address of the machine.',
    'is a host name or an IP address',
  ),
  BASE_URL: address(
    'Where permalinks begin. Behind a proxy, set it to the public address.',
    'is the address that people reach the server at, such as https://dixit.example.org, without ? and #',
  ),
  BASE_PATH: optional(
    /^(\/[\w~.-]+)+$/,
    'The path under which a proxy passes the site on, such as /dixit.',
    'is a path such as /dixit, without a slash at its end',
  ),
  ALLOWED_HOSTS: list(
    undefined,
    'Further names by which clients may reach the server, with commas between; * for any. IP addresses, the names of this machine, HOST and that of BASE_URL are always allowed.',
    'is host names with commas between, or *',
  ),
  TOKEN_FILE: optional(
    /./s,
    'The path of a file with a token a line; if set, only those who send one are answered.',
    'is the path of a file',
  ),
  USER_HEADER: optional(
    /^[\w-]+$/,
    'The header in which the proxy names a user whom it has let in; if set, only such requests are answered, or those with a token.',
    'is the name of a header, such as x-forwarded-user',
  ),
  PROXIES: list(
    ['127.0.0.1', '::1'],
    'The addresses or networks of the proxies whose USER_HEADER is believed, with commas between.',
    'is IP addresses or networks such as 10.0.0.0/8, with commas between',
  ),
  MAX_CONNECTIONS: from(1, 1_000, 'The most connections at a time; further ones are closed.'),
  MAX_REQUEST_MS: from(1, 30_000, 'The most milliseconds in which a request must have arrived.'),
  SHUTDOWN_MS: from(
    0,
    10_000,
    'The most milliseconds that a server which is told to stop waits for what is under way.',
  ),
  ACCESS_LOG: matching(
    /^(true|false)$/,
    'false',
    'Whether each request is logged on standard output, as a line of JSON.',
    'is true or false',
  ),
  METRICS_PORT: optional(
    /^(none|\d{1,5})$/,
    'The port of /metrics, where it has one of its own; none for no metrics.',
    'is a port, or none',
  ),
  DIXIT_DB: matching(/./s, 'data/dixit.db', 'The path of the database.', 'is the path of a file'),
  DIXIT_LLM_URL: address(
    'Where a language model has the interface of OpenAI, for dixit draft --llm; articles are sent there.',
    'is an address such as http://127.0.0.1:11434/v1, without ? and #',
  ),
  DIXIT_LLM_MODEL: optional(/./s, 'The name of that model.', 'is a name'),
  DIXIT_LLM_KEY: optional(/./s, 'The key that it asks for, if it asks for one.', 'is a key'),
  CORS_ORIGIN: matching(
    /^(none|\*|https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*)$/,
    'none',
    'The sites whose pages may ask the API: none, * for every site, or origins with commas between.',
    'is none, * or origins such as https://example.org, with commas between',
  ),
  TRUSTED_ONLY: matching(
    /^(true|false)$/,
    'false',
    'Whether only the worked examples and introspection are answered.',
    'is true or false',
  ),
  OPERATION_PROCESSES: from(1, 2, 'The most processes that run operations, each with a connection of its own.'),
  FAST_PATH_COST: from(
    0,
    10_000,
    'The most that an operation may cost which the server runs itself, if it finds what it looks for within few rows; 0 leaves all to the processes.',
  ),
  KEPT_ANSWER_BYTES: from(
    0,
    16_000_000,
    'How many bytes answers of the processes may hold, which are given again until something else is stored; 0 keeps none.',
  ),
  MAX_URL_BYTES: limit('MAX_URL_BYTES'),
  MAX_BODY_BYTES: limit('MAX_BODY_BYTES'),
  MAX_TOKENS: limit('MAX_TOKENS'),
  MAX_DEPTH: limit('MAX_DEPTH'),
  MAX_ROOT_FIELDS: limit('MAX_ROOT_FIELDS'),
  MAX_ALIASES: limit('MAX_ALIASES'),
  MAX_DIRECTIVES: limit('MAX_DIRECTIVES'),
  MAX_COST: limit('MAX_COST'),
  MAX_OPERATION_MS: limit('MAX_OPERATION_MS'),
  MAX_WAITING: limit('MAX_WAITING'),
  MAX_WAIT_MS: limit('MAX_WAIT_MS'),
}

/** What can be set from outside, by environment variables. */
export type Settings = {
  readonly [Name in keyof typeof declared]: Exclude<ReturnType<(typeof declared)[Name]['read']>, null>
}

/** What a setting was called in 0.1.0: read for one release. */
const formerNames: Readonly<Record<string, string>> = { FAST_PATH_COST: 'LIGHT_COST' }

/**
 * Reads the settings; an empty variable counts as not set.
 *
 * @throws Failure BAD_SETTING that names every bad one
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = []
  const entries = Object.entries(declared).map(([name, { initial, expected, read }]) => {
    const text = environment[name] ?? environment[formerNames[name] ?? ''] ?? ''
    const value = text === '' ? initial : read(text)
    if (value === null) problems.push(`${name} ${expected}; it is ${JSON.stringify(text)}.`)
    return [name, value] as const
  })
  if (problems.length > 0) throw new Failure('BAD_SETTING', problems.join('\n'))
  // Each name has the value that its own declaration has read; what is not set and has no default is left out.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Settings
}

/** Each setting with its default and its meaning: for the help. */
export const settingsHelp: readonly string[] = Object.entries(declared).map(
  ([name, { description, initial }]) => `${name.padEnd(21)}${description} Default: ${shown(name, initial)}`,
)

function shown(name: string, initial: unknown): string {
  if (name === 'BASE_URL') return 'where each request is sent to'
  return initial === undefined ? 'not set' : String(initial)
}
